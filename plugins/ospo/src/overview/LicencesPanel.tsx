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
import { UsageOverview } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { BarChart, ChartOrTable } from '../shared/ChartOrTable';
import { DataTable } from '../shared/DataTable';
import { useLicenceName } from '../shared/LicenceLink';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import { useLicenceColumns } from '../usage/licenceColumns';

const SHOWN = 8;

export interface LicencesPanelProps {
  overview: UsageOverview;
}

/** Which licences most usages are under; shares are of all usages, unknown ones included. */
export function LicencesPanel(props: LicencesPanelProps) {
  const { licences, totals } = props.overview;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const licenceName = useLicenceName();
  const columns = useLicenceColumns();
  const shown = licences.slice(0, SHOWN);
  const title = t('overview.licenceDistribution');
  return (
    <ChartOrTable
      title={title}
      actions={<Link href={links.licences()}>{t('overview.seeAll')}</Link>}
      chart={
        <BarChart
          label={title}
          bars={shown.map(licence => ({
            id: licence.key,
            label: licenceName(licence),
            value: licence.usages,
            text: `${format.number(licence.usages)} (${format.percent(
              totals.usages > 0 ? licence.usages / totals.usages : undefined,
            )})`,
            href: links.licence(licence.key),
            isUnknown: licence.status !== 'known',
          }))}
        />
      }
      table={
        <DataTable
          isCompact
          label={title}
          columns={columns}
          rows={shown}
          getKey={row => row.key}
        />
      }
    />
  );
}
