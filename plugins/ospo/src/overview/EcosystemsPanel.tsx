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
import { UsageEcosystem } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { BarChart, ChartOrTable } from '../shared/ChartOrTable';
import { DataColumn, DataTable } from '../shared/DataTable';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';

const SHOWN = 8;

export interface EcosystemsPanelProps {
  ecosystems: UsageEcosystem[];
}

export function EcosystemsPanel(props: EcosystemsPanelProps) {
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const title = t('overview.ecosystems');
  const ecosystems = [...props.ecosystems].sort(
    (a, b) => b.packages - a.packages,
  );
  const href = (ecosystem: string) => links.packages({ ecosystem });
  const columns: DataColumn<UsageEcosystem>[] = [
    {
      id: 'ecosystem',
      label: t('field.ecosystem'),
      isRowHeader: true,
      cell: row => <Link href={href(row.ecosystem)}>{row.ecosystem}</Link>,
    },
    {
      id: 'packages',
      label: t('field.packages'),
      isNumber: true,
      cell: row => format.number(row.packages),
    },
    {
      id: 'usages',
      label: t('field.usages'),
      isNumber: true,
      cell: row => format.number(row.usages),
    },
  ];
  return (
    <ChartOrTable
      title={title}
      chart={
        <BarChart
          label={title}
          bars={ecosystems.slice(0, SHOWN).map(item => ({
            id: item.ecosystem,
            label: item.ecosystem,
            value: item.packages,
            text: format.number(item.packages),
            href: href(item.ecosystem),
          }))}
        />
      }
      table={
        <DataTable
          isCompact
          label={title}
          columns={columns}
          rows={ecosystems}
          getKey={row => row.ecosystem}
        />
      }
    />
  );
}
