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

import { isError, NotAllowedError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import {
  forgeFailure,
  RetryLaterError,
} from '@ospo-suite/backstage-plugin-ospo-node';

/** The provider keeps an app's token for ten minutes at least. */
const KEPT_MS = 10 * 60_000;
/** Of each app it lists the installations and asks for a token of one; more pages than the first are not counted. */
const REQUESTS_FOR_A_TOKEN = 2;
const MAX_OWNERS = 1000;

/** Headers that authorise requests, with the requests that getting them may take counted. */
export class GithubCredentials {
  readonly #provider: GithubCredentialsProvider;
  readonly #askedAtMs = new Map<string, number>();

  static create(options: {
    provider: GithubCredentialsProvider;
  }): GithubCredentials {
    return new GithubCredentials(options.provider);
  }

  private constructor(provider: GithubCredentialsProvider) {
    this.#provider = provider;
  }

  async headersFor(options: {
    integration: GithubIntegrationConfig;
    slug: string;
    spend: () => Promise<void>;
    signal: AbortSignal;
    now: Date;
  }): Promise<Record<string, string>> {
    const { integration, now, signal, slug } = options;
    signal.throwIfAborted();
    await this.#spendForToken(options);
    try {
      const { headers } = await this.#provider.getCredentials({
        url: `https://${integration.host}/${slug}`,
      });
      return headers ?? {};
    } catch (error) {
      // Nothing was kept that the next try could do with.
      this.#askedAtMs.delete(ownerOf(options));
      const failure = failureOfHost(error, { host: integration.host, now });
      if (failure) {
        throw failure;
      }
      // Its words may hold what it was configured with.
      throw new NotAllowedError(
        `The integration of '${integration.host}' gives no token for '${slug}'. Check that its app is installed for the owner, or give it a token.`,
      );
    }
  }

  async #spendForToken(options: {
    integration: GithubIntegrationConfig;
    slug: string;
    spend: () => Promise<void>;
    now: Date;
  }): Promise<void> {
    const owner = ownerOf(options);
    const nowMs = options.now.getTime();
    if (nowMs - (this.#askedAtMs.get(owner) ?? -KEPT_MS) < KEPT_MS) {
      return;
    }
    const requests =
      REQUESTS_FOR_A_TOKEN * (options.integration.apps?.length ?? 0);
    for (let request = 0; request < requests; request++) {
      await options.spend();
    }
    if (this.#askedAtMs.size >= MAX_OWNERS) {
      this.#askedAtMs.clear();
    }
    this.#askedAtMs.set(owner, nowMs);
  }
}

function ownerOf(options: {
  integration: GithubIntegrationConfig;
  slug: string;
}): string {
  return `${options.integration.host}/${options.slug.split('/')[0]}`;
}

/** The host is down or wants to be left alone, which says nothing about the app. Octokit's errors carry the answer. */
function failureOfHost(
  error: unknown,
  { host, now }: { host: string; now: Date },
): Error | undefined {
  if (!isError(error) || typeof error.status !== 'number') {
    return undefined;
  }
  const failure = forgeFailure({
    host,
    status: error.status,
    headers: headersOf(error.response),
    text: error.message,
    now,
  });
  return failure instanceof RetryLaterError ||
    failure.name === 'ServiceUnavailableError'
    ? failure
    : undefined;
}

function headersOf(response: unknown): Headers {
  const headers = new Headers();
  const told: unknown =
    typeof response === 'object' && response !== null && 'headers' in response
      ? response.headers
      : undefined;
  for (const [name, value] of Object.entries(told ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') {
      headers.set(name, String(value));
    }
  }
  return headers;
}
