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

import licenceIds from 'spdx-license-ids/index.json';
import deprecatedLicenceIds from 'spdx-license-ids/deprecated.json';
import exceptionIds from 'spdx-exceptions/index.json';

const licences = new Map<string, string>();
for (const id of [...deprecatedLicenceIds, ...licenceIds]) {
  licences.set(id.toLowerCase(), id);
}
const exceptions = new Map<string, string>();
for (const id of exceptionIds) {
  exceptions.set(id.toLowerCase(), id);
}

/** The identifier of the SPDX licence list, deprecated ones included, whatever the case it is asked for in. */
export function findLicenceId(word: string): string | undefined {
  return licences.get(word.toLowerCase());
}

/** The identifier of an SPDX exception, whatever the case it is asked for in. */
export function findExceptionId(word: string): string | undefined {
  return exceptions.get(word.toLowerCase());
}
