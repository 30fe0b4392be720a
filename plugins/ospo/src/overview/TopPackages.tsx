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
import { UsagePackage } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataTable } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { Panel } from '../shared/Screen';
import { useOspoLinks } from '../shared/useOspoLinks';
import { usePackageColumns } from '../usage/packageColumns';

const SHOWN = 10;
const shownColumns = ['package', 'components', 'direct', 'licences'];

export interface TopPackagesProps {
  packages: UsagePackage[];
}

export function TopPackages(props: TopPackagesProps) {
  const { packages } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const links = useOspoLinks();
  const columns = usePackageColumns().filter(column =>
    shownColumns.includes(column.id),
  );
  return (
    <Panel
      title={t('overview.topPackages')}
      actions={<Link href={links.packages()}>{t('overview.seeAll')}</Link>}
    >
      {packages.length === 0 ? (
        <EmptyFace title={t('packages.none')} />
      ) : (
        <DataTable
          isCompact
          label={t('overview.topPackages')}
          columns={columns}
          rows={packages.slice(0, SHOWN)}
          getKey={row => row.key}
        />
      )}
    </Panel>
  );
}
