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
  RepositoryLocation,
  RepositoryPart,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GitCopy } from './GitCopy';

const MAX_ENTRIES = 1000;

export async function readFiles(
  copy: GitCopy,
  repository: RepositoryLocation,
): Promise<RepositoryPart<RepositoryFiles>> {
  const list = async (folder: string): Promise<FolderListing> => {
    const entries = await copy.listFolder(folder);
    return {
      entries: entries.slice(0, MAX_ENTRIES),
      complete: entries.length <= MAX_ENTRIES,
    };
  };
  return {
    state: 'read',
    value: await readTakingPart({
      root: await list(''),
      projectFolder: repository.path,
      list,
      readText: path => copy.readText(path),
    }),
  };
}
