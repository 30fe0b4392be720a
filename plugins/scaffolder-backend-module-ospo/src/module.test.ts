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

import { createServer, IncomingHttpHeaders } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  ScaffolderActionsExtensionPoint,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import scaffolderModuleOspo from '.';

it("sends the request with the token of the template's user", async () => {
  const seen: { url?: string; headers: IncomingHttpHeaders }[] = [];
  const backend = createServer(({ url, headers }, res) => {
    seen.push({ url, headers });
    res.writeHead(201, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        id: '01R',
        number: 'R-7',
        state: 'draft',
        version: 1,
      }),
    );
  });
  await new Promise<void>(resolve => {
    backend.listen(0, '127.0.0.1', resolve);
  });
  const { port } = backend.address() as AddressInfo;
  const actions: Parameters<ScaffolderActionsExtensionPoint['addActions']> = [];
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...added) => actions.push(...added) },
      ],
    ],
    features: [
      scaffolderModuleOspo,
      createServiceFactory({
        service: coreServices.discovery,
        deps: {},
        factory: () => ({
          getBaseUrl: async (id: string) =>
            `http://127.0.0.1:${port}/api/${id}`,
          getExternalBaseUrl: async (id: string) => `http://127.0.0.1/${id}`,
        }),
      }),
    ],
  });
  expect(actions.map(({ id }) => id)).toEqual([
    'ospo:request:create',
    'ospo:innersource:find-similar',
  ]);

  const context = {
    ...createMockActionContext({
      input: { type: 'general-help', title: 'Help' },
    }),
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/kotte'),
  };
  await actions[0].handler(context);

  expect(seen).toEqual([
    {
      url: '/api/ospo/requests',
      headers: expect.objectContaining({
        authorization: expect.stringContaining('user:default/kotte'),
      }),
    },
  ]);
  expect(context.output).toHaveBeenCalledWith('requestNumber', 'R-7');
  backend.closeAllConnections();
  await new Promise(resolve => {
    backend.close(resolve);
  });
});
