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

/** An index of PostgreSQL takes rows of some 2,700 bytes, whatever they were compressed to. */
export const MAX_LOCATION_BYTES = 2_000;

export function isTooLong(location: string): boolean {
  return Buffer.byteLength(location) > MAX_LOCATION_BYTES;
}
