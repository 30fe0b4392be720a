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

const KNOWN = /^1\.[0-7]$/;

/** The version of CycloneDX, as written; what is only oddly written is read all the same. */
export function readSpecVersion(
  written: string | undefined,
  findings: FindingList,
): string {
  if (written === undefined || written.trim() === '') {
    findings.add('spec-version', '/specVersion', 'none');
    return 'unknown';
  }
  const version = written.trim().slice(0, 40);
  if (KNOWN.test(version)) {
    return version;
  }
  if (/^\d+\.\d+/.test(version) && !version.startsWith('1.')) {
    throw new SbomRefusal('unsupported-version', '/specVersion', version);
  }
  findings.add('spec-version', '/specVersion', version);
  return version;
}
