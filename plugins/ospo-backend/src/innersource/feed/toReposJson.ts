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

import { createHash } from 'node:crypto';
import { ProjectsView, SeenProject } from '../view/ProjectsView';

/** A row of `repos.json` as the project portal of SAP reads it: a result of GitHub's search with metadata beside it. */
export interface ReposJsonRow {
  id: number;
  name: string;
  full_name: string;
  html_url: string;
  description: string | null;
  created_at: string | null;
  updated_at: string | null;
  pushed_at: string | null;
  /** Unknown is null, which that portal shows as nothing. */
  stargazers_count: number | null;
  watchers_count: number | null;
  subscribers_count: number | null;
  forks_count: number | null;
  open_issues_count: number | null;
  language: string | null;
  license: { spdx_id: string } | null;
  default_branch: string | null;
  topics: string[];
  owner: { login: string; avatar_url: string };
  _InnerSourceMetadata: {
    title: string;
    motivation?: string;
    contributions?: string[];
    skills?: string[];
    logo?: string;
    docs?: string;
    topics: string[];
    participation?: number[];
    guidelines?: string;
    /** Absent when it is not known; that portal says so then. */
    score?: number;
  };
}

/** The projects that the caller sees, in the form that the portal of SAP and its crawlers use. */
export function toReposJson(
  view: ProjectsView,
  options: { pageOf: (ref: string) => string },
): ReposJsonRow[] {
  return view.projects.map(seen => toRow(seen, options.pageOf));
}

function toRow(
  { project, signals }: SeenProject,
  pageOf: (ref: string) => string,
): ReposJsonRow {
  const { facts, fields, kept, ref } = project;
  const forge = kept?.parts.facts?.value;
  const commits = kept?.parts.commits?.value;
  const slug = facts.repository?.slug ?? ref.replace(/^[^:]*:/, '');
  const at = slug.lastIndexOf('/');
  const login = slug.slice(0, Math.max(0, at));
  // Several projects may be in one repository; each is called what the catalog calls it then.
  const name = facts.repository?.path ? facts.name : slug.slice(at + 1);
  return {
    id: idOf(ref),
    name,
    full_name: `${login}/${name}`,
    html_url: facts.repository?.url ?? pageOf(ref),
    description: fields.description ?? null,
    created_at: forge?.createdAt ?? commits?.firstCommitAt ?? null,
    updated_at:
      forge?.updatedAt ?? forge?.pushedAt ?? commits?.lastHumanCommitAt ?? null,
    pushed_at: forge?.pushedAt ?? commits?.lastHumanCommitAt ?? null,
    stargazers_count: forge?.stars ?? null,
    watchers_count: forge?.stars ?? null,
    subscribers_count: forge?.subscribers ?? null,
    forks_count: forge?.forks ?? null,
    open_issues_count: forge?.openIssues ?? null,
    language: fields.language ?? null,
    license: fields.licence ? { spdx_id: fields.licence } : null,
    default_branch: forge?.defaultBranch ?? facts.repository?.ref ?? null,
    topics: fields.topics,
    owner: { login, avatar_url: './images/default1.png' },
    _InnerSourceMetadata: {
      title: fields.title ?? facts.name,
      ...(fields.motivation ? { motivation: fields.motivation } : {}),
      ...(fields.contributions.length > 0
        ? { contributions: fields.contributions }
        : {}),
      ...(fields.skills.length > 0 ? { skills: fields.skills } : {}),
      ...(fields.logo ? { logo: fields.logo } : {}),
      ...(fields.docs ? { docs: fields.docs } : {}),
      topics: fields.topics,
      ...participationOf(signals),
      ...guidelinesOf(signals),
      ...(signals.activityScore.value === null
        ? {}
        : { score: signals.activityScore.value }),
    },
  };
}

function participationOf(
  signals: SeenProject['signals'],
): { participation: number[] } | undefined {
  const { value } = signals.activity.participation;
  return value === null ? undefined : { participation: value };
}

function guidelinesOf(
  signals: SeenProject['signals'],
): { guidelines: string } | undefined {
  const found = signals.welcoming.documentation.value?.find(
    ({ document, as }) => document === 'contributing' && as === 'file',
  );
  return found && { guidelines: found.where };
}

/** The same for the same project, so that links to it last; that portal takes numbers only. */
function idOf(ref: string): number {
  return createHash('sha256').update(ref).digest().readUIntBE(0, 6);
}
