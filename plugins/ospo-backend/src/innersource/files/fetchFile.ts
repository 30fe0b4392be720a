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
import { InputError, isError } from '@backstage/errors';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { raceAbort } from '../../shared/raceAbort';
import { urlReaderFailure } from '../../shared/urlReaderFailure';
import { FilesForge, fileUrl } from '../signals';

/** CODEOWNERS is read up to that by the forges, and nothing else is longer. */
const MAX_BYTES = 3 * 1024 * 1024;

export type FetchedFile =
  | { state: 'found'; bytes: Uint8Array; etag?: string }
  | { state: 'unchanged' }
  | { state: 'too-long'; message: string }
  | { state: 'absent' };

/** Reads one file of a repository through UrlReader, which knows whom to ask and may not ask others. */
export async function fetchFile(options: {
  urlReader: UrlReaderService;
  forge: FilesForge;
  hostsKey: string;
  repository: RepositoryLocation;
  path: string;
  etag?: string;
  signal: AbortSignal;
}): Promise<FetchedFile> {
  const { urlReader, forge, hostsKey, repository, path, etag, signal } =
    options;
  const url = new URL(fileUrl(repository, forge, path));
  try {
    // Not every reader heeds the signal.
    const response = await raceAbort(
      urlReader.readUrl(url.href, { etag, signal }),
      signal,
    );
    const bytes = await raceAbort(readBytes(response), signal);
    return { state: 'found', bytes, etag: response.etag };
  } catch (error) {
    signal.throwIfAborted();
    if (isError(error) && error.name === 'NotModifiedError') {
      return { state: 'unchanged' };
    }
    if (isError(error) && error.name === 'InputError') {
      return { state: 'too-long', message: error.message };
    }
    const failure = urlReaderFailure(error, url, hostsKey);
    if (failure.name === 'NotFoundError') {
      return { state: 'absent' };
    }
    throw failure;
  }
}

async function readBytes(
  response: Awaited<ReturnType<UrlReaderService['readUrl']>>,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // A reader that cannot stream has all of it in memory already.
  for await (const piece of response.stream?.() ?? [await response.buffer()]) {
    const bytes: Uint8Array =
      typeof piece === 'string' ? Buffer.from(piece) : piece;
    length += bytes.byteLength;
    if (length > MAX_BYTES) {
      throw new InputError(
        `It is longer than the ${MAX_BYTES} bytes that are read`,
      );
    }
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
