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

import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { OspoPage, UsageBasis } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from './AsyncContent';
import { Basis } from './Basis';
import { DataColumn, DataTable } from './DataTable';
import { EmptyFace } from './Faces';
import { Pager, RowCount } from './Pager';
import { LoadState } from './useLoad';
import { QueryState } from './useQueryState';

export interface ListContentProps<T> {
  label: string;
  state: LoadState<OspoPage<T> & { basis?: UsageBasis }>;
  query: QueryState;
  columns: DataColumn<T>[];
  getKey: (row: T) => string;
  /** True when the person narrowed the list, so that emptiness is no surprise. */
  isNarrowed: boolean;
  /** What to show when there is nothing at all yet. */
  empty: ReactNode;
  hasBasis?: boolean;
}

/** A page of rows in its four faces, with what it counts and the way to the next page. */
export function ListContent<T>(props: ListContentProps<T>) {
  const { label, state, query, columns, getKey, isNarrowed, empty } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  return (
    <AsyncContent state={state} rows={10}>
      {(page, isRefreshing) => {
        if (page.items.length === 0) {
          return isNarrowed || query.cursor || page.nextCursor ? (
            <EmptyFace title={t('list.empty')} hint={t('list.emptyHint')}>
              {query.cursor && (
                <Button variant="secondary" onPress={query.goFirst}>
                  {t('list.first')}
                </Button>
              )}
              {/* So much on the way to them is hidden that the office stopped looking. */}
              {page.nextCursor && (
                <Pager query={query} nextCursor={page.nextCursor} />
              )}
            </EmptyFace>
          ) : (
            empty
          );
        }
        return (
          <>
            <RowCount page={page} />
            <DataTable
              label={label}
              columns={columns}
              rows={page.items}
              getKey={getKey}
              isRefreshing={isRefreshing}
            />
            <Pager query={query} nextCursor={page.nextCursor} />
            {props.hasBasis !== false && page.basis && (
              <Basis basis={page.basis} />
            )}
          </>
        );
      }}
    </AsyncContent>
  );
}
