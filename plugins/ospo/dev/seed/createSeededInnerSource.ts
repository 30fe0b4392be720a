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

import {
  InnerSourceApi,
  InnerSourceProjectDetail,
  ProjectFilters,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { noFacets, someSources } from '../../src/__testUtils__/projectBuilders';
import { seedPage } from './seedPage';
import { seedProjects } from './seedProjects';

function holds(values: string[], chosen: readonly string[] | undefined) {
  return !chosen || chosen.some(word => values.includes(word));
}

function level(label: { level?: string }) {
  return [label.level ?? 'unknown'];
}

function matches(project: InnerSourceProjectDetail, filters: ProjectFilters) {
  const text = [project.title, project.description, ...project.skills]
    .join(' ')
    .toLocaleLowerCase('sv');
  return (
    (filters.q ?? '')
      .toLocaleLowerCase('sv')
      .split(/\s+/)
      .every(word => text.includes(word)) &&
    holds(project.skills, filters.skill) &&
    holds(project.contributions, filters.contribution) &&
    holds([project.language ?? ''], filters.language) &&
    holds([project.governanceLevel ?? ''], filters.governanceLevel) &&
    holds([project.businessUnitRef ?? ''], filters.businessUnit) &&
    holds([project.systemRef ?? ''], filters.system) &&
    holds(level(project.labels.activity), filters.activity) &&
    holds(level(project.labels.welcoming), filters.welcoming) &&
    holds([project.standing], filters.standing)
  );
}

function count(values: string[]) {
  return [...new Set(values)].map(value => ({
    value,
    count: values.filter(other => other === value).length,
  }));
}

const standings = ['open', 'needs-care', 'retired'];

/** The inner-source part of the API over the seeds. */
export function createSeededInnerSource(): InnerSourceApi {
  const find = (filters: ProjectFilters) =>
    seedProjects
      .filter(project => matches(project, filters))
      .sort(
        (a, b) =>
          standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
          (b.labels.activity.percentile ?? -1) -
            (a.labels.activity.percentile ?? -1),
      );
  const get = async ({ ref }: { ref: string }) => {
    const found = seedProjects.find(project => project.ref === ref);
    if (!found) {
      throw Object.assign(new Error('No project found'), { statusCode: 404 });
    }
    return found;
  };
  return {
    listProjects: async query => seedPage(find(query), query),
    getProjectFacets: async filters => {
      const found = find(filters);
      const all = (valueOf: (project: InnerSourceProjectDetail) => string[]) =>
        count(found.flatMap(valueOf));
      return {
        ...noFacets,
        skill: all(project => project.skills),
        language: all(({ language }) => (language ? [language] : [])),
        contribution: all(project => project.contributions),
        governanceLevel: all(({ governanceLevel }) =>
          governanceLevel ? [governanceLevel] : [],
        ),
        system: all(({ systemRef }) => (systemRef ? [systemRef] : [])),
        activity: all(({ labels }) => level(labels.activity)),
        welcoming: all(({ labels }) => level(labels.welcoming)),
        standing: all(({ standing }) => [standing]),
      };
    },
    downloadProjectsCsv: async () => new Blob(['project\n']),
    getProject: get,
    refreshProject: get,
    pushSignals: async () => ({ items: [] }),
    getSuggestions: async () => ({
      optedIn: true,
      items: seedProjects.slice(0, 5).map(project => ({
        project,
        skills: project.skills,
        contributions: project.contributions,
      })),
    }),
    findOverlap: async ({ q = '' }) => ({
      items: find({ q }).map((project, at) => ({
        kind: (['project', 'entity'] as const)[at % 2],
        ref: project.ref,
        title: project.title,
        description: project.description,
        ownerRef: project.ownerRef,
        ownerState: project.ownerState,
        reasons: [{ code: 'words' as const, detail: q }],
        weight: 1 / (at + 1),
      })),
    }),
    getSignalsOverview: async () => someSources({ connected: false }),
    downloadReposJson: async () => new Blob(['[]']),
    downloadPubliccode: async () => new Blob(['publiccodeYmlVersion: 0.5\n']),
  };
}
