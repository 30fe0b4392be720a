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
import { useLocation, useNavigate } from 'react-router-dom';
import { QueryValues } from './useOspoLinks';

/** Search, filters, sort and page of a list, kept in the address so that a link shows the same rows. */
export interface QueryState {
  one(name: string): string | undefined;
  many(name: string): string[];
  /** Only the values that are words of the vocabulary; an address can hold anything. */
  words<T extends string>(name: string, vocabulary: readonly T[]): T[];
  /** Changes parameters and goes back to the first page. `replace` when a person is still typing. */
  change(values: QueryValues, options?: { replace?: boolean }): void;
  cursor: string | undefined;
  page: number;
  goNext(cursor: string): void;
  goPrevious: (() => void) | undefined;
  goFirst(): void;
}

/** Cursors only lead forward, so the way back is remembered in the history entry. */
function earlierCursors(state: unknown): string[] {
  const cursors =
    typeof state === 'object' && state !== null && 'ospoCursors' in state
      ? state.ospoCursors
      : undefined;
  return Array.isArray(cursors)
    ? cursors.filter(cursor => typeof cursor === 'string')
    : [];
}

export function useQueryState(): QueryState {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const cursor = params.get('cursor') || undefined;
    const earlier = earlierCursors(state);
    const page = Math.max(1, Math.trunc(Number(params.get('page'))) || 1);

    const goTo = (to: { cursor?: string; page: number; earlier: string[] }) => {
      const next = new URLSearchParams(params);
      next.delete('cursor');
      next.delete('page');
      if (to.cursor) {
        next.set('cursor', to.cursor);
        next.set('page', String(to.page));
      }
      navigate(
        { search: next.toString() },
        { state: { ospoCursors: to.earlier } },
      );
    };

    return {
      one: name => params.get(name)?.trim() || undefined,
      many: name => params.getAll(name).filter(Boolean),
      words: (name, vocabulary) => {
        const given = params.getAll(name);
        return vocabulary.filter(word => given.includes(word));
      },
      change: (values, options) => {
        const next = new URLSearchParams(params);
        next.delete('cursor');
        next.delete('page');
        for (const [name, value] of Object.entries(values)) {
          next.delete(name);
          for (const item of [value ?? []].flat()) {
            next.append(name, item);
          }
        }
        if (next.toString() !== params.toString()) {
          navigate({ search: next.toString() }, { replace: options?.replace });
        }
      },
      cursor,
      page,
      goNext: to =>
        goTo({
          cursor: to,
          page: page + 1,
          earlier: [...earlier, cursor ?? ''],
        }),
      goPrevious:
        cursor && earlier.length > 0
          ? () =>
              goTo({
                cursor: earlier[earlier.length - 1],
                page: page - 1,
                earlier: earlier.slice(0, -1),
              })
          : undefined,
      goFirst: () => goTo({ page: 1, earlier: [] }),
    };
  }, [search, state, navigate]);
}
