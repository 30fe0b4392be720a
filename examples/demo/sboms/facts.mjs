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

/** Enough of each format to print the table; no reader of SBOMs. */
export function facts(text) {
  if (text.trimStart().startsWith('<')) {
    const all =
      text.match(/<component [\s\S]*?(?=<component |<\/components>)/g) ?? [];
    const inList = all.slice(
      text.split('<components>')[0].match(/<component /g)?.length ?? 0,
    );
    return {
      format: `CycloneDX ${text.match(/schema\/bom\/([\d.]+)/)[1]} XML`,
      packages: inList.length,
      licensed: inList.filter(part => part.includes('<licenses>')).length,
    };
  }
  const document = JSON.parse(text);
  if (document['@graph']) {
    const packages = document['@graph'].filter(
      item => item.type === 'software_Package',
    );
    const licensed = new Set(
      document['@graph']
        .filter(item =>
          /^has(Declared|Concluded)License$/.test(item.relationshipType),
        )
        .map(item => item.from),
    );
    return {
      format: 'SPDX 3.0.1 JSON-LD',
      packages: packages.length - 1,
      licensed: packages.filter(item => licensed.has(item.spdxId)).length,
    };
  }
  if (document.spdxVersion) {
    const packages = document.packages.slice(1);
    return {
      format: `${document.spdxVersion.replace('-', ' ')} JSON`,
      packages: packages.length,
      licensed: packages.filter(
        item =>
          ![undefined, 'NOASSERTION', 'NONE'].includes(item.licenseDeclared),
      ).length,
    };
  }
  const nested = list =>
    list.flatMap(item => [item, ...nested(item.components ?? [])]);
  const everywhere = nested(document.components);
  return {
    format: `CycloneDX ${document.specVersion} JSON`,
    packages: everywhere.length,
    licensed: everywhere.filter(item => item.licenses?.length).length,
  };
}
