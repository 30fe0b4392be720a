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
import { UsagePackage } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn } from '../shared/DataTable';
import { LicenceList } from '../shared/LicenceLink';
import { PackageCell } from '../shared/PackageCell';
import { useFormat } from '../shared/useFormat';

/** Columns of every list of packages. */
export function usePackageColumns(): DataColumn<UsagePackage>[] {
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'package',
      label: t('field.package'),
      isRowHeader: true,
      cell: row => <PackageCell item={row} />,
    },
    {
      id: 'ecosystem',
      label: t('field.ecosystem'),
      isShort: true,
      cell: row => row.ecosystem,
    },
    {
      id: 'components',
      label: t('field.components'),
      isNumber: true,
      cell: row => format.number(row.components),
    },
    {
      id: 'direct',
      label: t('field.directly'),
      isNumber: true,
      cell: row => format.number(row.direct),
    },
    {
      id: 'versions',
      label: t('field.versions'),
      isNumber: true,
      cell: row => format.number(row.versions),
    },
    {
      id: 'licences',
      label: t('field.licences'),
      cell: row => <LicenceList licences={row.licences} />,
    },
  ];
}
