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

import { generateKeyPairSync } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  readGithubIntegrationConfig,
  ScmIntegrations,
} from '@backstage/integration';
import { GithubCredentials } from './GithubCredentials';

const now = new Date('2026-11-25T12:00:00Z');
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

describe('what an app gets no token for', () => {
  let server: Server;
  let status = 200;
  let headers: Record<string, string> = {};

  beforeEach(async () => {
    server = createServer((_, response) => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(status === 200 ? '[]' : '{"message":"words of the host"}');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    await new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });

  function aCredentials(apps: number) {
    const integration = {
      host: 'forge.example',
      apiBaseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      apps: Array.from({ length: apps }, (_, index) => ({
        appId: index + 1,
        clientId: 'id',
        clientSecret: 'secret-of-the-app',
        webhookSecret: 'secret',
        privateKey,
      })),
    };
    const config = new ConfigReader({
      integrations: { github: [integration] },
    });
    const credentials = GithubCredentials.create({
      provider: DefaultGithubCredentialsProvider.fromIntegrations(
        ScmIntegrations.fromConfig(config),
      ),
    });
    let spent = 0;
    return {
      spent: () => spent,
      ask: () =>
        credentials.headersFor({
          integration: readGithubIntegrationConfig(
            config.getConfigArray('integrations.github')[0],
          ),
          slug: 'harbour/tide-tables',
          spend: async () => {
            spent += 1;
          },
          signal: new AbortController().signal,
          now,
        }),
    };
  }

  it.each<[string, number, Record<string, string>, object]>([
    ['is down', 503, {}, { name: 'ServiceUnavailableError' }],
    [
      'asks to be left alone',
      429,
      { 'retry-after': '3600' },
      { name: 'RetryLaterError', retryAfterMs: 3_600_000 },
    ],
    [
      'has no request left',
      403,
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(now.getTime() / 1000 + 600),
      },
      { name: 'RetryLaterError', retryAfterMs: 600_000 },
    ],
    ['does not know the app', 401, {}, { name: 'NotAllowedError' }],
  ])('tells that the host %s', async (_title, answered, more, expected) => {
    status = answered;
    headers = more;
    const error = await aCredentials(1)
      .ask()
      .catch(caught => caught);
    expect(error).toMatchObject(expected);
    expect(error.message).not.toMatch(/words of the host|secret/);
  });

  it('counts the requests of each app, and anew when they came to nothing', async () => {
    status = 503;
    headers = {};
    const { ask, spent } = aCredentials(2);
    await ask().catch(() => {});
    expect(spent()).toBe(4);
    await ask().catch(() => {});
    expect(spent()).toBe(8);
  });
});
