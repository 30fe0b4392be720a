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

import { NotAllowedError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';

/** The provider keeps an app's token for ten minutes at least. */
const KEPT_MS = 10 * 60_000;
/** It lists the app's installations, and asks for a token of one. */
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
    const { integration, signal, slug } = options;
    signal.throwIfAborted();
    if (integration.apps?.length) {
      await this.#spendForToken(options);
    }
    try {
      const { headers } = await this.#provider.getCredentials({
        url: `https://${integration.host}/${slug}`,
      });
      return headers ?? {};
    } catch {
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
    const owner = `${options.integration.host}/${options.slug.split('/')[0]}`;
    const nowMs = options.now.getTime();
    if (nowMs - (this.#askedAtMs.get(owner) ?? -KEPT_MS) < KEPT_MS) {
      return;
    }
    for (let request = 0; request < REQUESTS_FOR_A_TOKEN; request++) {
      await options.spend();
    }
    if (this.#askedAtMs.size >= MAX_OWNERS) {
      this.#askedAtMs.clear();
    }
    this.#askedAtMs.set(owner, nowMs);
  }
}
