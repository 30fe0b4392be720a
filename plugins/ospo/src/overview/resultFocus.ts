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

const BOX_ID = 'ospo-search-box';
const RESULTS_ID = 'ospo-search-results';

/** Marks the element that holds the search field; the portal's own search is another. */
export const searchBoxProps = { id: BOX_ID };

/** Marks the element that holds the results. */
export const resultsProps = { id: RESULTS_ID };

function results(): HTMLElement[] {
  return Array.from(
    document.querySelectorAll<HTMLElement>(`#${RESULTS_ID} li a[href]`),
  );
}

export function firstResult(): HTMLElement | undefined {
  return results()[0];
}

/** Moves along the results; up from the first leads back to the box. */
export function moveFocus(step: 1 | -1): boolean {
  const all = results();
  const at = all.findIndex(result => result === document.activeElement);
  const next =
    all[at + step] ??
    (step === -1
      ? document.querySelector<HTMLElement>(`#${BOX_ID} input`)
      : undefined);
  next?.focus();
  return Boolean(next);
}
