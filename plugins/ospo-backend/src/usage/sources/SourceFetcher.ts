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

import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { SbomInbox, SbomSource } from '@ospo-suite/backstage-plugin-ospo-node';
import { raceAbort } from '../../shared/raceAbort';
import { boundedStream } from './boundedStream';
import { ClaimedSource, SourceOutcome } from './SourceStore';

/** @internal */
export interface SourceFetcherOptions {
  inbox: SbomInbox;
  auth: AuthService;
  /** The source with this id, if it is installed. */
  sourceOf: (id: string) => SbomSource | undefined;
  fetchTimeoutMs: number;
  /** Bytes of one document. */
  maxBytes: number;
}

interface Fetch {
  claim: ClaimedSource;
  /** As the catalog has it now, if it has it. */
  entity: Entity | undefined;
  /** Ends everything. */
  stopSignal: AbortSignal;
}

/** Brings what a source has at one place to the inbox, within bounds of time and size, whatever the source does. */
export class SourceFetcher {
  readonly #options: SourceFetcherOptions;

  static create(options: SourceFetcherOptions): SourceFetcher {
    return new SourceFetcher(options);
  }

  private constructor(options: SourceFetcherOptions) {
    this.#options = options;
  }

  async fetch(options: Fetch): Promise<SourceOutcome> {
    const { claim, stopSignal } = options;
    const { fetchTimeoutMs } = this.#options;
    // Ends whatever the source still holds open, also when nobody read its document to the end.
    const over = new AbortController();
    const timeout = AbortSignal.timeout(fetchTimeoutMs);
    const signal = AbortSignal.any([stopSignal, over.signal, timeout]);
    try {
      return await this.#receive({ ...options, signal });
    } catch (error) {
      if (timeout.aborted && isAbort(error)) {
        const seconds = Math.round(fetchTimeoutMs / 1000);
        throw new ServiceUnavailableError(
          `'${claim.budgetKey}' did not give the file within ${seconds} seconds. It is tried again later.`,
        );
      }
      throw error;
    } finally {
      over.abort();
    }
  }

  async #receive(
    options: Fetch & {
      /** Ends the fetch. */
      signal: AbortSignal;
    },
  ): Promise<SourceOutcome> {
    const { claim, entity, signal, stopSignal } = options;
    const { auth, inbox, maxBytes, sourceOf } = this.#options;
    const source = sourceOf(claim.source);
    if (!source) {
      throw new NotFoundError(
        `The source '${claim.source}' is not installed any more. Install its module again, or remove what it reads from the entity.`,
      );
    }
    if (!entity) {
      throw new NotFoundError('The catalog does not have this entity now.');
    }
    const { location, target, stream, etag } = claim;
    const result = await raceAbort(
      source.fetch({
        location: { location, target, stream },
        entity,
        etag,
        credentials: await auth.getOwnServiceCredentials(),
        signal,
      }),
      signal,
    );
    if (result.outcome === 'unchanged') {
      return { state: 'unchanged', etag };
    }
    const { outcome } = await inbox.receive({
      entityRef: claim.entityRef,
      target,
      stream,
      source: claim.source,
      document: boundedStream(result.document, { maxBytes, signal }),
      signal: stopSignal,
    });
    return {
      state: outcome === 'unchanged' ? 'unchanged' : 'ok',
      etag: result.etag,
    };
  }
}

function isAbort(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'TimeoutError' || error.name === 'AbortError')
  );
}
