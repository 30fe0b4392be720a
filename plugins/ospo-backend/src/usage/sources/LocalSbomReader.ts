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

import { constants, Stats } from 'node:fs';
import { lstat, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { FetchSbomResult } from '@ospo-suite/backstage-plugin-ospo-node';
import { isBelow } from '../../shared/isBelow';
import { localPath } from './localPath';

/**
 * Reads SBOMs that lie beside a catalog file on the backend's own disk, as in development and in the demo.
 *
 * An entity's author can write any `managed-by-location` into the catalog file, because the catalog lets the file win
 * over what it knows itself. So the annotation alone opens nothing: the catalog file it names must lie in the folder of
 * a `file` location in the operator's own configuration, and the SBOM in the folder of that catalog file, both after
 * every symbolic link is followed.
 */
export class LocalSbomReader {
  readonly #roots: readonly string[];

  /** @param options - `roots`: folders of the operator's `file` locations; none means that no file is ever read */
  static create(options: { roots: readonly string[] }): LocalSbomReader {
    return new LocalSbomReader(options.roots);
  }

  private constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  async read(options: {
    entity: Entity;
    path: string;
    etag?: string;
  }): Promise<FetchSbomResult> {
    const file = await this.#find(options.entity, options.path);
    const stats = await lstat(file).catch(notReadable);
    requireFile(stats);
    const etag = `"${stats.mtimeMs}-${stats.size}"`;
    return etag === options.etag
      ? { outcome: 'unchanged' }
      : { outcome: 'fetched', etag, document: chunks(file) };
  }

  async #find(entity: Entity, relative: string): Promise<string> {
    const safe = localPath(relative);
    const folder = await this.#folderOf(entity);
    if (!safe || !folder) {
      throw new NotAllowedError(
        `Files on the backend's own disk are read only beside catalog files that 'catalog.locations' names with the type 'file'. Use a URL instead.`,
      );
    }
    const file = await realpath(path.join(folder, safe)).catch(() => undefined);
    if (!file) {
      throw new NotFoundError(
        'There is no such file beside the catalog file. Check the path.',
      );
    }
    if (!isBelow(file, folder)) {
      throw new NotAllowedError(
        'The path leads out of the folder of the catalog file. Put the SBOM beside the catalog file or below it.',
      );
    }
    return file;
  }

  async #folderOf(entity: Entity): Promise<string | undefined> {
    const annotation: unknown =
      entity.metadata.annotations?.[ANNOTATION_LOCATION];
    if (typeof annotation !== 'string' || !annotation.startsWith('file:')) {
      return undefined;
    }
    try {
      const catalogFile = await realpath(parseLocationRef(annotation).target);
      for (const root of this.#roots) {
        const realRoot = await realpath(root).catch(() => undefined);
        if (realRoot && isBelow(catalogFile, realRoot)) {
          return (await stat(catalogFile)).isFile()
            ? path.dirname(catalogFile)
            : undefined;
        }
      }
    } catch {
      // A file that is not there opens nothing.
    }
    return undefined;
  }
}

/** Opens the file when somebody begins to read, and not before: they may never come. */
async function* chunks(file: string): AsyncGenerator<Uint8Array> {
  // Not a link that was put there since, and no waiting for the other end of a pipe.
  const handle = await open(
    file,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  ).catch(notReadable);
  try {
    requireFile(await handle.stat());
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}

/** Without the path, which is nobody's business who reads what went wrong. */
function notReadable(): never {
  throw new NotFoundError(
    'The file cannot be opened. Check that it is there, and that the backend may read it.',
  );
}

function requireFile(stats: Stats): void {
  if (!stats.isFile()) {
    throw new NotFoundError(
      'The path is not a file. Name the SBOM itself, not a folder.',
    );
  }
}
