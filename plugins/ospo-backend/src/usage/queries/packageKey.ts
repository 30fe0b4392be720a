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

/** The package that a purl with or without version names; what is not a purl is taken as it stands. */
export function packageKeyOf(purl: string): string {
  if (!purl.startsWith('pkg:')) {
    return purl;
  }
  const bare = purl.split('#')[0].split('?')[0];
  const at = bare.indexOf('@', bare.lastIndexOf('/') + 1);
  return at > 0 ? bare.slice(0, at) : bare;
}

/** The full purl of a version, when the package has one. */
export function purlOf(version: {
  key: string;
  weak: boolean;
  version: string;
  qualifiers: string;
}): string | undefined {
  if (version.weak || !version.key.startsWith('pkg:')) {
    return undefined;
  }
  const at =
    version.version === ''
      ? ''
      : `@${encodeURIComponent(version.version).replace(/%3A/g, ':')}`;
  const qualifiers = version.qualifiers === '' ? '' : `?${version.qualifiers}`;
  return `${version.key}${at}${qualifiers}`;
}
