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

import { ResponseError } from '@backstage/errors';

/** Requests to the OSPO backend; every answer that is not ok throws a `ResponseError`. */
export class OspoHttp {
  readonly fetch: typeof fetch;
  readonly baseUrl: string;

  private constructor(options: {
    fetchApi: { fetch: typeof fetch };
    baseUrl?: string;
  }) {
    this.fetch = options.fetchApi.fetch;
    this.baseUrl = (options.baseUrl ?? 'plugin://ospo').replace(/\/+$/, '');
  }

  static create(options: {
    fetchApi: { fetch: typeof fetch };
    baseUrl?: string;
  }): OspoHttp {
    return new OspoHttp(options);
  }

  async get(path: string, options?: GetOptions): Promise<Response> {
    const response = await this.fetch(`${this.baseUrl}${path}`, {
      signal: options?.signal,
    });
    await throwUnlessOk(response);
    return response;
  }

  async json<T>(
    path: string,
    query: object = {},
    options?: GetOptions,
  ): Promise<T> {
    const response = await this.get(`${path}${queryString(query)}`, options);
    // The backend's own contract test holds every answer to its type.
    return (await response.json()) as T;
  }

  async blob(
    path: string,
    query: object = {},
    options?: GetOptions,
  ): Promise<Blob> {
    const response = await this.get(`${path}${queryString(query)}`, options);
    return response.blob();
  }

  /** Sends a body as JSON and reads JSON, or nothing when the answer has no content. */
  async send<T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    options?: GetOptions,
  ): Promise<T> {
    const response = await this.fetch(`${this.baseUrl}${path}`, {
      method,
      signal: options?.signal,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    await throwUnlessOk(response);
    // The backend's own contract test holds every answer to its type.
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}

interface GetOptions {
  signal?: AbortSignal;
}

export async function throwUnlessOk(response: Response): Promise<void> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
}

export function queryString(query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        params.append(name, String(item));
      }
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
