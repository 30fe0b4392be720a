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
import { Entity } from '@backstage/catalog-model';
import { isError, NotAllowedError } from '@backstage/errors';
import {
  FetchSbomOptions,
  FetchSbomResult,
  SbomLocation,
  SbomSource,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { raceAbort } from '../../shared/raceAbort';
import { urlReaderFailure } from '../../shared/urlReaderFailure';
import { annotationLocations } from './annotationLocations';
import { LocalSbomReader } from './LocalSbomReader';
import { LOCAL_BUDGET_KEY, LOCAL_SCHEME } from './localPath';

/** Where the budget of a host is set, for messages. */
const HOSTS_KEY = 'ospo.sboms.hosts';

/** @internal */
export interface AnnotationSbomSourceOptions {
  urlReader: UrlReaderService;
  localReader: LocalSbomReader;
  prefixes: readonly string[];
  resolveUrl: (options: { url: string; base: string }) => string;
}

/**
 * SBOMs that the annotation `ospo/sbom` names. Everything over the network goes through UrlReader: its allow-list
 * says which hosts, for redirects as well, and no credentials are used but those that its integrations are given.
 */
export class AnnotationSbomSource implements SbomSource {
  readonly id = 'annotation';
  readonly #options: AnnotationSbomSourceOptions;

  static create(options: AnnotationSbomSourceOptions): AnnotationSbomSource {
    return new AnnotationSbomSource(options);
  }

  private constructor(options: AnnotationSbomSourceOptions) {
    this.#options = options;
  }

  locate(entity: Entity): ReturnType<SbomSource['locate']> {
    return annotationLocations({
      entity,
      prefixes: this.#options.prefixes,
      resolveUrl: this.#options.resolveUrl,
    });
  }

  budgetKey(location: SbomLocation): string {
    return location.location.startsWith(LOCAL_SCHEME)
      ? LOCAL_BUDGET_KEY
      : new URL(location.location).host;
  }

  async fetch(options: FetchSbomOptions): Promise<FetchSbomResult> {
    const { location, signal } = options;
    signal.throwIfAborted();
    return location.location.startsWith(LOCAL_SCHEME)
      ? await this.#options.localReader.read({
          entity: options.entity,
          path: location.location.slice(LOCAL_SCHEME.length),
          etag: options.etag,
        })
      : await this.#readUrl(options);
  }

  async #readUrl(options: FetchSbomOptions): Promise<FetchSbomResult> {
    const { etag, signal } = options;
    const url = new URL(options.location.location);
    if (
      !['http:', 'https:'].includes(url.protocol) ||
      url.username ||
      url.password
    ) {
      // It was checked when it was located; rows are data all the same.
      throw new NotAllowedError(
        'Only http and https addresses without credentials are read.',
      );
    }
    try {
      // Not every reader heeds the signal.
      const response = await raceAbort(
        this.#options.urlReader.readUrl(url.href, { etag, signal }),
        signal,
      );
      return {
        outcome: 'fetched',
        etag: response.etag,
        document: mapErrors(
          response.stream?.() ?? once(response.buffer()),
          url,
          signal,
        ),
      };
    } catch (error) {
      signal.throwIfAborted();
      if (isError(error) && error.name === 'NotModifiedError') {
        return { outcome: 'unchanged' };
      }
      throw urlReaderFailure(error, url, HOSTS_KEY);
    }
  }
}

async function* once(buffer: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await buffer;
}

/** A connection that breaks off in the middle is the host's failure too. */
async function* mapErrors(
  stream: AsyncIterable<Uint8Array>,
  url: URL,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    signal.throwIfAborted();
    throw urlReaderFailure(error, url, HOSTS_KEY);
  }
}
