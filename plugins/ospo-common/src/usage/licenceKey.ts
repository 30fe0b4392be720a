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

import { LicenceRef } from './types';
import { LicenceStatus, licenceStatuses } from './words';

/**
 * The key of a licence in URLs and filters: `known:<expression>`, or `<status>:<raw text>` for what was not understood.
 *
 * @public
 */
export function licenceKey(
  licence: Pick<LicenceRef, 'status' | 'expression' | 'raw'>,
): string {
  return licence.status === 'known'
    ? `known:${licence.expression ?? ''}`
    : `${licence.status}:${licence.raw ?? ''}`;
}

/**
 * Reads a licence key.
 *
 * @returns undefined when it is not one
 * @public
 */
export function parseLicenceKey(
  key: string,
): { status: LicenceStatus; text: string } | undefined {
  const colon = key.indexOf(':');
  const status = licenceStatuses.find(word => word === key.slice(0, colon));
  return status && { status, text: key.slice(colon + 1) };
}
