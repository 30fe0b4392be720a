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

/** How names and namespaces of a purl type are made comparable. */
export interface PurlTypeRule {
  lowerNamespace?: true;
  lowerName?: true;
  lowerVersion?: true;
  name?: (name: string) => string;
}

const BOTH: PurlTypeRule = { lowerNamespace: true, lowerName: true };
const NAME: PurlTypeRule = { lowerName: true };
const NAMESPACE: PurlTypeRule = { lowerNamespace: true };

/**
 * Rules of the purl specification by type. Types that are not here are case-sensitive.
 *
 * PyPI follows PEP 503 and not only the purl rule: runs of `-`, `_` and `.` mean the same.
 */
export const purlTypeRules: ReadonlyMap<string, PurlTypeRule> = new Map([
  ['alpm', BOTH],
  ['apk', BOTH],
  ['bitbucket', BOTH],
  ['bitnami', NAME],
  ['brew', BOTH],
  ['composer', BOTH],
  ['deb', BOTH],
  ['github', BOTH],
  ['gitlab', BOTH],
  ['golang', BOTH],
  ['hex', BOTH],
  ['huggingface', { lowerVersion: true }],
  ['luarocks', NAME],
  ['npm', BOTH],
  ['oci', NAME],
  ['otp', NAME],
  ['pub', NAME],
  [
    'pypi',
    {
      lowerName: true,
      name: (name: string) => name.replace(/[-_.]+/g, '-'),
    },
  ],
  ['qpkg', NAMESPACE],
  ['rpm', NAMESPACE],
  ['vscode-extension', { ...BOTH, lowerVersion: true }],
]);

/** Other words that tools write for a type. */
export const purlTypeAliases: ReadonlyMap<string, string> = new Map([
  ['crates', 'cargo'],
  ['crates.io', 'cargo'],
  ['debian', 'deb'],
  ['dotnet', 'nuget'],
  ['go', 'golang'],
  ['node', 'npm'],
  ['packagist', 'composer'],
  ['python', 'pypi'],
  ['ruby', 'gem'],
  ['rubygems', 'gem'],
  ['rust', 'cargo'],
]);
