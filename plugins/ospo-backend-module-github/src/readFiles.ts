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
  FolderListing,
  readTakingPart,
  RepositoryFiles,
  RepositoryPart,
  withoutValue,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading } from './GithubReading';

/** GitHub lists no more of one folder. */
const MAX_ENTRIES = 1000;

const schema = z.array(z.object({ path: z.string(), type: z.string() }));

const fileSchema = z.object({
  content: z.string().nullish(),
  encoding: z.string().nullish(),
});

/** One request a folder, and one for the README. */
export async function readFiles(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryFiles>> {
  const { repository, validators } = reading;
  // The listing of the root has the hashes of its folders, so it changes with whatever lies below.
  const root = await listFolder(reading, '', validators.get('files')?.etag);
  if (root.status !== 'read') {
    return withoutValue(
      root,
      'The repository is empty, or its files may not be read.',
    );
  }
  const value = await readTakingPart({
    root: root.value,
    projectFolder: repository.path,
    list: async folder => {
      const answer = await listFolder(reading, folder);
      return answer.status === 'read' ? answer.value : undefined;
    },
    readText: path => readText(reading, path),
  });
  validators.set('files', root.etag);
  return { state: 'read', value };
}

/** Files of more than a megabyte come without their content. */
async function readText(
  reading: GithubReading,
  path: string,
): Promise<string | undefined> {
  const answer = await reading.client.get({
    path: contentsPath(reading, path),
    query: { ref: reading.repository.ref },
    absentStatuses: [404],
    parse: body => fileSchema.parse(body),
  });
  return answer.status === 'read' && answer.value.encoding === 'base64'
    ? Buffer.from(answer.value.content ?? '', 'base64').toString('utf8')
    : undefined;
}

function contentsPath({ base }: GithubReading, path: string): string {
  return `${base}/contents/${path
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}

async function listFolder(reading: GithubReading, path: string, etag?: string) {
  return await reading.client.get({
    path: contentsPath(reading, path),
    query: { ref: reading.repository.ref },
    etag,
    // No such folder, or an empty repository.
    absentStatuses: [404],
    parse: (body): FolderListing => {
      const entries = schema.parse(body);
      return {
        entries: entries.map(({ path: at, type }) => ({
          path: at,
          isFolder: type === 'dir',
        })),
        complete: entries.length < MAX_ENTRIES,
      };
    },
  });
}
