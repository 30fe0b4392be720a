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

import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import {
  RiGitBranchLine,
  RiQuestionAnswerLine,
  RiScales3Line,
} from '@remixicon/react';
import {
  isOspoInnerSourceSearchResult,
  isOspoOfficeSearchResult,
  isOspoSearchResult,
  OSPO_COMPETENCY_SEARCH_TYPE,
  OSPO_ENTITY_PRECEDENT_SEARCH_TYPE,
  OSPO_INNER_SOURCE_SEARCH_TYPE,
  OSPO_PRECEDENT_SEARCH_TYPE,
  OSPO_SEARCH_TYPE,
} from '../search/documentType';

export const packagesSearchResult = SearchResultListItemBlueprint.make({
  name: 'packages',
  params: {
    predicate: isOspoSearchResult,
    icon: <RiScales3Line />,
    component: () =>
      import('../search/PackagesSearchResult').then(
        m => m.PackagesSearchResult,
      ),
  },
});

export const packagesResultType = SearchFilterResultTypeBlueprint.make({
  name: 'packages',
  params: {
    value: OSPO_SEARCH_TYPE,
    name: 'Open source packages',
    icon: <RiScales3Line />,
  },
});

export const officeSearchResult = SearchResultListItemBlueprint.make({
  name: 'office',
  params: {
    predicate: isOspoOfficeSearchResult,
    icon: <RiQuestionAnswerLine />,
    component: () =>
      import('../search/PackagesSearchResult').then(
        m => m.PackagesSearchResult,
      ),
  },
});

export const competenciesResultType = SearchFilterResultTypeBlueprint.make({
  name: 'competencies',
  params: {
    value: OSPO_COMPETENCY_SEARCH_TYPE,
    name: 'Competencies',
    icon: <RiQuestionAnswerLine />,
  },
});

export const precedentsResultType = SearchFilterResultTypeBlueprint.make({
  name: 'precedents',
  params: {
    value: OSPO_PRECEDENT_SEARCH_TYPE,
    name: 'Open source precedents',
    icon: <RiQuestionAnswerLine />,
  },
});

export const entityPrecedentsResultType = SearchFilterResultTypeBlueprint.make({
  name: 'entity-precedents',
  params: {
    value: OSPO_ENTITY_PRECEDENT_SEARCH_TYPE,
    name: 'Open source precedents about components',
    icon: <RiQuestionAnswerLine />,
  },
});

export const innerSourceSearchResult = SearchResultListItemBlueprint.make({
  name: 'inner-source',
  params: {
    predicate: isOspoInnerSourceSearchResult,
    icon: <RiGitBranchLine />,
    component: () =>
      import('../search/ProjectSearchResult').then(m => m.ProjectSearchResult),
  },
});

export const innerSourceResultType = SearchFilterResultTypeBlueprint.make({
  name: 'inner-source',
  params: {
    value: OSPO_INNER_SOURCE_SEARCH_TYPE,
    name: 'Inner source projects',
    icon: <RiGitBranchLine />,
  },
});
