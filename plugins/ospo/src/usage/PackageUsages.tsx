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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PackageUsage,
  UsagePackageDetail,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { CsvButton } from '../shared/CsvButton';
import { DataColumn } from '../shared/DataTable';
import {
  ComponentCell,
  EntityCell,
  OwnerCell,
  Sub,
  Unknown,
} from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { FilterBar } from '../shared/FilterBar';
import { LicenceLink } from '../shared/LicenceLink';
import { ListContent } from '../shared/ListContent';
import { RelationBadge } from '../shared/RelationBadge';
import { Panel } from '../shared/Screen';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { useQueryState } from '../shared/useQueryState';
import { isNarrowed, readUsagesQuery } from './queries';
import { useListFilters } from './useListFilters';

export interface PackageUsagesProps {
  detail: UsagePackageDetail;
}

/** Every component that uses a package, with the owner one click away. */
export function PackageUsages(props: PackageUsagesProps) {
  const { detail } = props;
  const { t } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  const question = readUsagesQuery(query, detail.key);
  const filters = useListFilters();
  const columns = useUsageColumns();
  const state = useOspo(['usages', question], (api, signal) =>
    api.listPackageUsages(question, { signal }),
  );
  const { cursor, ...allRows } = question;
  const versions = detail.versionList.flatMap(({ version }) =>
    version === undefined ? [] : [{ value: version, label: version }],
  );

  return (
    <Panel
      title={t('package.usedBy')}
      actions={
        <CsvButton
          fileName="package-usages.csv"
          load={() =>
            ospo.downloadCsv({ list: 'package-usages', query: allRows })
          }
        />
      }
    >
      <FilterBar
        query={query}
        filters={[
          {
            name: 'version',
            label: t('field.version'),
            options: versions,
            isSingle: true,
          },
          filters.relation,
          filters.scope,
          filters.owner,
          filters.system,
          filters.lifecycle,
        ]}
      />
      <ListContent
        label={t('package.usedBy')}
        state={state}
        query={query}
        columns={columns}
        getKey={row =>
          [
            row.component.entityRef,
            row.target,
            row.stream,
            row.version,
            row.purl,
            row.scope,
          ].join('\n')
        }
        isNarrowed={isNarrowed(question)}
        empty={
          <EmptyFace title={t('face.notFound')} hint={t('face.notUsedHint')} />
        }
      />
    </Panel>
  );
}

function useUsageColumns(): DataColumn<PackageUsage>[] {
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'component',
      label: t('field.component'),
      isRowHeader: true,
      cell: row => <ComponentCell component={row.component} />,
    },
    {
      id: 'owner',
      label: t('field.owner'),
      cell: row => <OwnerCell component={row.component} />,
    },
    {
      id: 'version',
      label: t('field.version'),
      cell: row => row.version ?? <Unknown />,
    },
    {
      id: 'relation',
      label: t('field.relation'),
      isShort: true,
      cell: row => (
        <>
          <RelationBadge relation={row.relation} />
          <Sub>{t('package.scope', { scope: t(`word.${row.scope}`) })}</Sub>
        </>
      ),
    },
    {
      id: 'licence',
      label: t('field.licence'),
      cell: row => <LicenceLink licence={row.licence} />,
    },
    {
      id: 'system',
      label: t('field.system'),
      cell: row => (
        <EntityCell entityRef={row.component.systemRef} defaultKind="system" />
      ),
    },
    {
      id: 'since',
      label: t('field.since'),
      isShort: true,
      cell: row => format.date(row.since),
    },
  ];
}
