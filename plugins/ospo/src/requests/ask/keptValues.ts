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

import { AskValues, pickValues } from './askRules';

const PREFIX = 'ospo.draft.';

/** Keeps what could not be saved in this browser tab; a full or forbidden store is no reason to stop writing. */
export function keepValues(name: string, values: AskValues): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(values));
  } catch {
    // What is written still stands on the screen.
  }
}

export function forgetValues(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept.
  }
}

/** What was kept, when it still looks like what was written. */
export function keptValues(name: string): Partial<AskValues> | undefined {
  try {
    const kept: unknown = JSON.parse(
      sessionStorage.getItem(PREFIX + name) ?? 'null',
    );
    return typeof kept === 'object' && kept !== null
      ? pickValues(kept)
      : undefined;
  } catch {
    return undefined;
  }
}
