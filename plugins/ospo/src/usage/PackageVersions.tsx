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
  UsagePackageDetail,
  UsagePackageVersion,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { DataColumn, DataTable } from '../shared/DataTable';
import { LicenceList } from '../shared/LicenceLink';
import { useFormat } from '../shared/useFormat';
import { useOspoLinks } from '../shared/useOspoLinks';
import styles from './PackagePage.module.css';

export interface PackageVersionsProps {
  detail: UsagePackageDetail;
}

function hasOneLicence(detail: UsagePackageDetail): boolean {
  const keys = detail.versionList.flatMap(version =>
    version.licences.map(licence => licence.key),
  );
  return new Set(keys).size <= 1;
}

/** The versions in use; each leads to those who use it. */
export function PackageVersions(props: PackageVersionsProps) {
  const { detail } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  const links = useOspoLinks();
  const columns: DataColumn<UsagePackageVersion>[] = [
    {
      id: 'version',
      label: t('field.version'),
      isRowHeader: true,
      cell: row =>
        row.version === undefined ? (
          t('package.noVersion')
        ) : (
          <Link
            href={links.package(detail.key, { version: row.version })}
            aria-label={t('package.filterVersion', { version: row.version })}
          >
            {row.version}
          </Link>
        ),
    },
    {
      id: 'components',
      label: t('field.components'),
      isNumber: true,
      cell: row => format.number(row.components),
    },
    // What is the same for all versions stands in the head of the page.
    ...(hasOneLicence(detail)
      ? []
      : [
          {
            id: 'licences',
            label: t('field.licences'),
            cell: (row: UsagePackageVersion) => (
              <LicenceList licences={row.licences} />
            ),
          },
        ]),
  ];
  return (
    <div
      role="region"
      aria-label={t('package.versions')}
      // Long lists scroll on their own, which the keyboard needs a stop for.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.versions}
    >
      <DataTable
        isCompact
        label={t('package.versions')}
        columns={columns}
        rows={detail.versionList}
        getKey={row => row.version ?? ''}
      />
      {detail.moreVersions && (
        <p className={styles.note}>{t('package.moreVersions')}</p>
      )}
    </div>
  );
}
