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

import { open, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ReadRepositoryOptions,
  RepositoryFiles,
  RepositoryLocation,
  RepositoryPartName,
  RepositoryReading,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { isBelow } from '../../../shared/isBelow';

const MAX_ENTRIES = 2_000;
const MAX_README_BYTES = 1_000_000;
const FOLDERS = [
  '',
  '.github',
  '.github/ISSUE_TEMPLATE',
  '.gitlab',
  '.gitlab/issue_templates',
  '.gitlab/merge_request_templates',
  'docs',
];

/**
 * Base documentation of projects whose code lies on the backend's own disk, as in development and in the demo. Only
 * below the folders of `file` locations in the operator's configuration, after every symbolic link is followed: an
 * entity's author can write any location into the catalog file.
 */
export class LocalFilesSignals implements RepositorySignals {
  readonly id = 'local-files';
  readonly parts: readonly RepositoryPartName[] = ['files'];
  readonly #roots: readonly string[];

  /** @param options - `roots`: folders of the operator's `file` locations; none means that nothing is ever read */
  static create(options: { roots: readonly string[] }): LocalFilesSignals {
    return new LocalFilesSignals(options.roots);
  }

  private constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  reads(repository: RepositoryLocation): boolean {
    return repository.url.startsWith('file:') && this.#roots.length > 0;
  }

  budgetKey(): string {
    return 'local files';
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    const root = await this.#rootOf(options.repository);
    const folder = options.repository.path;
    const files: RepositoryFiles = { paths: [], truncated: false };
    for (const base of folder ? [`${folder}/`, ''] : ['']) {
      for (const below of FOLDERS) {
        options.signal.throwIfAborted();
        await listFolder(files, root, path.posix.join(base, below));
      }
    }
    const readme = pickReadme(files.paths, folder);
    if (readme) {
      files.readme = { path: readme, text: await readText(root, readme) };
    }
    return {
      parts: { files: { state: 'read', value: files } },
      validators: {},
    };
  }

  async #rootOf(repository: RepositoryLocation): Promise<string> {
    const folder = await realpath(fileURLToPath(repository.url)).catch(
      () => undefined,
    );
    if (!folder) {
      throw new NotFoundError(
        'There is no such folder on the disk of the backend. Check the location.',
      );
    }
    for (const root of this.#roots) {
      const realRoot = await realpath(root).catch(() => undefined);
      if (realRoot && (realRoot === folder || isBelow(folder, realRoot))) {
        return folder;
      }
    }
    throw new NotAllowedError(
      `Folders on the backend's own disk are read only below catalog files that 'catalog.locations' names with the type 'file'.`,
    );
  }
}

async function listFolder(
  files: RepositoryFiles,
  root: string,
  relative: string,
): Promise<void> {
  const folder = await insideOf(root, relative);
  const entries = folder
    ? await readdir(folder, { withFileTypes: true }).catch(() => [])
    : [];
  for (const entry of entries) {
    if (files.paths.length >= MAX_ENTRIES) {
      files.truncated = true;
      return;
    }
    if (entry.isFile()) {
      files.paths.push(path.posix.join(relative, entry.name));
    }
  }
}

/** The real path, when it is the root or below it. */
async function insideOf(
  root: string,
  relative: string,
): Promise<string | undefined> {
  const real = await realpath(path.join(root, relative)).catch(() => undefined);
  return real && (real === root || isBelow(real, root)) ? real : undefined;
}

function pickReadme(
  paths: readonly string[],
  folder: string | undefined,
): string | undefined {
  const isReadme = (base: string) => (one: string) =>
    path.posix.dirname(one) === base &&
    /^readme(\.(md|markdown|rst|txt))?$/i.test(path.posix.basename(one));
  return (folder && paths.find(isReadme(folder))) || paths.find(isReadme('.'));
}

async function readText(root: string, relative: string): Promise<string> {
  const file = await insideOf(root, relative);
  if (!file) {
    return '';
  }
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(MAX_README_BYTES),
      0,
      MAX_README_BYTES,
      0,
    );
    return buffer.subarray(0, bytesRead).toString();
  } finally {
    await handle.close();
  }
}
