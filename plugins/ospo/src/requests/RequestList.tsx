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
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  OspoRequest,
  requestStates,
  RequestView,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoOfficeTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { CsvButton } from '../shared/CsvButton';
import { DataColumn } from '../shared/DataTable';
import { FilterBar, FilterChoice } from '../shared/FilterBar';
import { ListContent } from '../shared/ListContent';
import styles from '../shared/Office.module.css';
import { Panel } from '../shared/Screen';
import { ToneBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { isNarrowed, readRequestsQuery } from './requestQueries';
import { StatusLine } from './StatusLine';
import { useTypeNames } from './useTypeNames';

export interface RequestListProps {
  view: RequestView;
  label: string;
  empty: ReactNode;
  /** Filters before the usual ones. */
  filters?: FilterChoice[];
  /** Stands between the name and the status. */
  column?: DataColumn<OspoRequest>;
}

/** A list of requests, each with its status line. */
export function RequestList(props: RequestListProps) {
  const { view, label, empty, filters = [], column } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  const types = useTypeNames();
  const question = readRequestsQuery(query, view);
  const columns = useRequestColumns(types.nameOf, column);
  const state = useOspo(['requests', question], (api, signal) =>
    api.requests.listRequests(question, { signal }),
  );
  return (
    <Panel>
      <FilterBar
        query={query}
        searchPlaceholder={t('requests.searchPlaceholder')}
        filters={[
          ...filters,
          {
            name: 'state',
            label: t('requests.stateLabel'),
            options: requestStates.map(value => ({
              value,
              label: t(`requestState.${value}`),
            })),
          },
          {
            name: 'type',
            label: t('requests.type'),
            options: types.options,
          },
        ]}
        sort={{
          byDefault: '-updatedAt',
          options: [
            { value: '-updatedAt', label: t('requests.sortUpdated') },
            { value: 'doneDue', label: t('requests.sortDue') },
            { value: '-createdAt', label: t('requests.sortCreated') },
          ],
        }}
      >
        <CsvButton
          fileName={`requests-${view}.csv`}
          load={() => ospo.requests.downloadRequestsCsv(question)}
        />
      </FilterBar>
      <ListContent
        label={label}
        state={state}
        query={query}
        columns={columns}
        getKey={row => row.id}
        isNarrowed={isNarrowed(question)}
        empty={empty}
      />
    </Panel>
  );
}

export interface RequestNameProps {
  request: OspoRequest;
}

/** A request by number and title; a draft leads on with writing. */
export function RequestName(props: RequestNameProps) {
  const { id, number, title, state, confidentiality } = props.request;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  return (
    <>
      <Link
        href={state === 'draft' ? links.ask({ draft: id }) : links.request(id)}
      >
        {`${number} ${title}`}
      </Link>{' '}
      {confidentiality === 'confidential' && (
        <ToneBadge tone="note">{t('badge.confidential')}</ToneBadge>
      )}
    </>
  );
}

function useRequestColumns(
  typeName: (id: string) => string,
  column: DataColumn<OspoRequest> | undefined,
): DataColumn<OspoRequest>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'request',
      label: t('requests.number'),
      isRowHeader: true,
      cell: row => (
        <>
          <RequestName request={row} />
          <span className={styles.muted}>{typeName(row.typeId)}</span>
        </>
      ),
    },
    ...(column ? [column] : []),
    {
      id: 'status',
      label: t('requests.status'),
      cell: row => <StatusLine request={row} />,
    },
    {
      id: 'competencies',
      label: t('requests.competencies'),
      cell: row =>
        row.workItems
          .map(
            item =>
              `${item.competency.title}: ${t(`workItemState.${item.state}`)}`,
          )
          .join('; ') || '–',
    },
    {
      id: 'updated',
      label: t('requests.updated'),
      isShort: true,
      cell: row => format.date(row.updatedAt),
    },
  ];
}
