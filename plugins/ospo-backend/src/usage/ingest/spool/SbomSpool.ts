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

import { createHash, randomUUID } from 'node:crypto';
import { FileHandle, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolFileName } from './cleanSpool';

/** Bytes that are kept in memory until it is known that they have to be read. */
const MEMORY_BYTES = 1024 * 1024;

/** A received document, before anything was understood of it. */
export interface SpooledDocument {
  sha256: string;
  bytes: number;
  /** The path of a file that holds it. */
  file(): Promise<string>;
  remove(): Promise<void>;
}

/** Thrown as soon as more bytes came than are allowed. */
export class SpoolLimitExceeded extends Error {}

/**
 * Takes documents off the wire: counts the bytes as they arrive, hashes them on the way, and puts them into a file
 * that only we can read. A small document needs no file until it turns out to be new.
 */
export class SbomSpool {
  readonly #folder: string;
  #isReady = false;

  static create(options: { folder: string }): SbomSpool {
    return new SbomSpool(options.folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  async receive(
    source: AsyncIterable<Uint8Array>,
    options: { maxBytes: number; signal?: AbortSignal },
  ): Promise<SpooledDocument> {
    const hash = createHash('sha256');
    const held: Uint8Array[] = [];
    let bytes = 0;
    let path: string | undefined;
    let handle: FileHandle | undefined;
    try {
      for await (const piece of source) {
        options.signal?.throwIfAborted();
        bytes += piece.length;
        if (bytes > options.maxBytes) {
          throw new SpoolLimitExceeded();
        }
        hash.update(piece);
        if (!handle && bytes <= MEMORY_BYTES) {
          held.push(piece);
          continue;
        }
        if (!handle) {
          path = await this.#newPath();
          handle = await open(path, 'wx', 0o600);
          await handle.writeFile(Buffer.concat(held.splice(0)));
        }
        await handle.writeFile(piece);
      }
    } catch (error) {
      await handle?.close();
      await removeFile(path);
      throw error;
    }
    await handle?.close();
    return {
      sha256: hash.digest('hex'),
      bytes,
      file: async () => {
        if (!path) {
          path = await this.#newPath();
          await writeFile(path, Buffer.concat(held.splice(0)), {
            flag: 'wx',
            mode: 0o600,
          });
        }
        return path;
      },
      remove: () => removeFile(path),
    };
  }

  async #newPath(): Promise<string> {
    if (!this.#isReady) {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      this.#isReady = true;
    }
    return join(this.#folder, spoolFileName(randomUUID()));
  }
}

async function removeFile(path: string | undefined): Promise<void> {
  if (path) {
    await rm(path, { force: true });
  }
}
