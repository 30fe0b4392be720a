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

import { FindingCode } from '../findings/findingCatalogue';
import { FindingList } from '../findings/FindingList';

const HARDWARE = new Set(['device', 'device-driver', 'firmware']);
const SOFTWARE = new Set([
  'library',
  'framework',
  'application',
  'container',
  'platform',
  'operating-system',
  '',
]);

/** Says when a bill of materials lists something other than software, so that nobody reads it as "no dependencies". */
export function noteKindOfBom(options: {
  findings: FindingList;
  types: ReadonlyMap<string, number>;
  components: number;
  services: number;
  vulnerabilities: number;
  phases: readonly string[];
}): void {
  const { findings, types, components, services, vulnerabilities } = options;
  const count = (wanted: (type: string) => boolean) =>
    [...types].reduce((sum, [type, n]) => (wanted(type) ? sum + n : sum), 0);
  const kinds: FindingCode[] = [];
  if (components === 0 && vulnerabilities > 0) {
    kinds.push('not-an-sbom-vex');
  }
  if (components === 0 && services > 0) {
    kinds.push('not-an-sbom-saasbom');
  }
  if (count(type => type === 'cryptographic-asset') > 0) {
    kinds.push('not-an-sbom-cbom');
  }
  const hardware = count(type => HARDWARE.has(type));
  if (hardware > 0 && hardware >= count(type => SOFTWARE.has(type))) {
    kinds.push('not-an-sbom-hbom');
  }
  if (options.phases.includes('operations')) {
    kinds.push('not-an-sbom-obom');
  }
  for (const kind of kinds) {
    findings.add(kind, '/');
  }
}
