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
import { GitlabReading } from './GitlabReading';

const PER_PAGE = 100;
const MAX_PAGES = 5;

const schema = z.array(z.object({ path: z.string(), type: z.string() }));

const fileSchema = z.object({ content: z.string(), encoding: z.string() });

/** One request for each hundred entries of a folder, and one for the README. */
export async function readFiles(
  reading: GitlabReading,
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
    root: toListing(root),
    projectFolder: repository.path,
    list: async folder => {
      const answer = await listFolder(reading, folder);
      return answer.status === 'read' ? toListing(answer) : undefined;
    },
    readText: path => readText(reading, path),
  });
  // Of several pages the first may stay the same.
  const etag = root.items.length < PER_PAGE ? root.etag : undefined;
  validators.set('files', etag);
  return { state: 'read', value };
}

async function readText(
  { base, client, repository }: GitlabReading,
  path: string,
): Promise<string | undefined> {
  const answer = await client.get({
    path: `${base}/repository/files/${encodeURIComponent(path)}`,
    query: { ref: repository.ref ?? 'HEAD' },
    absentStatuses: [403, 404],
    parse: body => fileSchema.parse(body),
  });
  return answer.status === 'read' && answer.value.encoding === 'base64'
    ? Buffer.from(answer.value.content, 'base64').toString('utf8')
    : undefined;
}

function toListing(pages: {
  items: z.infer<typeof schema>;
  complete: boolean;
}): FolderListing {
  return {
    entries: pages.items.map(({ path, type }) => ({
      path,
      isFolder: type === 'tree',
    })),
    complete: pages.complete,
  };
}

async function listFolder(reading: GitlabReading, path: string, etag?: string) {
  const { base, client, repository } = reading;
  return await client.getPages(
    {
      path: `${base}/repository/tree`,
      query: {
        path: path === '' ? undefined : path,
        ref: repository.ref,
        per_page: PER_PAGE,
      },
      etag,
      absentStatuses: [404],
      parse: body => schema.parse(body),
    },
    { maxPages: MAX_PAGES },
  );
}
