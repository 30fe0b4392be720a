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

/** A search with its filters under a name of the reader's own. */
export interface SavedFilter {
  name: string;
  /** The query of the address, without the page. */
  search: string;
}

export const MAX_SAVED = 30;
export const MAX_NAME = 80;

/** What was stored, as far as it looks like what we store: it may be from another version, or from another hand. */
export function readSavedFilters(stored: unknown): SavedFilter[] {
  if (!Array.isArray(stored)) {
    return [];
  }
  return stored
    .filter(
      (item): item is SavedFilter =>
        typeof item?.name === 'string' &&
        typeof item?.search === 'string' &&
        item.name.trim() !== '',
    )
    .slice(0, MAX_SAVED)
    .map(({ name, search }) => ({ name: name.slice(0, MAX_NAME), search }));
}

/** With one more, or with the one of that name changed. */
export function withSaved(
  saved: SavedFilter[],
  filter: SavedFilter,
): SavedFilter[] {
  return [...saved.filter(({ name }) => name !== filter.name), filter].sort(
    (a, b) => a.name.localeCompare(b.name),
  );
}

/** The part of an address that says what is shown, and not which page of it. */
export function savedSearch(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('cursor');
  params.delete('page');
  return params.toString();
}
