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
  getGitLabIntegrationRelativePath,
  getGitLabRequestOptions,
  GitLabIntegrationConfig,
  readGitLabIntegrationConfig,
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
import { GitlabReading } from './GitlabReading';
import { readCommits } from './readCommits';
import { readFacts } from './readFacts';
import { readFiles } from './readFiles';
import { readHelp } from './readHelp';
import { readReleases } from './readReleases';
import { readResponses } from './readResponses';

/** Groups and name, at least two, none of which is a dot or two. */
const SLUG = /^[\w][\w.-]*(\/[\w][\w.-]*){1,20}$/;

/** Signals from GitLab's REST API, with a token or, for public projects, without. */
export class GitlabRepositorySignals implements RepositorySignals {
  readonly id = 'gitlab';
  readonly parts = [
    'facts',
    'commits',
    'releases',
    'files',
    'help',
    'responses',
  ] as const;
  readonly #hosts: Map<string, GitLabIntegrationConfig>;

  /** Of the hosts that the operator wrote down; the one that Backstage adds by itself is not asked. */
  static fromConfig(config: Config): GitlabRepositorySignals {
    const integrations = (
      config.getOptionalConfigArray('integrations.gitlab') ?? []
    ).map(readGitLabIntegrationConfig);
    return new GitlabRepositorySignals(
      new Map(
        integrations.map(integration => [
          integration.host.toLowerCase(),
          integration,
        ]),
      ),
    );
  }

  private constructor(hosts: Map<string, GitLabIntegrationConfig>) {
    this.#hosts = hosts;
  }

  reads(repository: RepositoryLocation): boolean {
    const integration = this.#hosts.get(repository.host.toLowerCase());
    return (
      integration !== undefined && SLUG.test(slugOf(repository, integration))
    );
  }

  budgetKey(repository: RepositoryLocation): string {
    return repository.host.toLowerCase();
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    const { now, repository, signal, spend } = options;
    const integration = this.#hosts.get(repository.host.toLowerCase());
    if (!integration) {
      throw new Error(`'${repository.host}' is no host of this source`);
    }
    const validators = Validators.create({ previous: options.validators, now });
    const slug = slugOf(repository, integration);
    const reading: GitlabReading = {
      ...options,
      client: ForgeClient.create({
        host: repository.host,
        apiBaseUrl: integration.apiBaseUrl,
        headers: getGitLabRequestOptions(integration).headers,
        spend,
        signal,
        now,
      }),
      base: `/projects/${encodeURIComponent(slug)}`,
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
}

/** Without the folder that a GitLab below a path of its host has in all its addresses. */
function slugOf(
  repository: RepositoryLocation,
  integration: GitLabIntegrationConfig,
): string {
  const folder = getGitLabIntegrationRelativePath(integration).slice(1);
  return folder !== '' && repository.slug.startsWith(`${folder}/`)
    ? repository.slug.slice(folder.length + 1)
    : repository.slug;
}
