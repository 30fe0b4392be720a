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

import { DocumentUsage, StatedLicence } from './DocumentUsage';

/** The licence that counts: the concluded one when it is known, else the declared one, known or not. */
export function effectiveLicence(
  usage: Pick<DocumentUsage, 'declared' | 'concluded'>,
): StatedLicence {
  return usage.concluded.status === 'known' ? usage.concluded : usage.declared;
}
