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
import { Select } from '@backstage/ui';
import { RequestFigures } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoOfficeTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { AsyncContent } from '../shared/AsyncContent';
import { BarChart, ChartOrTable } from '../shared/ChartOrTable';
import { DataColumn, DataTable } from '../shared/DataTable';
import { Unknown } from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import styles from '../shared/Office.module.css';
import { Panel, ScreenHead } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useQueryState } from '../shared/useQueryState';
import { useTypeNames } from './useTypeNames';

const groupings = ['type', 'competency'] as const;
const periods = [90, 365, 1825] as const;
const DAY_MS = 86_400_000;

type Row = RequestFigures['rows'][number];

/** A day so many days ago, so that the same question is asked all day long. */
function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

/** What came in, what was answered, and how long it took. */
export function FiguresView() {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const query = useQueryState();
  const by = groupings.find(word => word === query.one('by')) ?? 'type';
  const days = periods.find(word => String(word) === query.one('days')) ?? 90;
  const to = dayBefore(0);
  const from = dayBefore(days);
  const state = useOspo(['figures', by, from, to], (api, signal) =>
    api.requests.getFigures({ by, from, to }, { signal }),
  );
  return (
    <>
      <ScreenHead title={t('figures.title')} intro={t('figures.intro')} />
      <div className={styles.row}>
        <Select
          label={t('figures.groupBy')}
          options={groupings.map(word => ({
            id: word,
            label: t(`figures.by.${word}`),
          }))}
          value={by}
          onChange={key => query.change({ by: String(key) })}
        />
        <Select
          label={t('figures.period')}
          options={periods.map(period => ({
            id: String(period),
            label: t(`figures.days.d${period}`),
          }))}
          value={String(days)}
          onChange={key => query.change({ days: String(key) })}
        />
      </div>
      <AsyncContent state={state} rows={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyFace title={t('figures.none')} />
            </Panel>
          ) : (
            <Figures by={by} rows={rows} />
          )
        }
      </AsyncContent>
    </>
  );
}

function Figures(props: { by: (typeof groupings)[number]; rows: Row[] }) {
  const { by, rows } = props;
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const types = useTypeNames();
  // The backend names kinds of request in English, those that are gone too; competencies have one name.
  const titleOf = (row: Row) =>
    by === 'type' && types.types.some(({ id }) => id === row.key)
      ? types.nameOf(row.key)
      : row.title;
  const columns = useFigureColumns(t(`figures.by.${by}`), titleOf);
  const table = (
    <DataTable
      label={t('figures.title')}
      columns={columns}
      rows={rows}
      getKey={row => row.key}
    />
  );
  return (
    <>
      <Panel title={t(`figures.by.${by}`)}>{table}</Panel>
      <ChartOrTable
        title={t('figures.chart')}
        chart={
          <BarChart
            label={t('figures.chart')}
            bars={rows.map(row => ({
              id: row.key,
              label: titleOf(row),
              value: row.in,
              text: format.number(row.in),
            }))}
          />
        }
        table={table}
      />
    </>
  );
}

function useFigureColumns(
  groupLabel: string,
  titleOf: (row: Row) => string,
): DataColumn<Row>[] {
  const { t } = useTranslationRef(ospoOfficeTranslationRef);
  const format = useFormat();
  const median = (hours: number | undefined, n: number) =>
    hours === undefined ? (
      <Unknown />
    ) : (
      t('figures.median', {
        hours: format.number(hours),
        n: format.number(n),
      })
    );
  return [
    {
      id: 'title',
      label: groupLabel,
      isRowHeader: true,
      cell: titleOf,
    },
    ...(['in', 'answered', 'open', 'overdue'] as const).map(name => ({
      id: name,
      label: t(`figures.${name}`),
      isNumber: true,
      cell: (row: Row) => format.number(row[name]),
    })),
    {
      id: 'ack',
      label: t('figures.ack'),
      isNumber: true,
      cell: row => median(row.medianAckHours, row.nAck),
    },
    {
      id: 'done',
      label: t('figures.done'),
      isNumber: true,
      cell: row => median(row.medianDoneHours, row.nDone),
    },
  ];
}
