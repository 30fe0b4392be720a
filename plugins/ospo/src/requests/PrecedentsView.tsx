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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Precedent } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { FilterBar } from '../shared/FilterBar';
import { ListContent } from '../shared/ListContent';
import styles from '../shared/Office.module.css';
import { Panel, ScreenHead } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { OutcomeBadge, ValidityBadge } from './badges';
import {
  isNarrowed,
  precedentStates,
  readPrecedentsQuery,
} from './requestQueries';
import { useTypeNames } from './useTypeNames';

/** Decisions that others may reuse. */
export function PrecedentsView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const query = useQueryState();
  const types = useTypeNames();
  const question = readPrecedentsQuery(query);
  const columns = usePrecedentColumns(types.nameOf);
  const competencies = useOspo(['competencies', 'profile'], (api, signal) =>
    api.competencies.listCompetencies({ limit: 200 }, { signal }),
  );
  const state = useOspo(['precedents', question], (api, signal) =>
    api.requests.listPrecedents(question, { signal }),
  );
  return (
    <>
      <ScreenHead title={t('precedent.title')} intro={t('precedent.intro')} />
      <Panel>
        <FilterBar
          query={query}
          searchPlaceholder={t('precedent.searchPlaceholder')}
          filters={[
            {
              name: 'state',
              label: t('precedent.validity'),
              options: precedentStates.map(value => ({
                value,
                label: t(`precedent.state.${value}`),
              })),
            },
            {
              name: 'type',
              label: t('requests.type'),
              options: types.options,
            },
            {
              name: 'competency',
              label: t('competencies.name'),
              options: (competencies.status === 'loaded'
                ? competencies.value.items
                : []
              ).map(item => ({ value: item.ref, label: item.title })),
            },
          ]}
        />
        <ListContent
          label={t('precedent.title')}
          state={state}
          query={query}
          columns={columns}
          getKey={row => row.id}
          isNarrowed={isNarrowed(question)}
          empty={
            <EmptyFace
              title={t('precedent.none')}
              hint={t('precedent.noneHint')}
            />
          }
        />
      </Panel>
    </>
  );
}

function usePrecedentColumns(
  typeName: (id: string) => string,
): DataColumn<Precedent>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  return [
    {
      id: 'precedent',
      label: t('precedent.name'),
      isRowHeader: true,
      cell: row => (
        <>
          <Link href={links.precedent(row.id)}>{row.title}</Link>
          <span className={styles.muted}>{typeName(row.typeId)}</span>
        </>
      ),
    },
    {
      id: 'outcome',
      label: t('precedent.outcome'),
      isShort: true,
      cell: row => <OutcomeBadge outcome={row.outcome} />,
    },
    {
      id: 'competencies',
      label: t('requests.competencies'),
      cell: row => row.competencies.map(({ title }) => title).join(', ') || '–',
    },
    {
      id: 'validity',
      label: t('precedent.validity'),
      cell: row => <ValidityBadge precedent={row} />,
    },
    {
      id: 'published',
      label: t('precedent.published'),
      isShort: true,
      cell: row => format.date(row.publishedAt),
    },
  ];
}
