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

import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  FactRetriever,
  techInsightsFactRetrieversExtensionPoint,
} from '@backstage-community/plugin-tech-insights-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readinessLines } from '@ospo-suite/backstage-plugin-ospo-common';
import techInsightsModuleOspo from '.';

type Reply = { status?: number; body: unknown };

let server: Server;
let asked: IncomingMessage[];
let answer: (url: URL) => Reply;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    const { status, body } = answer(new URL(`http://x${request.url}`));
    response
      .writeHead(status ?? 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

async function startRetriever(): Promise<FactRetriever> {
  const added: Record<string, FactRetriever> = {};
  await startTestBackend({
    extensionPoints: [
      [
        techInsightsFactRetrieversExtensionPoint,
        {
          addFactRetrievers: retrievers => {
            Object.assign(added, retrievers);
          },
        },
      ],
    ],
    features: [techInsightsModuleOspo],
  });
  expect(Object.keys(added)).toEqual(['innerSourceReadiness']);
  return added.innerSourceReadiness;
}

async function retrieve(retriever: FactRetriever) {
  const { port } = server.address() as AddressInfo;
  const discovery = mockServices.discovery.mock({
    getBaseUrl: async () => `http://127.0.0.1:${port}/api/ospo`,
  });
  return await retriever.handler({
    config: new ConfigReader({}),
    discovery,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    urlReader: mockServices.urlReader.mock(),
  });
}

const readiness = readinessLines.map((id, index) => ({
  id,
  state: ['met', 'not-met', 'unknown'][index % 3],
}));

it('tells each project’s checklist, page after page', async () => {
  answer = ({ pathname, searchParams }) => {
    if (pathname.endsWith('/by-ref')) {
      return searchParams.get('ref') === 'component:default/gone'
        ? { status: 404, body: { error: { name: 'NotFoundError' } } }
        : { body: { readiness, standing: 'open' } };
    }
    return searchParams.get('cursor')
      ? { body: { items: [{ ref: 'component:harbour/tides' }] } }
      : {
          body: {
            items: [
              { ref: 'component:default/shop' },
              { ref: 'component:default/gone' },
            ],
            nextCursor: 'more',
          },
        };
  };
  const retriever = await startRetriever();
  const facts = await retrieve(retriever);

  expect(facts.map(({ entity }) => entity)).toEqual([
    { kind: 'component', namespace: 'default', name: 'shop' },
    { kind: 'component', namespace: 'harbour', name: 'tides' },
  ]);
  expect(facts[0].facts).toMatchObject({
    owner: 'met',
    description: 'not-met',
    readme: 'unknown',
    met: 4,
    notMet: 4,
    unknown: 4,
    standing: 'open',
  });
  expect(Object.keys(facts[0].facts).sort()).toEqual(
    Object.keys(retriever.schema).sort(),
  );
  expect(retriever.schema).toHaveProperty('trustedCommitters');
  for (const { headers } of asked) {
    expect(headers.authorization).toContain('"target":"ospo"');
  }
});

it('fails when the office cannot be read, rather than tell nothing', async () => {
  answer = () => ({ status: 503, body: { error: { name: 'Error' } } });
  await expect(retrieve(await startRetriever())).rejects.toThrow();
});
