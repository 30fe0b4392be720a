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

import { FindingList } from '../findings/FindingList';
import { SbomRefusal } from '../findings/SbomRefusal';

/** The version of SPDX without the word in front; what is only oddly written is read all the same. */
export function readSpdxVersion(
  written: string | undefined,
  findings: FindingList,
): string {
  if (!written) {
    findings.add('spec-version', '/spdxVersion', 'none');
    return 'unknown';
  }
  const version = written
    .trim()
    .replace(/^SPDX-/i, '')
    .slice(0, 40);
  if (/^(?:2\.[1-3](?:\.\d+)?|3\.0(?:\.\d+)?)$/.test(version)) {
    return version;
  }
  if (/^(?:[01]|[4-9]|3\.[1-9])\.?/.test(version)) {
    throw new SbomRefusal('unsupported-version', '/spdxVersion', written);
  }
  findings.add('spec-version', '/spdxVersion', written);
  return version;
}
