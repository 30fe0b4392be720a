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

import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubIntegrationConfig,
  readGithubIntegrationConfig,
  ScmIntegrations,
} from '@backstage/integration';
import {
  ForgeClient,
  ReadRepositoryOptions,
  readParts,
  RepositoryLocation,
  RepositoryReading,
  RepositorySignals,
  Validators,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GithubCredentials } from './GithubCredentials';
import { GithubReading } from './GithubReading';
import { readCommits } from './readCommits';
import { readFacts } from './readFacts';
import { readFiles } from './readFiles';
import { readHelp } from './readHelp';
import { readReleases } from './readReleases';
import { readResponses } from './readResponses';

/** Owner and name; a dot alone, or two, would lead elsewhere. */
const SLUG = /^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/;

/** Signals from GitHub's REST API, with a token or, for public repositories and few requests, without. */
export class GithubRepositorySignals implements RepositorySignals {
  readonly id = 'github';
  readonly parts = [
    'facts',
    'commits',
    'releases',
    'files',
    'help',
    'responses',
  ] as const;
  readonly #hosts: Map<string, GithubIntegrationConfig>;
  readonly #credentials: GithubCredentials;

  /** Of the hosts that the operator wrote down; the one that Backstage adds by itself is not asked. */
  static fromConfig(config: Config): GithubRepositorySignals {
    const integrations = (
      config.getOptionalConfigArray('integrations.github') ?? []
    ).map(readGithubIntegrationConfig);
    return new GithubRepositorySignals({
      hosts: new Map(
        integrations.map(integration => [
          integration.host.toLowerCase(),
          integration,
        ]),
      ),
      credentials: GithubCredentials.create({
        provider: DefaultGithubCredentialsProvider.fromIntegrations(
          ScmIntegrations.fromConfig(config),
        ),
      }),
    });
  }

  private constructor(options: {
    hosts: Map<string, GithubIntegrationConfig>;
    credentials: GithubCredentials;
  }) {
    this.#hosts = options.hosts;
    this.#credentials = options.credentials;
  }

  reads(repository: RepositoryLocation): boolean {
    return (
      this.#hosts.has(repository.host.toLowerCase()) &&
      SLUG.test(repository.slug)
    );
  }

  budgetKey(repository: RepositoryLocation): string {
    return repository.host.toLowerCase();
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    const { now, repository, signal } = options;
    const validators = Validators.create({ previous: options.validators, now });
    const reading: GithubReading = {
      ...options,
      client: await this.#clientFor(options),
      base: `/repos/${repository.slug}`,
      validators,
    };
    return await readParts({
      parts: options.parts,
      readers: {
        facts: () => readFacts(reading),
        commits: () => readCommits(reading),
        releases: () => readReleases(reading),
        files: () => readFiles(reading),
        help: () => readHelp(reading),
        responses: () => readResponses(reading),
      },
      validators,
      signal,
    });
  }

  async #clientFor(options: ReadRepositoryOptions): Promise<ForgeClient> {
    const { host, slug } = options.repository;
    const integration = this.#hosts.get(host.toLowerCase());
    if (!integration) {
      throw new Error(`'${host}' is no host of this source`);
    }
    const authorization = await this.#credentials.headersFor({
      integration,
      slug,
      spend: options.spend,
      signal: options.signal,
      now: options.now,
    });
    return ForgeClient.create({
      host,
      apiBaseUrl: integration.apiBaseUrl ?? `https://${host}/api/v3`,
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        ...authorization,
      },
      spend: options.spend,
      signal: options.signal,
      now: options.now,
    });
  }
}
