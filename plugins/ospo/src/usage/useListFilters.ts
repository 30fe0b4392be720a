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
import {
  UsageFacets,
  usageRelations,
  usageScopes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { entityName } from '../shared/entityNames';
import { FilterChoice } from '../shared/FilterBar';
import { useLicenceName } from '../shared/LicenceLink';
import { useOspo } from '../shared/useOspo';

const noFacets: UsageFacets = {
  ecosystems: [],
  owners: [],
  systems: [],
  lifecycles: [],
  types: [],
};

/** Licences offered by name; the others are reached through the list of licences. */
const OFFERED_LICENCES = 100;

/**
 * Filters that lists offer. While the values that exist are loading, or when they cannot be loaded, the filters are
 * there without them and the list itself still works.
 */
export function useListFilters() {
  const { t } = useTranslationRef(ospoTranslationRef);
  const facets = useOspo(['facets'], (ospo, signal) =>
    ospo.getFacets({ signal }),
  );
  const known = facets.status === 'loaded' ? facets.value : noFacets;
  const plain = (values: { value: string }[]) =>
    values.map(({ value }) => ({ value, label: value }));
  const named = (values: { value: string; title?: string }[]) =>
    values.map(({ value, title }) => ({
      value,
      label: value === 'none' ? t('list.noOwner') : title ?? entityName(value),
    }));

  return {
    ecosystem: {
      name: 'ecosystem',
      label: t('field.ecosystem'),
      options: plain(known.ecosystems),
    },
    owner: {
      name: 'owner',
      label: t('field.owner'),
      options: [{ value: 'me', label: t('list.mine') }, ...named(known.owners)],
    },
    system: {
      name: 'system',
      label: t('field.system'),
      options: named(known.systems),
    },
    lifecycle: {
      name: 'lifecycle',
      label: t('field.lifecycle'),
      options: plain(known.lifecycles),
    },
    type: { name: 'type', label: t('field.type'), options: plain(known.types) },
    relation: {
      name: 'relation',
      label: t('field.relation'),
      options: usageRelations.map(value => ({
        value,
        label: t(`word.${value}`),
      })),
    },
    scope: {
      name: 'scope',
      label: t('field.scope'),
      options: usageScopes.map(value => ({ value, label: t(`word.${value}`) })),
    },
  } satisfies Record<string, FilterChoice>;
}

/** The licences that most usages are under, as a filter. */
export function useLicenceFilter(): FilterChoice {
  const { t } = useTranslationRef(ospoTranslationRef);
  const licenceName = useLicenceName();
  const licences = useOspo(['licence filter'], (ospo, signal) =>
    ospo.listLicences(
      { sort: '-components', limit: OFFERED_LICENCES },
      { signal },
    ),
  );
  return {
    name: 'licence',
    label: t('field.licence'),
    options:
      licences.status === 'loaded'
        ? licences.value.items.map(licence => ({
            value: licence.key,
            label: licenceName(licence),
          }))
        : [],
  };
}
