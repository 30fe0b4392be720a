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

import {
  RepositoryFiles,
  RepositoryPart,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading } from './GithubReading';

/** GitHub lists no more of one folder. */
const MAX_ENTRIES = 1000;
const FOLDERS = new Set(['.github', '.gitlab', 'docs']);
const TEMPLATES = /^\.github\/ISSUE_TEMPLATE$/i;

const schema = z.array(z.object({ path: z.string(), type: z.string() }));

/** Files of the root and the project's folder, with those below that tell how to take part. One request a folder. */
export async function readFiles(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryFiles>> {
  const { repository, validators } = reading;
  // The listing of the root has the hashes of its folders, so it changes with whatever lies below.
  const root = await listFolder(reading, '', validators.get('files')?.etag);
  if (root.status === 'unchanged') {
    return { state: 'unchanged' };
  }
  if (root.status === 'later') {
    return { state: 'later', retryAfterMs: root.retryAfterMs };
  }
  if (root.status === 'absent') {
    return {
      state: 'unavailable',
      note: 'The repository is empty, or its files may not be read.',
    };
  }
  const files: RepositoryFiles = { paths: [], truncated: false };
  const listings = [root.value];
  if (repository.path !== undefined) {
    const folder = await listFolder(reading, repository.path);
    listings.push(folder.status === 'read' ? folder.value : []);
  }
  for (let entries = listings.shift(); entries; entries = listings.shift()) {
    files.truncated ||= entries.length >= MAX_ENTRIES;
    for (const { path, type } of entries) {
      if (type !== 'dir') {
        files.paths.push(path);
      } else if (isWanted(path, repository.path)) {
        const below = await listFolder(reading, path);
        listings.push(below.status === 'read' ? below.value : []);
      }
    }
  }
  files.paths = [...new Set(files.paths)].sort();
  validators.set('files', root.etag);
  return { state: 'read', value: files };
}

function isWanted(path: string, projectFolder: string | undefined): boolean {
  const inner =
    projectFolder !== undefined && path.startsWith(`${projectFolder}/`)
      ? path.slice(projectFolder.length + 1)
      : path;
  return FOLDERS.has(inner) || TEMPLATES.test(inner);
}

async function listFolder(reading: GithubReading, path: string, etag?: string) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return await reading.client.get({
    path: `${reading.base}/contents/${encoded}`,
    query: { ref: reading.repository.ref },
    etag,
    // No such folder, or an empty repository.
    absentStatuses: [404],
    parse: body => schema.parse(body),
  });
}
