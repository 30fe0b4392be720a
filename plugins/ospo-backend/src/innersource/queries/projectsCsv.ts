/*
 * Copyright 2026 The OSPO for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { InnerSourceProject } from '@ospo-suite/backstage-plugin-ospo-common';
import { CsvColumns } from '../../shared/sendCsv';

/** The list of projects as a file; unknown is an empty cell. */
export const projectColumns: CsvColumns<InnerSourceProject> = {
  ref: project => project.ref,
  title: project => project.title,
  description: project => project.description,
  motivation: project => project.motivation,
  listed_by: ({ listedBy }) => `${listedBy.rule}: ${listedBy.detail}`,
  standing: project => project.standing,
  marks: project => project.marks.join(', '),
  owner: project => project.ownerRef,
  business_unit: project => project.businessUnitRef,
  system: project => project.systemRef,
  governance_level: project => project.governanceLevel,
  language: project => project.language,
  skills: project => project.skills.join(', '),
  contributions_wanted: project => project.contributions.join(', '),
  repository: ({ repository }) => repository?.url,
  folder: ({ repository }) => repository?.path,
  last_human_push: project => project.lastHumanPush.value ?? undefined,
  wanted_help: project => project.wantedHelp.value ?? undefined,
  dependants: project => project.dependants.value ?? undefined,
  activity: ({ labels }) => labels.activity.level,
  welcoming: ({ labels }) => labels.welcoming.level,
  reach: ({ labels }) => labels.reach.level,
};
