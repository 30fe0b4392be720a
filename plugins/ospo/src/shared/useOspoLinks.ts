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

import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';
import { toPathKey } from './pathKey';

/** Values of query parameters; undefined and empty ones are left out. */
export type QueryValues = Record<string, string | string[] | undefined>;

/** Addresses of our own screens. */
export interface OspoLinks {
  overview(query?: QueryValues): string;
  packages(query?: QueryValues): string;
  package(key: string, query?: QueryValues): string;
  licences(query?: QueryValues): string;
  licence(key: string, query?: QueryValues): string;
  components(query?: QueryValues): string;
  coverage(query?: QueryValues): string;
  competencies(query?: QueryValues): string;
  competencyView(view: CompetencyView, query?: QueryValues): string;
  competency(ref: string): string;
  ask(about?: AskAbout): string;
  requests(view: RequestsView, query?: QueryValues): string;
  request(id: string): string;
  precedent(id: string): string;
  projects(query?: QueryValues): string;
  projectView(view: ProjectView, query?: QueryValues): string;
  project(ref: string): string;
}

/** Views of the tab "Competencies" beside the directory. */
export type CompetencyView =
  | 'profile'
  | 'coverage'
  | 'load'
  | 'gaps'
  | 'evidence';

/** Views of the tab "Inner source" beside the list. */
export type ProjectView = 'for-me' | 'exists' | 'sources';

/** Views of the tab "Requests" beside asking. */
export type RequestsView =
  | 'mine'
  | 'waiting'
  | 'triage'
  | 'precedents'
  | 'figures';

/** What a request is about from the start; the form asks no more for it. */
export type AskAbout = {
  type?: string;
  entity?: string;
  package?: string;
  licence?: string;
  competency?: string;
  draft?: string;
};

export function withQuery(path: string, query: QueryValues = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value ?? []].flat()) {
      params.append(name, item);
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Namespace and name of a competency as two parts of a path. */
function refPath(ref: string): string {
  const [, namespace, name] = /^[^:]*:([^/]*)\/(.*)$/.exec(ref) ?? [
    '',
    '-',
    ref,
  ];
  return [namespace, name].map(encodeURIComponent).join('/');
}

/** Namespace, kind and name of an entity as three parts of a path, in the order that the catalog has them. */
function entityPath(ref: string): string {
  const [, kind, namespace, name] = /^([^:]*):([^/]*)\/(.*)$/.exec(ref) ?? [
    '',
    '-',
    '-',
    ref,
  ];
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}

export function useOspoLinks(): OspoLinks {
  const root = useRouteRef(rootRouteRef)().replace(/\/$/, '');
  return useMemo(() => {
    const list = `${root}/open-source`;
    const competencies = `${root}/competencies`;
    const requests = `${root}/requests`;
    const innerSource = `${root}/inner-source`;
    return {
      overview: query => withQuery(`${root}/overview`, query),
      packages: query => withQuery(`${list}/packages`, query),
      package: (key, query) =>
        withQuery(`${list}/packages/${toPathKey(key)}`, query),
      licences: query => withQuery(`${list}/licences`, query),
      licence: (key, query) =>
        withQuery(`${list}/licences/${toPathKey(key)}`, query),
      components: query => withQuery(`${list}/components`, query),
      coverage: query => withQuery(`${list}/coverage`, query),
      competencies: query => withQuery(`${competencies}/directory`, query),
      competencyView: (view, query) =>
        withQuery(`${competencies}/${view}`, query),
      competency: ref => `${competencies}/${refPath(ref)}`,
      ask: about => withQuery(`${requests}/ask`, about),
      requests: (view, query) => withQuery(`${requests}/${view}`, query),
      request: id => `${requests}/${encodeURIComponent(id)}`,
      precedent: id => `${requests}/precedents/${encodeURIComponent(id)}`,
      projects: query => withQuery(`${innerSource}/projects`, query),
      projectView: (view, query) => withQuery(`${innerSource}/${view}`, query),
      project: ref => `${innerSource}/projects/${entityPath(ref)}`,
    };
  }, [root]);
}
