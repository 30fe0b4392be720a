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

import { open } from 'node:fs/promises';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import { entityTag } from '../../../shared/entityTag';
import { raceAbort } from '../../../shared/raceAbort';
import { urlReaderFailure } from '../../../shared/urlReaderFailure';
import { SignalsTargets } from '../../SignalsReader';
import { TargetIndex } from '../push/TargetIndex';
import { maySupply, setPart } from '../reading/applyReading';
import { readingFailure } from '../reading/readingFailure';
import { SIGNALS_HOSTS_KEY } from '../readSignalsConfig';
import { ImportConfig } from '../SignalsConfig';
import { KeptParts, SignalsStore } from '../store/SignalsStore';
import { RepositoryPartName } from '@ospo-suite/backstage-plugin-ospo-node';
import { ImportedRepositories } from './ImportedRepositories';
import { importLimits, readReposJson } from './readReposJson';

export interface ImportRunnerOptions {
  imports: readonly ImportConfig[];
  repositories: ImportedRepositories;
  store: SignalsStore;
  targets: SignalsTargets;
  urlReader: UrlReaderService;
  readTimeoutMs: number;
  logger: LoggerService;
  now: () => Date;
}

/** Reads the lists of repositories that the configuration names, and hands their values to the projects they match. */
export class ImportRunner {
  readonly #options: ImportRunnerOptions;

  static create(options: ImportRunnerOptions): ImportRunner {
    return new ImportRunner(options);
  }

  private constructor(options: ImportRunnerOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { imports, repositories, logger, now } = this.#options;
    await repositories.keepOnly(imports.map(({ target }) => target));
    for (const one of imports) {
      if (signal.aborted) {
        return;
      }
      try {
        await this.#import(one, signal);
      } catch (error) {
        const { message } = readingFailure(error);
        await repositories.noteTry(one.target, now().toISOString(), message);
        logger.warn(`Could not import the list of repositories: ${message}`);
      }
    }
    await this.#supply(signal);
  }

  async #import(
    { target, host }: ImportConfig,
    signal: AbortSignal,
  ): Promise<void> {
    const { repositories, logger, now } = this.#options;
    const etag = await repositories.etag(target);
    const read = /^https?:\/\//.test(target)
      ? await this.#readUrl(target, etag, signal)
      : await readFile(target, etag);
    if (!read) {
      await repositories.noteTry(target, now().toISOString());
      return;
    }
    const at = now().toISOString();
    const list = readReposJson(read.json, { host, now: at });
    await repositories.replace({
      target,
      etag: read.etag,
      now: at,
      repositories: list.repositories,
    });
    logger.info(
      `Imported a list of repositories: ${list.repositories.length} read, ${list.leftOut} rows name none`,
    );
  }

  async #readUrl(
    target: string,
    etag: string | undefined,
    stopSignal: AbortSignal,
  ): Promise<{ json: string; etag?: string } | undefined> {
    const { urlReader, readTimeoutMs } = this.#options;
    const signal = AbortSignal.any([
      stopSignal,
      AbortSignal.timeout(readTimeoutMs),
    ]);
    const url = new URL(target);
    try {
      const response = await raceAbort(
        urlReader.readUrl(url.href, { etag, signal }),
        signal,
      );
      const stream = response.stream?.();
      const json = await raceAbort(
        stream ? readStream(stream) : response.buffer().then(checked),
        signal,
      );
      return { json, etag: response.etag };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      if (isError(error) && error.name === 'InputError') {
        throw error;
      }
      throw urlReaderFailure(error, url, SIGNALS_HOSTS_KEY);
    }
  }

  async #supply(signal: AbortSignal): Promise<void> {
    const { repositories, store, targets, now } = this.#options;
    const imported = await repositories.list();
    if (imported.length === 0) {
      return;
    }
    const index = await TargetIndex.read(targets);
    for (const { parts, ...place } of imported) {
      for (const target of index.find(place).targets) {
        if (signal.aborted) {
          return;
        }
        const record = await store.read(target.ref);
        if (!record) {
          await store.putTargets(
            [{ target, budgetKey: '' }],
            now().toISOString(),
          );
        }
        if (brings(record?.parts ?? {}, parts).length > 0) {
          await store.change(target.ref, current => {
            const changed = { ...current.parts };
            for (const name of brings(current.parts, parts)) {
              const part = parts[name];
              if (part) {
                setPart(changed, name, part);
              }
            }
            return { parts: changed };
          });
        }
      }
    }
  }
}

/** Parts of a list that may take the place of what is there, and say something else. */
function brings(kept: KeptParts, imported: KeptParts): RepositoryPartName[] {
  return (Object.keys(imported) as RepositoryPartName[]).filter(name => {
    const part = imported[name];
    return (
      part !== undefined &&
      maySupply(kept, name, part).may &&
      JSON.stringify(kept[name]?.value) !== JSON.stringify(part.value)
    );
  });
}

async function readFile(
  path: string,
  etag: string | undefined,
): Promise<{ json: string; etag: string } | undefined> {
  const handle = await open(path, 'r').catch(() => {
    throw new NotFoundError(
      `There is no file '${path}' that the backend may read; check 'ospo.innerSource.signals.imports'`,
    );
  });
  try {
    const { size, mtimeMs } = await handle.stat();
    const tag = entityTag([size, mtimeMs]);
    if (tag === etag) {
      return undefined;
    }
    if (size > importLimits.bytes) {
      throw tooLarge();
    }
    return { json: checked(await handle.readFile()), etag: tag };
  } finally {
    await handle.close();
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > importLimits.bytes) {
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function checked(bytes: Buffer): string {
  if (bytes.byteLength > importLimits.bytes) {
    throw tooLarge();
  }
  return bytes.toString();
}

function tooLarge(): InputError {
  return new InputError(`The list is larger than ${importLimits.bytes} bytes`);
}
