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
import { TrendPoint } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { ChartOrTable, TrendChart } from '../shared/ChartOrTable';
import { DataColumn, DataTable } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { Panel } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';

interface Measure {
  id: string;
  label: string;
  read: (point: TrendPoint) => number | undefined;
}

export interface TrendPanelProps {
  points: TrendPoint[];
}

/** How the whole changed, day by day on which something changed. */
export function TrendPanel(props: TrendPanelProps) {
  const { points } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const title = t('overview.trend');
  if (points.length < 2) {
    return (
      <Panel title={title}>
        <EmptyFace
          title={t('overview.trendNone')}
          hint={t('overview.trendEmpty')}
        />
      </Panel>
    );
  }
  const allMeasures: Measure[] = [
    {
      id: 'components',
      label: t('overview.coverageLong'),
      read: point => point.componentsWithSbom,
    },
    {
      id: 'packages',
      label: t('overview.packages'),
      read: point => point.packages,
    },
    { id: 'usages', label: t('overview.usages'), read: point => point.usages },
    {
      id: 'unknown',
      label: t('field.licenceUnknown'),
      read: point => point.licenceUnknown,
    },
  ];
  const measures = allMeasures.filter(measure =>
    points.some(point => measure.read(point) !== undefined),
  );
  const columns: DataColumn<TrendPoint>[] = [
    {
      id: 'day',
      label: t('field.day'),
      isRowHeader: true,
      cell: row => format.date(row.day),
    },
    ...measures.map(measure => ({
      id: measure.id,
      label: measure.label,
      isNumber: true,
      cell: (row: TrendPoint) => format.number(measure.read(row)),
    })),
  ];
  return (
    <ChartOrTable
      title={title}
      chart={
        <TrendChart
          series={measures.map(({ id, label, read }) => {
            const known = points.filter(point => read(point) !== undefined);
            const first = known[0];
            const latest = read(known[known.length - 1]);
            return {
              id,
              label,
              latest: format.number(latest),
              change: t('overview.trendChange', {
                change: format.change((latest ?? 0) - (read(first) ?? 0)),
                date: format.date(first.day),
              }),
              points: points.map(point => ({
                day: point.day,
                value: read(point),
              })),
            };
          })}
        />
      }
      table={
        <DataTable
          isCompact
          label={title}
          columns={columns}
          rows={[...points].reverse()}
          getKey={row => row.day}
        />
      }
    />
  );
}
