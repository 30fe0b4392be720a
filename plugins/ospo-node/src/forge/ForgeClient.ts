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

import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { RetryLaterError } from '../sbomSource';
import { forgeFailure } from './forgeFailure';
import { readBounded } from './readBounded';
import { readLink } from './readLink';
import { readRetryAfterMs } from './readRetryAfterMs';

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_FAILURE_BYTES = 64 * 1024;
const MAX_REDIRECTS = 3;
const MAX_ETAG_LENGTH = 150;
const TIMEOUT_MS = 20_000;
/** GitHub says that statistics take "a short time". */
const COMPUTING_MS = 10 * 60_000;
const REDIRECTS = new Set([301, 302, 307, 308]);

const KNOWN_ERRORS = new Set([
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'RetryLaterError',
  'ServiceUnavailableError',
]);

/** @public */
export interface ForgeClientOptions {
  /** Host as people know it; named in messages. */
  host: string;
  /** Base of its API, without a closing slash. Requests leave it for no other host. */
  apiBaseUrl: string;
  /** Sent with each request; may hold a token, and is never in a message. */
  headers?: Readonly<Record<string, string>>;
  /** Awaited before each request, redirects too. */
  spend: () => Promise<void>;
  signal: AbortSignal;
  now: Date;
  /** For one request with its answer. Default 20 seconds. */
  timeoutMs?: number;
  /** Bytes of one answer after decompression. Default 8 MiB. */
  maxBytes?: number;
}

/** @public */
export interface ForgeRequest<T> {
  /** Below the base of the API; variable parts are encoded. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Asks whether anything has changed since. */
  etag?: string;
  /** Statuses that say that there is nothing of the kind, and are no failure: 404 for a folder. */
  absentStatuses?: readonly number[];
  /** Understands the answer, `null` where there is none; throws when it is of another shape. */
  parse: (body: unknown) => T;
}

/** @public */
export type ForgeAnswer<T> =
  | {
      status: 'read';
      value: T;
      etag?: string;
      /** Number of the last page, where the forge tells. */
      lastPage?: number;
      /** Number of items on all pages, where the forge tells. */
      total?: number;
    }
  | { status: 'unchanged' }
  | { status: 'absent' }
  /** Is being computed. */
  | { status: 'later'; retryAfterMs: number };

/** @public */
export type ForgePages<T> =
  | {
      status: 'read';
      items: T[];
      /** Whether these are all. */
      complete: boolean;
      etag?: string;
      total?: number;
    }
  | Exclude<ForgeAnswer<T>, { status: 'read' }>;

/**
 * Asks a forge's JSON API within a budget: conditional requests, pages, limits of size and time, and errors of the
 * classes that `RepositorySignals` and `SbomSource` name. Made for one reading.
 *
 * @public
 */
export class ForgeClient {
  readonly #options: ForgeClientOptions;
  readonly #origin: string;

  static create(options: ForgeClientOptions): ForgeClient {
    return new ForgeClient(options);
  }

  private constructor(options: ForgeClientOptions) {
    this.#options = options;
    this.#origin = new URL(options.apiBaseUrl).origin;
  }

  /** Asks once. */
  async get<T>(request: ForgeRequest<T>): Promise<ForgeAnswer<T>> {
    return await this.#get(request, this.#urlOf(request));
  }

  /** Asks page after page; only the first is asked for conditionally. */
  async getPages<T>(
    request: ForgeRequest<T[]>,
    options: {
      maxPages: number;
      /** Asked after each page that is not the last: whether the next one is wanted. */
      goOn?: (read: { items: T[]; lastPage?: number }) => boolean;
    },
  ): Promise<ForgePages<T>> {
    const first = await this.#get(request, this.#urlOf(request));
    if (first.status !== 'read') {
      return first;
    }
    const { etag, total, lastPage } = first;
    const items = [...first.value];
    let { next } = first;
    for (let page = 2; next && page <= options.maxPages; page++) {
      if (options.goOn?.({ items, lastPage }) === false) {
        break;
      }
      const answer: PageAnswer<T[]> = await this.#get(
        { ...request, etag: undefined },
        next,
      );
      if (answer.status !== 'read') {
        break;
      }
      items.push(...answer.value);
      next = answer.next;
    }
    return { status: 'read', items, complete: !next, etag, total };
  }

  #urlOf(request: ForgeRequest<unknown>): URL {
    const url = new URL(`${this.#options.apiBaseUrl}${request.path}`);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    return url;
  }

  async #get<T>(request: ForgeRequest<T>, from: URL): Promise<PageAnswer<T>> {
    let url = from;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const answer = await this.#ask(request, url);
      if (answer.status !== 'elsewhere') {
        return answer;
      }
      url = answer.url;
    }
    throw new InputError(
      `'${this.#options.host}' sends from one address to the next without end`,
    );
  }

  async #ask<T>(
    request: ForgeRequest<T>,
    url: URL,
  ): Promise<PageAnswer<T> | { status: 'elsewhere'; url: URL }> {
    const { host, signal, spend } = this.#options;
    signal.throwIfAborted();
    await spend();
    signal.throwIfAborted();
    try {
      const response = await fetch(url, {
        headers: {
          accept: 'application/json',
          'user-agent': 'backstage-plugin-ospo',
          ...this.#options.headers,
          ...(request.etag ? { 'if-none-match': request.etag } : {}),
        },
        redirect: 'manual',
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(this.#options.timeoutMs ?? TIMEOUT_MS),
        ]),
      });
      return await this.#understand(request, url, response);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Error && KNOWN_ERRORS.has(error.name)) {
        throw error;
      }
      // What fetch says may hold the address with its query, and helps nobody who is not on the machine.
      throw new ServiceUnavailableError(
        `'${host}' could not be reached, was too slow, or broke off. It is tried again later.`,
      );
    }
  }

  async #understand<T>(
    request: ForgeRequest<T>,
    url: URL,
    response: Response,
  ): Promise<PageAnswer<T> | { status: 'elsewhere'; url: URL }> {
    const { host, now } = this.#options;
    const { status, headers } = response;
    if (status === 200 || status === 204) {
      return await this.#readBody(request, url, response);
    }
    const text = await readBounded(response, MAX_FAILURE_BYTES);
    if (status === 304 && request.etag) {
      return { status: 'unchanged' };
    }
    if (status === 202) {
      return {
        status: 'later',
        retryAfterMs: readRetryAfterMs(headers, now) ?? COMPUTING_MS,
      };
    }
    const failure = forgeFailure({
      host,
      status,
      headers,
      text: text ?? '',
      now,
    });
    // A limit comes with a status that may mean something else as well: 403.
    if (
      request.absentStatuses?.includes(status) &&
      !(failure instanceof RetryLaterError)
    ) {
      return { status: 'absent' };
    }
    if (REDIRECTS.has(status)) {
      return {
        status: 'elsewhere',
        url: this.#sameHost(headers.get('location') ?? '', url),
      };
    }
    throw failure;
  }

  async #readBody<T>(
    request: ForgeRequest<T>,
    url: URL,
    response: Response,
  ): Promise<PageAnswer<T>> {
    const { host } = this.#options;
    const maxBytes = this.#options.maxBytes ?? MAX_BYTES;
    const text = await readBounded(response, maxBytes);
    if (text === undefined) {
      throw new InputError(
        `'${host}' answers '${request.path}' with more than ${maxBytes} bytes, which is not read`,
      );
    }
    const etag = response.headers.get('etag') ?? '';
    const total = response.headers.get('x-total') ?? '';
    const link = readLink(response.headers.get('link') ?? '');
    return {
      status: 'read',
      value: this.#parse(request, response, text),
      etag: etag && etag.length <= MAX_ETAG_LENGTH ? etag : undefined,
      total: /^\d{1,9}$/.test(total) ? Number(total) : undefined,
      next: link.next ? this.#sameHost(link.next, url) : undefined,
      lastPage: lastPageOf(link.last),
    };
  }

  #parse<T>(request: ForgeRequest<T>, response: Response, text: string): T {
    const { host } = this.#options;
    const type = response.headers.get('content-type') ?? '';
    if (
      response.status !== 204 &&
      !/^application\/([^;]*\+)?json/i.test(type)
    ) {
      throw new InputError(
        `'${host}' answers '${request.path}' with something other than JSON, perhaps a page to sign in. Check 'apiBaseUrl' of its integration, and proxies on the way.`,
      );
    }
    try {
      return request.parse(response.status === 204 ? null : JSON.parse(text));
    } catch {
      // The parser's own words quote the answer.
      throw new InputError(
        `'${host}' answers '${request.path}' in another form than its documentation says. Check 'apiBaseUrl' of its integration, and that its version is a supported one.`,
      );
    }
  }

  /** A token must not follow a redirect, or a link to a page, to another host. */
  #sameHost(address: string, from: URL): URL {
    const url = URL.canParse(address, from)
      ? new URL(address, from)
      : undefined;
    if (url?.origin !== this.#origin) {
      throw new InputError(
        `'${
          this.#options.host
        }' sends on to another host, which is not followed. Check 'apiBaseUrl' of its integration.`,
      );
    }
    return url;
  }
}

type PageAnswer<T> =
  | (Extract<ForgeAnswer<T>, { status: 'read' }> & { next?: URL })
  | Exclude<ForgeAnswer<T>, { status: 'read' }>;

function lastPageOf(last: string | undefined): number | undefined {
  const page = /[?&]page=(\d{1,9})(?:&|$)/.exec(last ?? '')?.[1];
  return page === undefined ? undefined : Number(page);
}
