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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** An entity ref as it is compared: lower case, with kind and namespace. Throws when it is none. */
export function normaliseRef(
  ref: string,
  defaults?: { defaultKind?: string; defaultNamespace?: string },
): string {
  return stringifyEntityRef(parseEntityRef(ref, defaults));
}

/** The same, and undefined when it is none. */
export function tryNormaliseRef(
  ref: string,
  defaults?: { defaultKind?: string; defaultNamespace?: string },
): string | undefined {
  try {
    const normal = normaliseRef(ref, defaults);
    return /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/.test(normal) ? normal : undefined;
  } catch {
    return undefined;
  }
}
