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
  UsageComponentDetail,
  UsageLicence,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import { EmptyFace } from '../shared/Faces';
import { LicenceLink } from '../shared/LicenceLink';
import { useFormat } from '../shared/useFormat';
import { withQuery } from '../shared/useOspoLinks';

export interface EntityLicencesProps {
  component: UsageComponentDetail;
}

/** The licences in one component; the number leads to its packages under them, the name to everybody's. */
export function EntityLicences(props: EntityLicencesProps) {
  const { licences } = props.component;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  if (licences.length === 0) {
    return (
      <EmptyFace
        title={t('entity.noLicences')}
        hint={t('entity.noLicencesHint')}
      />
    );
  }
  const columns: DataColumn<UsageLicence>[] = [
    {
      id: 'licence',
      label: t('field.licence'),
      isRowHeader: true,
      cell: row => <LicenceLink licence={row} />,
    },
    {
      id: 'packages',
      label: t('field.packages'),
      isNumber: true,
      cell: row => (
        <Link href={withQuery('', { view: 'packages', licence: row.key })}>
          {format.number(row.packages)}
        </Link>
      ),
    },
    {
      id: 'usages',
      label: t('field.usages'),
      isNumber: true,
      cell: row => format.number(row.usages),
    },
  ];
  return (
    <DataTable
      label={t('entity.licences')}
      columns={columns}
      rows={licences}
      getKey={row => row.key}
    />
  );
}
