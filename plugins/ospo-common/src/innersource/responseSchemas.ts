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

import { z } from 'zod';
import { FieldsOf } from '../inputFields';
import { OspoFinding } from '../competencies/types';
import { count, ownerState, ref, time } from '../usage/responseFields';
import {
  dependants,
  label,
  lastHumanPush,
  signals,
  wantedHelp,
} from './signalResponseFields';
import {
  ChecklistLine,
  InnerSourceProject,
  InnerSourceProjectDetail,
  OverlapMatch,
  ProjectFacet,
  ProjectFacets,
  ProjectLabels,
  ProjectReadingState,
  ProjectRepository,
  ProjectSuggestion,
  SignalsHost,
  SignalsOverview,
  TrustedCommitter,
  WantedHelp,
} from './types';
import {
  discoveryRules,
  governanceLevels,
  projectFieldSources,
  projectMarks,
  projectStandings,
  publiccodeGaps,
  readinessLines,
  releaseLines,
} from './words';

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const link = z.url({ protocol: /^https?$/ });
const source = z.enum(projectFieldSources);
const governanceLevel = z.enum(governanceLevels);

const repository = z.strictObject({
  url: link,
  host: text,
  slug: text,
  path: text.optional(),
} satisfies FieldsOf<ProjectRepository>);

const labels = z.strictObject({
  activity: label,
  welcoming: label,
  reach: label,
} satisfies FieldsOf<ProjectLabels>);

const projectFields = {
  ref,
  title: text,
  description: text.optional(),
  motivation: text.optional(),
  listedBy: z.strictObject({ rule: z.enum(discoveryRules), detail: text }),
  standing: z.enum(projectStandings),
  marks: z.array(z.enum(projectMarks)),
  ownerRef: ref.optional(),
  ownerState,
  systemRef: ref.optional(),
  businessUnitRef: ref.optional(),
  governanceLevel: governanceLevel.optional(),
  language: text.optional(),
  skills: z.array(text),
  contributions: z.array(text),
  repository: repository.optional(),
  lastHumanPush,
  wantedHelp,
  dependants,
  labels,
} satisfies FieldsOf<InnerSourceProject>;

/** @public */
export const innerSourceProjectSchema = z.strictObject(projectFields);

const trustedCommitter = z.strictObject({
  ref: ref.optional(),
  handle: text.optional(),
  title: text.optional(),
  state: z.enum(['present', 'missing']),
  role: text.optional(),
  source,
  distance: count.optional(),
} satisfies FieldsOf<TrustedCommitter>);

const helpItem = z.strictObject({
  title: text,
  url: link,
  labels: z.array(z.string()),
  openedAt: time,
  effort: text.optional(),
  comments: count.optional(),
} satisfies FieldsOf<WantedHelp>);

function line<Id extends string>(ids: readonly [Id, ...Id[]]) {
  return z.strictObject({
    id: z.enum(ids) as unknown as z.ZodType<Id>,
    state: z.enum(['met', 'not-met', 'unknown']),
    fact: text.optional(),
    editUrl: link.optional(),
  } satisfies FieldsOf<ChecklistLine<Id>>);
}

const finding = z.strictObject({
  code: text,
  severity: z.enum(['error', 'warning', 'info']),
  where: text,
  message: text,
  mend: text,
} satisfies FieldsOf<OspoFinding>);

const reading = z.strictObject({
  source: text,
  state: z.enum(['ok', 'partial', 'failed', 'waiting', 'not-connected']),
  fetchedAt: time.optional(),
  nextAt: time.optional(),
  note: text.optional(),
} satisfies FieldsOf<ProjectReadingState>);

const sourceOf = source.optional();

/** @public */
export const innerSourceProjectDetailSchema = z.strictObject({
  ...projectFields,
  sources: z.strictObject({
    title: sourceOf,
    description: sourceOf,
    motivation: sourceOf,
    skills: sourceOf,
    contributions: sourceOf,
    language: sourceOf,
    governanceLevel: sourceOf,
    licence: sourceOf,
    logo: sourceOf,
    docs: sourceOf,
    trustedCommitters: sourceOf,
    channels: sourceOf,
  } satisfies FieldsOf<InnerSourceProjectDetail['sources']>),
  licence: text.optional(),
  logo: link.optional(),
  docs: link.optional(),
  channels: z.array(
    z.strictObject({
      type: z.enum([
        'chat',
        'issues',
        'contributing',
        'support',
        'rfc',
        'roadmap',
        'docs',
      ]),
      url: z.url({ protocol: /^(https?|mailto)$/ }),
      title: text.optional(),
      source,
    } satisfies FieldsOf<InnerSourceProjectDetail['channels'][number]>),
  ),
  trustedCommitters: z.array(trustedCommitter),
  topics: z.array(text),
  reviewSlo: text.optional(),
  reviewedOn: z.iso.date().optional(),
  signals,
  wantedHelpItems: z.array(helpItem),
  readiness: z.array(line(readinessLines)),
  release: z.array(line(releaseLines)),
  publiccodeGaps: z.array(z.enum(publiccodeGaps)),
  findings: z.array(finding),
  sameRepository: z.array(
    z.strictObject({ ref, title: text, path: text.optional() }),
  ),
  may: z.strictObject({ refresh: z.boolean() }),
  readings: z.array(reading),
} satisfies FieldsOf<InnerSourceProjectDetail>);

const facet = z.array(
  z.strictObject({
    value: text,
    title: text.optional(),
    count,
  } satisfies FieldsOf<ProjectFacet>),
);

/** @public */
export const projectFacetsSchema = z.strictObject({
  skill: facet,
  language: facet,
  contribution: facet,
  governanceLevel: facet,
  businessUnit: facet,
  system: facet,
  activity: facet,
  welcoming: facet,
  standing: facet,
} satisfies FieldsOf<ProjectFacets>);

/** @public */
export const projectSuggestionSchema = z.strictObject({
  project: innerSourceProjectSchema,
  skills: z.array(text).min(1),
  contributions: z.array(text),
} satisfies FieldsOf<ProjectSuggestion>);

/** @public */
export const overlapMatchSchema = z.strictObject({
  kind: z.enum(['project', 'entity', 'package']),
  ref: text,
  title: text,
  description: text.optional(),
  ownerRef: ref.optional(),
  ownerState: ownerState.optional(),
  reasons: z
    .array(
      z.strictObject({
        code: z.enum(['words', 'packages', 'used-package']),
        detail: text,
        components: count.optional(),
        packages: z.strictObject({ shared: count, compared: count }).optional(),
      }),
    )
    .min(1),
  weight: share,
} satisfies FieldsOf<OverlapMatch>);

/** @public */
export const signalsOverviewSchema = z.strictObject({
  connected: z.boolean(),
  projects: z.strictObject({
    total: count,
    read: count,
    waiting: count,
    failed: count,
    unread: count,
  }),
  discoveredAt: time.optional(),
  hosts: z.array(
    z.strictObject({
      host: text,
      source: text,
      projects: count,
      budget: z.strictObject({
        used: count,
        limit: count,
        resetsAt: time.optional(),
      }),
      blockedUntil: time.optional(),
      lastSuccessAt: time.optional(),
      lastError: z.strictObject({ at: time, message: text }).optional(),
    } satisfies FieldsOf<SignalsHost>),
  ),
} satisfies FieldsOf<SignalsOverview>);
