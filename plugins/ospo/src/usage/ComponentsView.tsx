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
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  sbomStates,
  UsageComponent,
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
  Missing,
  OwnerCell,
  Unknown,
} from '../shared/EntityCells';
import { EmptyFace } from '../shared/Faces';
import { FilterBar } from '../shared/FilterBar';
import { ListContent } from '../shared/ListContent';
import { Panel, ScreenHead } from '../shared/Screen';
import { StateBadge } from '../shared/StateBadge';
import { useFormat } from '../shared/useFormat';
import { useOspo } from '../shared/useOspo';
import { withQuery } from '../shared/useOspoLinks';
import { useQueryState } from '../shared/useQueryState';
import { isNarrowed, readComponentsQuery } from './queries';
import { useListFilters } from './useListFilters';

/** Everything that could have an SBOM, with what is known of it and who owns it. */
export function ComponentsView() {
  const { t } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  const question = readComponentsQuery(query);
  const filters = useListFilters();
  const columns = useComponentColumns();
  const state = useOspo(['components', question], (api, signal) =>
    api.listComponents(question, { signal }),
  );
  const { cursor, ...allRows } = question;

  return (
    <>
      <ScreenHead title={t('components.title')} intro={t('components.intro')} />
      <Panel>
        <FilterBar
          query={query}
          searchPlaceholder={t('components.searchPlaceholder')}
          filters={[
            {
              name: 'sbomState',
              label: t('field.sbom'),
              options: sbomStates.map(value => ({
                value,
                label: t(`word.${value}`),
              })),
            },
            {
              name: 'licenceUnknown',
              label: t('field.licences'),
              options: [
                { value: 'true', label: t('components.licenceUnknownOnly') },
              ],
            },
            filters.owner,
            {
              name: 'ownerState',
              label: t('field.ownerState'),
              options: [
                { value: 'missing', label: t('attention.ownerMissing') },
                { value: 'none', label: t('list.noOwner') },
              ],
            },
            filters.system,
            filters.type,
            filters.lifecycle,
          ]}
          sort={{
            byDefault: 'name',
            options: [
              { value: 'name', label: t('sort.name') },
              { value: '-packages', label: t('sort.packages') },
              { value: 'lastSbomAt', label: t('sort.lastSbom') },
            ],
          }}
        >
          <CsvButton
            fileName="components.csv"
            load={() =>
              ospo.downloadCsv({ list: 'components', query: allRows })
            }
          />
        </FilterBar>
        <ListContent
          label={t('components.title')}
          state={state}
          query={query}
          columns={columns}
          getKey={row => row.entityRef}
          isNarrowed={isNarrowed(question)}
          empty={
            <EmptyFace
              title={t('components.none')}
              hint={t('components.noneHint')}
            />
          }
        />
      </Panel>
    </>
  );
}

function useComponentColumns(): DataColumn<UsageComponent>[] {
  const { t } = useTranslationRef(ospoTranslationRef);
  const format = useFormat();
  return [
    {
      id: 'component',
      label: t('field.component'),
      isRowHeader: true,
      cell: row => <ComponentCell component={row} />,
    },
    {
      id: 'sbom',
      label: t('field.sbom'),
      isShort: true,
      cell: row => <StateBadge state={row.sbomState} />,
    },
    {
      id: 'lastSbom',
      label: t('field.lastSbom'),
      isShort: true,
      cell: row => (row.lastSbomAt ? format.date(row.lastSbomAt) : <Missing />),
    },
    {
      id: 'packages',
      label: t('field.packages'),
      isNumber: true,
      cell: row => (
        <Count row={row} view="packages" count={row.counts?.packages} />
      ),
    },
    {
      id: 'licenceUnknown',
      label: t('field.licenceUnknown'),
      isNumber: true,
      cell: row => (
        <Count row={row} view="licences" count={row.counts?.licenceUnknown} />
      ),
    },
    {
      id: 'owner',
      label: t('field.owner'),
      cell: row => <OwnerCell component={row} />,
    },
    {
      id: 'system',
      label: t('field.system'),
      cell: row => (
        <EntityCell entityRef={row.systemRef} defaultKind="system" />
      ),
    },
  ];
}

/** A number that leads to the rows behind it; there are none behind zero. */
function Count(props: {
  row: UsageComponent;
  view: 'packages' | 'licences';
  count: number | undefined;
}) {
  const { row, view, count } = props;
  const format = useFormat();
  const entityLink = useEntityRefLink();
  if (count === undefined) {
    return <Unknown />;
  }
  const text = format.number(count);
  return count === 0 ? (
    <>{text}</>
  ) : (
    <Link
      href={withQuery(`${entityLink(row.entityRef)}/open-source`, { view })}
    >
      {text}
    </Link>
  );
}
