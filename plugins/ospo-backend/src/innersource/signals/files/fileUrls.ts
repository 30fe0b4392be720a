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

import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';

/** Forges of which a file's page can be named without asking for the default branch first. */
export type FilesForge = 'github' | 'gitlab' | 'bitbucketCloud' | 'azure';

const FORGES: readonly string[] = [
  'github',
  'gitlab',
  'bitbucketCloud',
  'azure',
];

export function isFilesForge(type: string | undefined): type is FilesForge {
  return type !== undefined && FORGES.includes(type);
}

/** The page of a file, as UrlReader takes it. `HEAD` is the default branch on these forges. */
export function fileUrl(
  repository: RepositoryLocation,
  forge: FilesForge,
  path: string,
): string {
  const base = repository.url.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const branch = encodePath(repository.ref ?? 'HEAD');
  const file = encodePath(path);
  switch (forge) {
    case 'github':
      return `${base}/blob/${branch}/${file}`;
    case 'gitlab':
      return `${base}/-/blob/${branch}/${file}`;
    case 'bitbucketCloud':
      return `${base}/src/${branch}/${file}`;
    default:
      return `${base}?path=/${file}${
        repository.ref ? `&version=GB${encodeURIComponent(repository.ref)}` : ''
      }`;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
