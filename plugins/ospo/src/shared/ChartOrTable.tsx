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

import { lazy, ReactNode, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { RiBarChartHorizontalLine, RiTableLine } from '@remixicon/react';
import { WaitingFace } from './Faces';
import { Panel } from './Screen';

/** Charts come in a chunk of their own. */
export const BarChart = lazy(() =>
  import('../charts').then(charts => ({ default: charts.BarChart })),
);

export const TrendChart = lazy(() =>
  import('../charts').then(charts => ({ default: charts.TrendChart })),
);

export interface ChartOrTableProps {
  title: string;
  chart: ReactNode;
  table: ReactNode;
  actions?: ReactNode;
}

/** A picture, and the same numbers as a table for those who prefer or need them. */
export function ChartOrTable(props: ChartOrTableProps) {
  const { title, chart, table, actions } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const [isTable, setIsTable] = useState(false);
  return (
    <Panel
      title={title}
      actions={
        <>
          {actions}
          <Button
            variant="tertiary"
            iconStart={
              isTable ? (
                <RiBarChartHorizontalLine aria-hidden />
              ) : (
                <RiTableLine aria-hidden />
              )
            }
            onPress={() => setIsTable(!isTable)}
          >
            {isTable ? t('overview.showChart') : t('overview.showTable')}
          </Button>
        </>
      }
    >
      {isTable ? (
        table
      ) : (
        <Suspense fallback={<WaitingFace rows={5} />}>{chart}</Suspense>
      )}
    </Panel>
  );
}
