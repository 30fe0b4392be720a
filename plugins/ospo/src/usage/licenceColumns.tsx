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
import { UsageLicence } from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn } from '../shared/DataTable';
import { LicenceLink } from '../shared/LicenceLink';
import { useFormat } from '../shared/useFormat';

/** Columns of every list of licences. */
export function useLicenceColumns(): DataColumn<UsageLicence>[] {
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'licence',
      label: t('field.licence'),
      isRowHeader: true,
      cell: row => <LicenceLink licence={row} />,
    },
    {
      id: 'components',
      label: t('field.components'),
      isNumber: true,
      cell: row => format.number(row.components),
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
}
