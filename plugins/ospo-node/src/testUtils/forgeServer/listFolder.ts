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

import { createHash } from 'node:crypto';

export interface FolderEntry {
  name: string;
  path: string;
  kind: 'file' | 'dir';
  /** Changes with whatever lies below. */
  sha: string;
}

/** What lies in a folder of a repository; undefined when there is no such folder. */
export function listFolder(
  files: readonly string[],
  folder: string,
): FolderEntry[] | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, FolderEntry>();
  for (const file of files) {
    if (file.startsWith(prefix)) {
      const [name, ...deeper] = file.slice(prefix.length).split('/');
      entries.set(name, {
        name,
        path: `${prefix}${name}`,
        kind: deeper.length > 0 ? 'dir' : 'file',
        sha: shaOf(files, `${prefix}${name}`),
      });
    }
  }
  return folder !== '' && entries.size === 0
    ? undefined
    : [...entries.values()];
}

function shaOf(files: readonly string[], path: string): string {
  const below = files.filter(
    file => file === path || file.startsWith(`${path}/`),
  );
  return createHash('sha1').update(below.join('\n')).digest('hex');
}
