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
import {
  coverageDimensions,
  CoverageMap,
  coverageStates,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { DataColumn, DataTable } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { Panel, ScreenHead } from '../shared/Screen';
import { SubNav } from '../shared/SubNav';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { CoverageCellButton, coverageSymbols } from './CoverageCellButton';

/** Competencies against units, countries or systems; each cell says how it stands and what to do next. */
export function CoverageMapView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const links = useOspoLinks();
  const query = useQueryState();
  const by =
    coverageDimensions.find(word => word === query.one('by')) ??
    'business-unit';
  const state = useOspo(['coverage map', by], (api, signal) =>
    api.competencies.getCoverageMap({ by }, { signal }),
  );
  return (
    <>
      <ScreenHead title={t('map.title')} intro={t('map.intro')} />
      <Panel>
        <SubNav
          label={t('map.columns')}
          current={by}
          items={coverageDimensions.map(word => ({
            id: word,
            label: t(`map.by.${word}`),
            href: links.competencyView('coverage', { by: word }),
          }))}
        />
        <AsyncContent state={state} rows={10}>
          {(map, isRefreshing) =>
            map.rows.length === 0 ? (
              <EmptyFace
                title={t('competencies.none')}
                hint={t('competencies.noneHint')}
              />
            ) : (
              <Map map={map} isRefreshing={isRefreshing} />
            )
          }
        </AsyncContent>
      </Panel>
    </>
  );
}

function Map(props: { map: CoverageMap; isRefreshing: boolean }) {
  const { map, isRefreshing } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  type Row = CoverageMap['rows'][number];
  const columns: DataColumn<Row>[] = [
    {
      id: 'competency',
      label: t('competencies.name'),
      isRowHeader: true,
      cell: row => (
        <Link href={links.competency(row.competency.ref)}>
          {row.competency.title}
        </Link>
      ),
    },
    {
      id: 'overall',
      label: t('map.overall'),
      cell: row => (
        <CoverageCellButton
          cell={row.overall}
          competency={row.competency}
          column={t('map.overall')}
        />
      ),
    },
    ...map.columns.map(({ key, title }) => ({
      id: `column ${key}`,
      label: title,
      cell: (row: Row) => {
        const cell = row.cells.find(({ column }) => column === key);
        return (
          cell && (
            <CoverageCellButton
              cell={cell}
              competency={row.competency}
              column={title}
            />
          )
        );
      },
    })),
  ];
  return (
    <>
      <ul className={styles.row} aria-label={t('map.legend')}>
        {coverageStates.map(word => (
          <li key={word} className={styles.muted}>
            {coverageSymbols[word]} {t(`coverageState.${word}`)}
          </li>
        ))}
      </ul>
      <DataTable
        label={t('map.title')}
        columns={columns}
        rows={map.rows}
        getKey={row => row.competency.ref}
        isRefreshing={isRefreshing}
      />
      <span className={styles.muted}>
        {map.columnsLeftOut !== undefined &&
          `${t('map.leftOut', { count: map.columnsLeftOut })} `}
        {t('map.asOf', { date: format.dateTime(map.asOf) })}
      </span>
    </>
  );
}
