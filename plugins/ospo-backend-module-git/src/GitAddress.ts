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

import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { GitConfig } from './readGitConfig';

/** What git is given to read from. */
export interface GitAddress {
  url: string;
  protocol: 'http' | 'https' | 'file';
  /** Of a remote one. */
  origin?: string;
  /** Of a local one. */
  folder?: string;
}

/** The address, if the configuration has its host or folder; looks at nothing but the text. */
export function gitAddress(
  repository: RepositoryLocation,
  config: GitConfig,
): GitAddress | undefined {
  const url = URL.canParse(repository.url)
    ? new URL(repository.url)
    : undefined;
  if (!url || url.username || url.password || url.search || url.hash) {
    return undefined;
  }
  if (url.protocol === 'file:') {
    const folder = localFolder(url);
    return folder !== undefined &&
      config.fileRoots.some(root => isBelow(folder, root))
      ? { url: url.href, protocol: 'file', folder }
      : undefined;
  }
  if (!config.origins.has(url.origin) || url.pathname === '/') {
    return undefined;
  }
  return {
    url: url.href,
    protocol: url.protocol === 'http:' ? 'http' : 'https',
    origin: url.origin,
  };
}

/**
 * The same for a local repository after links were followed: neither it nor what it is made of may lie outside the
 * allowed folders.
 */
export async function settleLocal(
  address: GitAddress,
  config: GitConfig,
): Promise<GitAddress> {
  const { folder } = address;
  if (folder === undefined) {
    return address;
  }
  const real = await realpath(folder).catch(() => undefined);
  const roots = await Promise.all(
    config.fileRoots.map(root => realpath(root).catch(() => root)),
  );
  const gitFolder = real === undefined ? undefined : await gitFolderOf(real);
  if (real === undefined || gitFolder === undefined) {
    throw new NotFoundError(
      'There is no git repository in the folder that the catalog names. Check the address.',
    );
  }
  if (
    !roots.some(root => isBelow(gitFolder, root)) ||
    (await exists(path.join(gitFolder, 'objects/info/alternates'))) ||
    (await exists(path.join(gitFolder, 'commondir')))
  ) {
    throw new NotAllowedError(
      'The folder that the catalog names leads out of those that may be read. Add the other one to `ospo.innerSource.git.fileRoots`, or clone it without links to another repository.',
    );
  }
  return { ...address, url: pathToFileURL(real).href, folder: real };
}

function localFolder(url: URL): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    // A host, or an encoded slash.
    return undefined;
  }
}

/** Of a bare repository itself, else `.git`, which may be a file that points anywhere. */
async function gitFolderOf(folder: string): Promise<string | undefined> {
  const inner = path.join(folder, '.git');
  if (await exists(inner)) {
    const real = await realpath(inner);
    return (await stat(real)).isDirectory() ? real : undefined;
  }
  return (await exists(path.join(folder, 'HEAD'))) ? folder : undefined;
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

function isBelow(folder: string, root: string): boolean {
  const relative = path.relative(root, folder);
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}
