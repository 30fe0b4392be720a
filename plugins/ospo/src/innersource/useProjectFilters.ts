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

import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  governanceLevels,
  ProjectFacet,
  ProjectFacets,
  projectStandings,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ospoInnerSourceTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { entityName } from '../shared/entityNames';
import { FilterChoice } from '../shared/FilterBar';
import { filterLevels } from './projectQueries';

/**
 * The filters of the list with how many projects each value has under the others. Without facets, while they load or
 * when they cannot be loaded, those filters are offered whose values are words of ours.
 */
export function useProjectFilters(
  facets: ProjectFacets | undefined,
): FilterChoice[] {
  const { t } = useTranslationRef(ospoInnerSourceTranslationRef);
  return useMemo(() => {
    const free = (values: ProjectFacet[] = []) =>
      values.map(({ value, title, count }) => ({
        value,
        label: title ?? entityName(value),
        count,
      }));
    const plain = (values: ProjectFacet[] = []) =>
      values.map(({ value, count }) => ({ value, label: value, count }));
    const words = <T extends string>(
      vocabulary: readonly T[],
      label: (word: T) => string,
      values: ProjectFacet[] | undefined,
    ) =>
      vocabulary.map(value => ({
        value,
        label: label(value),
        count:
          values && (values.find(facet => facet.value === value)?.count ?? 0),
      }));
    return [
      {
        name: 'skill',
        label: t('innerSource.skill'),
        options: plain(facets?.skill),
      },
      {
        name: 'language',
        label: t('innerSource.language'),
        options: plain(facets?.language),
      },
      {
        name: 'contribution',
        label: t('innerSource.contribution'),
        options: plain(facets?.contribution),
      },
      {
        name: 'governanceLevel',
        label: t('innerSource.governanceLevel'),
        options: words(
          governanceLevels,
          word => t(`governance.${word}`),
          facets?.governanceLevel,
        ),
      },
      {
        name: 'businessUnit',
        label: t('innerSource.businessUnit'),
        options: free(facets?.businessUnit),
      },
      {
        name: 'system',
        label: t('innerSource.system'),
        options: free(facets?.system),
      },
      {
        name: 'welcoming',
        label: t('innerSource.welcoming'),
        options: words(
          filterLevels,
          word => t(`level.${word}`),
          facets?.welcoming,
        ),
      },
      {
        name: 'activity',
        label: t('innerSource.activity'),
        options: words(
          filterLevels,
          word => t(`level.${word}`),
          facets?.activity,
        ),
      },
      {
        name: 'standing',
        label: t('innerSource.standing'),
        options: words(
          projectStandings,
          word => t(`standing.${word}`),
          facets?.standing,
        ),
      },
    ];
  }, [facets, t]);
}
