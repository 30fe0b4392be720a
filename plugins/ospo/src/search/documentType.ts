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

import { SearchResult } from '@backstage/plugin-search-common';

/** Type of the documents that the search module of the backend writes, one a component. @public */
export const OSPO_SEARCH_TYPE = 'ospo-component-packages';

/** True for a search result that {@link PackagesSearchResultListItem} shows. @public */
export function isOspoSearchResult(result: SearchResult): boolean {
  return result.type === OSPO_SEARCH_TYPE;
}

/** Type of the documents of competencies. @public */
export const OSPO_COMPETENCY_SEARCH_TYPE = 'ospo-competency';

/** Type of the documents of precedents. @public */
export const OSPO_PRECEDENT_SEARCH_TYPE = 'ospo-precedent';

/** Type of the documents of precedents about an entity. @public */
export const OSPO_ENTITY_PRECEDENT_SEARCH_TYPE = 'ospo-entity-precedent';

/** Type of the documents of inner-source projects. @public */
export const OSPO_INNER_SOURCE_SEARCH_TYPE = 'ospo-inner-source';

/** True for a search result that is an inner-source project. @public */
export function isOspoInnerSourceSearchResult(result: SearchResult): boolean {
  return result.type === OSPO_INNER_SOURCE_SEARCH_TYPE;
}

/** True for a search result of the office: a competency or a precedent. @public */
export function isOspoOfficeSearchResult(result: SearchResult): boolean {
  return (
    result.type === OSPO_COMPETENCY_SEARCH_TYPE ||
    result.type === OSPO_PRECEDENT_SEARCH_TYPE ||
    result.type === OSPO_ENTITY_PRECEDENT_SEARCH_TYPE
  );
}
