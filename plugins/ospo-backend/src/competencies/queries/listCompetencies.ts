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
  Competency,
  coverageStates,
  ListCompetenciesQuery,
  OspoPage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { foldText } from '../../shared/foldText';

const DEFAULT_LIMIT = 50;
const positionSchema = z.tuple([z.string(), z.string()]);

/** The directory: filtered, sorted and paged in memory, where all of it is. */
export function listCompetencies(
  competencies: Iterable<Competency>,
  query: ListCompetenciesQuery,
): OspoPage<Competency> {
  const { cursor, limit = DEFAULT_LIMIT, ...rest } = query;
  const binding = cursorBinding({ list: 'competencies', ...rest });
  const after = decodeCursor({ cursor, binding, position: positionSchema });
  const found = [...competencies]
    .filter(competency => matches(competency, query))
    .map(competency => ({
      competency,
      position: [sortKey(competency, query.sort), competency.ref] as const,
    }))
    .sort((a, b) => compare(a.position, b.position));
  const rows = after
    ? found.filter(row => compare(row.position, after) > 0)
    : found;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row => row.competency),
    nextCursor:
      last && rows.length > limit
        ? encodeCursor({ binding, position: last.position })
        : undefined,
    total: { value: found.length, bounded: false },
  };
}

function matches(
  competency: Competency,
  query: ListCompetenciesQuery,
): boolean {
  const { type, tag, provider, providerKind, coverage, q } = query;
  const has = <T>(wanted: T[] | undefined, values: readonly T[]) =>
    wanted === undefined || values.some(value => wanted.includes(value));
  return (
    has(type, [competency.type]) &&
    has(tag, competency.tags) &&
    has(coverage, [competency.coverage]) &&
    has(
      provider,
      competency.providers.map(({ ref }) => ref),
    ) &&
    has(
      providerKind,
      competency.providers.map(({ kind }) => kind),
    ) &&
    (q === undefined || holdsWords(competency, q))
  );
}

function holdsWords(competency: Competency, q: string): boolean {
  const { title, description = '', tags, ref } = competency;
  const text = foldText([title, description, ...tags, ref].join('\n'));
  return foldText(q)
    .split(/\s+/)
    .every(word => text.includes(word));
}

function sortKey(
  competency: Competency,
  sort: ListCompetenciesQuery['sort'] = 'title',
): string {
  const title = foldText(competency.title);
  return sort === 'title'
    ? title
    : `${coverageStates.indexOf(competency.coverage)} ${title}`;
}

function compare(
  a: readonly [string, string],
  b: readonly [string, string],
): number {
  if (a[0] !== b[0]) {
    return a[0] < b[0] ? -1 : 1;
  }
  if (a[1] === b[1]) {
    return 0;
  }
  return a[1] < b[1] ? -1 : 1;
}
