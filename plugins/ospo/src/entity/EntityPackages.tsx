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
  ComponentPackage,
  ListComponentPackagesQuery,
  UsageComponentDetail,
  usageRelations,
  usageScopes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoApiRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { CsvButton } from '../shared/CsvButton';
import { DataColumn } from '../shared/DataTable';
import { Unknown } from '../shared/EntityCells';
import { entityName } from '../shared/entityNames';
import { EmptyFace } from '../shared/Faces';
import { FilterBar } from '../shared/FilterBar';
import { LicenceLink, useLicenceName } from '../shared/LicenceLink';
import { ListContent } from '../shared/ListContent';
import { PackageCell } from '../shared/PackageCell';
import { RelationBadge } from '../shared/RelationBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { QueryState, useQueryState } from '../shared/useQueryState';
import { isNarrowed } from '../usage/queries';

function readQuery(query: QueryState): ListComponentPackagesQuery {
  const some = <T extends string>(values: T[]) =>
    values.length > 0 ? values : undefined;
  return {
    q: query.one('q'),
    licence: some(query.many('licence')),
    relation: some(query.words('relation', usageRelations)),
    scope: some(query.words('scope', usageScopes)),
    target: query.one('target'),
    stream: query.one('stream'),
    cursor: query.cursor,
  };
}

function distinct(values: string[]) {
  return [...new Set(values)].map(value => ({ value, label: value }));
}

export interface EntityPackagesProps {
  component: UsageComponentDetail;
}

/** The packages in a component's current snapshots. */
export function EntityPackages(props: EntityPackagesProps) {
  const { component } = props;
  const { entityRef } = component;
  const { t } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  const question = readQuery(query);
  const licenceName = useLicenceName();
  const current = component.snapshots.filter(snapshot => snapshot.isCurrent);
  const hasPlaces = current.length > 1;
  const columns = usePackageColumns(hasPlaces);
  const state = useOspo(
    ['component packages', entityRef, question],
    (api, signal) => api.listComponentPackages(entityRef, question, { signal }),
  );
  const { cursor, ...allRows } = question;

  return (
    <>
      <FilterBar
        query={query}
        searchPlaceholder={t('packages.searchPlaceholder')}
        filters={[
          {
            name: 'relation',
            label: t('field.relation'),
            options: usageRelations.map(value => ({
              value,
              label: t(`word.${value}`),
            })),
          },
          {
            name: 'scope',
            label: t('field.scope'),
            options: usageScopes.map(value => ({
              value,
              label: t(`word.${value}`),
            })),
          },
          {
            name: 'licence',
            label: t('field.licence'),
            options: component.licences.map(licence => ({
              value: licence.key,
              label: licenceName(licence),
            })),
          },
          ...(hasPlaces
            ? [
                {
                  name: 'target',
                  label: t('field.target'),
                  options: distinct(current.map(({ target }) => target)),
                  isSingle: true,
                },
                {
                  name: 'stream',
                  label: t('field.stream'),
                  options: distinct(current.map(({ stream }) => stream)),
                  isSingle: true,
                },
              ]
            : []),
        ]}
      >
        <CsvButton
          fileName={`packages-${entityName(entityRef)}.csv`}
          load={() =>
            ospo.downloadCsv({
              list: 'component-packages',
              entityRef,
              query: allRows,
            })
          }
        />
      </FilterBar>
      <ListContent
        label={t('entity.packages')}
        state={state}
        query={query}
        columns={columns}
        getKey={row =>
          [
            row.key,
            row.version,
            row.purl,
            row.target,
            row.stream,
            row.scope,
          ].join('\n')
        }
        isNarrowed={isNarrowed(question)}
        empty={
          current.length > 0 ? (
            <EmptyFace
              title={t('entity.noPackages')}
              hint={t('entity.noPackagesHint')}
            />
          ) : (
            <EmptyFace title={t('entity.stateNone')} />
          )
        }
        hasBasis={false}
      />
    </>
  );
}

function usePackageColumns(hasPlaces: boolean): DataColumn<ComponentPackage>[] {
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
      id: 'version',
      label: t('field.version'),
      cell: row => row.version ?? <Unknown />,
    },
    {
      id: 'ecosystem',
      label: t('field.ecosystem'),
      isShort: true,
      cell: row => row.ecosystem,
    },
    {
      id: 'relation',
      label: t('field.relation'),
      isShort: true,
      cell: row => <RelationBadge relation={row.relation} />,
    },
    {
      id: 'scope',
      label: t('field.scope'),
      isShort: true,
      cell: row => t(`word.${row.scope}`),
    },
    {
      id: 'licence',
      label: t('field.licence'),
      cell: row => <LicenceLink licence={row.licence} />,
    },
    ...(hasPlaces
      ? [
          {
            id: 'place',
            label: `${t('field.target')}, ${t('field.stream')}`,
            cell: (row: ComponentPackage) => `${row.target}, ${row.stream}`,
          },
        ]
      : []),
    {
      id: 'since',
      label: t('field.since'),
      isShort: true,
      cell: row => format.date(row.since),
    },
  ];
}
