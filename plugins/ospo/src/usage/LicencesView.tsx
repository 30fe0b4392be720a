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
  ospoApiRef,
  ospoTranslationRef,
} from '@ospo-suite/backstage-plugin-ospo-react';
import { CsvButton } from '../shared/CsvButton';
import { FilterBar } from '../shared/FilterBar';
import { GetStarted } from '../shared/GetStarted';
import { ListContent } from '../shared/ListContent';
import { Panel, ScreenHead } from '../shared/Screen';
import { useOspo } from '../shared/useOspo';
import { useQueryState } from '../shared/useQueryState';
import { useLicenceColumns } from './licenceColumns';
import { isNarrowed, readLicencesQuery } from './queries';
import { useListFilters } from './useListFilters';

/** Every licence met, understood or not. */
export function LicencesView() {
  const { t } = useTranslationRef(ospoTranslationRef);
  const ospo = useApi(ospoApiRef);
  const query = useQueryState();
  const question = readLicencesQuery(query);
  const filters = useListFilters();
  const columns = useLicenceColumns();
  const state = useOspo(['licences', question], (api, signal) =>
    api.listLicences(question, { signal }),
  );
  const { cursor, ...allRows } = question;

  return (
    <>
      <ScreenHead title={t('licences.title')} intro={t('licences.intro')} />
      <Panel>
        <FilterBar
          query={query}
          searchPlaceholder={t('licences.searchPlaceholder')}
          filters={[
            filters.ecosystem,
            filters.owner,
            filters.system,
            filters.relation,
          ]}
          sort={{
            byDefault: '-components',
            options: [
              { value: '-components', label: t('sort.components') },
              { value: '-packages', label: t('sort.packages') },
              { value: 'name', label: t('sort.name') },
            ],
          }}
        >
          <CsvButton
            fileName="licences.csv"
            load={() => ospo.downloadCsv({ list: 'licences', query: allRows })}
          />
        </FilterBar>
        <ListContent
          label={t('licences.title')}
          state={state}
          query={query}
          columns={columns}
          getKey={row => row.key}
          isNarrowed={isNarrowed(question)}
          empty={<GetStarted />}
        />
      </Panel>
    </>
  );
}
