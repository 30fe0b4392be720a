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

import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import {
  ReadRepositoryOptions,
  RepositoryLocation,
  RepositoryPartName,
  RepositoryReading,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { BaseDocument } from '@ospo-suite/backstage-plugin-ospo-common';
import { raceAbort } from '../../../shared/raceAbort';
import { urlReaderFailure } from '../../../shared/urlReaderFailure';
import { documentsOfReadme } from '../documents/readmeDocuments';
import { FilesForge, fileUrl, isFilesForge } from './fileUrls';

const MAX_README_BYTES = 1_000_000;
const README = 'README.md';

/** Where documents lie by far most often; each is a request, so there are few. The README tells of the rest. */
const CANDIDATES: readonly [BaseDocument, readonly string[]][] = [
  ['contributing', ['CONTRIBUTING.md']],
  ['licence', ['LICENSE', 'LICENSE.md']],
  ['codeowners', ['.github/CODEOWNERS', 'CODEOWNERS']],
  ['code-of-conduct', ['CODE_OF_CONDUCT.md']],
  ['security', ['SECURITY.md']],
  ['changelog', ['CHANGELOG.md']],
];
/** A section or a link is as good as a file for these. */
const IN_README: readonly BaseDocument[] = [
  'contributing',
  'code-of-conduct',
  'security',
  'changelog',
];

export interface UrlFilesSignalsOptions {
  urlReader: UrlReaderService;
  /** Type of the integration for a host. */
  forgeOf: (host: string) => string | undefined;
  /** Where the budget of a host is set, for messages. */
  hostsKey: string;
}

type Fetched =
  | { state: 'found'; text?: string; etag?: string }
  | { state: 'unchanged' }
  | { state: 'absent' };

/**
 * Base documentation read file by file through UrlReader, which needs no module and for public repositories no token.
 * It comes after all other sources, for it knows the least.
 */
export class UrlFilesSignals implements RepositorySignals {
  readonly id = 'files';
  readonly parts: readonly RepositoryPartName[] = ['files'];
  readonly #options: UrlFilesSignalsOptions;

  static create(options: UrlFilesSignalsOptions): UrlFilesSignals {
    return new UrlFilesSignals(options);
  }

  private constructor(options: UrlFilesSignalsOptions) {
    this.#options = options;
  }

  reads(repository: RepositoryLocation): boolean {
    return (
      /^https?:\/\//.test(repository.url) &&
      isFilesForge(this.#options.forgeOf(repository.host))
    );
  }

  budgetKey(repository: RepositoryLocation): string {
    return repository.host;
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    const { repository, validators } = options;
    const forge = this.#options.forgeOf(repository.host);
    if (!isFilesForge(forge)) {
      throw new NotFoundError(
        `Files at '${repository.host}' cannot be read one by one.`,
      );
    }
    const fetch = (path: string, etag?: string) =>
      this.#fetch({ options, forge, path, etag });
    const folder = repository.path ? `${repository.path}/` : '';
    const readmePath =
      folder + README in validators || !(README in validators)
        ? folder + README
        : README;
    let readme = await fetch(readmePath, validators[readmePath]);
    const rest = await this.#fetchRest(fetch, validators, readme);
    const wasFound = Object.keys(validators).filter(
      path => path !== readmePath,
    );
    if (
      readme.state === 'unchanged' &&
      rest.every(({ state }) => state === 'unchanged') &&
      rest.length === wasFound.length
    ) {
      return { parts: { files: { state: 'unchanged' } }, validators };
    }
    if (readme.state === 'unchanged') {
      // Its text is not kept, and something beside it has changed.
      readme = await fetch(readmePath);
    }
    return toReading({ readme, readmePath, rest, validators });
  }

  async #fetchRest(
    fetch: (path: string, etag?: string) => Promise<Fetched>,
    validators: Readonly<Record<string, string>>,
    readme: Fetched,
  ): Promise<(Fetched & { path: string })[]> {
    const inReadme = new Set(
      readme.state === 'found'
        ? documentsOfReadme(readme.text ?? '').map(({ document }) => document)
        : [],
    );
    const rest: (Fetched & { path: string })[] = [];
    for (const [document, paths] of CANDIDATES) {
      if (inReadme.has(document) && IN_README.includes(document)) {
        continue;
      }
      for (const path of paths) {
        const file = await fetch(path, validators[path]);
        if (file.state !== 'absent') {
          rest.push({ ...file, path });
          break;
        }
      }
    }
    return rest;
  }

  async #fetch(of: {
    options: ReadRepositoryOptions;
    forge: FilesForge;
    path: string;
    etag?: string;
  }): Promise<Fetched> {
    const { options, forge, path, etag } = of;
    const { repository, signal, spend } = options;
    await spend();
    signal.throwIfAborted();
    const url = new URL(fileUrl(repository, forge, path));
    try {
      const response = await raceAbort(
        this.#options.urlReader.readUrl(url.href, {
          etag: etag || undefined,
          signal,
        }),
        signal,
      );
      const isReadme = path.endsWith(README);
      const stream = response.stream?.();
      const text = isReadme
        ? await raceAbort(firstBytes(stream, response.buffer), signal)
        : undefined;
      stream?.destroy();
      return { state: 'found', text, etag: response.etag };
    } catch (error) {
      signal.throwIfAborted();
      if (isError(error) && error.name === 'NotModifiedError') {
        return { state: 'unchanged' };
      }
      const failure = urlReaderFailure(error, url, this.#options.hostsKey);
      if (failure.name === 'NotFoundError') {
        return { state: 'absent' };
      }
      throw failure;
    }
  }
}

async function firstBytes(
  stream: AsyncIterable<Uint8Array> | undefined,
  buffer: () => Promise<Buffer>,
): Promise<string> {
  if (!stream) {
    return (await buffer()).subarray(0, MAX_README_BYTES).toString();
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= MAX_README_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, MAX_README_BYTES).toString();
}

function toReading(read: {
  readme: Fetched;
  readmePath: string;
  rest: (Fetched & { path: string })[];
  validators: Readonly<Record<string, string>>;
}): RepositoryReading {
  const { readme, readmePath, rest, validators } = read;
  const found = [
    ...(readme.state === 'found' ? [{ ...readme, path: readmePath }] : []),
    ...rest,
  ];
  return {
    parts: {
      files: {
        state: 'read',
        value: {
          paths: found.map(({ path }) => path),
          truncated: true,
          ...(readme.state === 'found' && {
            readme: { path: readmePath, text: readme.text ?? '' },
          }),
        },
        note: 'Looked for under the usual names only; connect the forge to have all files looked at.',
      },
    },
    validators: Object.fromEntries(
      found.map(one => [
        one.path,
        one.state === 'found' ? one.etag ?? '' : validators[one.path] ?? '',
      ]),
    ),
  };
}
