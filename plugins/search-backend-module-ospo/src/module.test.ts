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

import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  LunrSearchEngine,
  RegisterCollatorParameters,
  TestPipeline,
} from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleOspo from '.';

/** A backend that answers with nothing, and remembers how it was asked. */
class EmptyOspoBackend {
  readonly requests: { url?: string; headers: IncomingHttpHeaders }[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(({ url, headers }, res) => {
      this.requests.push({ url, headers });
      res
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ items: [] }));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

async function start(data: object, baseUrl: string) {
  const collators: RegisterCollatorParameters[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: (collator: RegisterCollatorParameters) => {
            collators.push(collator);
          },
          addDecorator: () => undefined,
        },
      ],
    ],
    features: [
      searchModuleOspo,
      mockServices.rootConfig.factory({ data }),
      createServiceFactory({
        service: coreServices.discovery,
        deps: {},
        factory: () => ({
          getBaseUrl: async (id: string) => `${baseUrl}/api/${id}`,
          getExternalBaseUrl: async (id: string) => `${baseUrl}/api/${id}`,
        }),
      }),
    ],
  });
  return { collators };
}

const entrances: Record<string, string> = {
  'ospo-component-packages': '/ospo/open-source/packages',
  'ospo-competency': '/ospo/competencies',
  'ospo-precedent': '/ospo/requests/precedents',
  'ospo-entity-precedent': '/ospo/requests/precedents',
  'ospo-inner-source': '/ospo/inner-source/projects',
};

it('asks the OSPO backend as the search plugin', async () => {
  const backend = new EmptyOspoBackend();
  const { collators } = await start({}, await backend.start());

  expect(collators.map(({ factory }) => factory.type)).toEqual([
    'ospo-component-packages',
    'ospo-competency',
    'ospo-precedent',
    'ospo-entity-precedent',
    'ospo-inner-source',
  ]);
  for (const { factory } of collators) {
    const { documents, error } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(error).toBeUndefined();
    // Where there is nothing yet, the page stands that will list it.
    expect(documents.map(({ location }) => location)).toEqual([
      entrances[factory.type],
    ]);
  }

  expect(backend.requests.map(({ url }) => url?.split('&')[0])).toEqual([
    '/api/ospo/components?sbomState=current',
    '/api/ospo/competencies?limit=200',
    '/api/ospo/precedents?limit=200',
    '/api/ospo/precedents?limit=200',
    '/api/ospo/innersource/projects?limit=200',
  ]);
  for (const { headers } of backend.requests) {
    expect(headers.authorization).toContain('"target":"ospo"');
  }
  await backend.stop();
});

it('leaves out precedents about an entity where the configuration says so', async () => {
  const { collators } = await start(
    { search: { collators: { ospo: { indexEntityPrecedents: false } } } },
    'http://127.0.0.1:1',
  );
  expect(collators.map(({ factory }) => factory.type)).not.toContain(
    'ospo-entity-precedent',
  );
});

it("lets Backstage's own engine search a type that has nothing yet", async () => {
  const backend = new EmptyOspoBackend();
  const { collators } = await start({}, await backend.start());
  const engine = new LunrSearchEngine({ logger: mockServices.logger.mock() });
  for (const { factory } of collators) {
    await pipeline(
      await factory.getCollator(),
      await engine.getIndexer(factory.type),
    );
    expect(
      await engine.query({ term: 'xyzzy', types: [factory.type] }),
    ).toMatchObject({ results: [] });
  }
  await backend.stop();
});

it('refuses a text length that could hold nothing', async () => {
  await expect(
    start(
      { search: { collators: { ospo: { maxTextLength: 10 } } } },
      'http://127.0.0.1',
    ),
  ).rejects.toThrow('search.collators.ospo.maxTextLength');
});
