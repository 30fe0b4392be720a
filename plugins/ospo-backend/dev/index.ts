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

import { createBackend } from '@backstage/backend-defaults';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readDemoEntities } from './readDemoEntities';

/**
 * The plugin alone, with the demo organisation in a catalog of its own: `yarn start` in this folder. Its SBOMs are read
 * from their annotations within seconds. Call it as the mock user, who is the core team here:
 *
 * ```sh
 * curl -H 'Authorization: Bearer mock-user-token' http://127.0.0.1:7007/api/ospo/overview
 * ```
 */
const demo = resolvePackagePath(
  '@ospo-suite/backstage-plugin-ospo-backend',
  '../../examples/demo/catalog-info.yaml',
);

const backend = createBackend();

backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: 'http://127.0.0.1:7007',
        listen: { host: '127.0.0.1', port: 7007 },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
      catalog: { locations: [{ type: 'file', target: demo }] },
      ospo: {
        access: {
          coreTeam: ['user:default/mock'],
          ingestServices: ['external:test-service'],
        },
        catalog: {
          schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
        },
        sboms: {
          schedule: { frequency: { seconds: 5 }, timeout: { minutes: 5 } },
        },
      },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: readDemoEntities({
      file: demo,
      // As many plain components more, to see how a large catalog feels.
      more: Number(process.env.OSPO_DEV_COMPONENTS ?? 0),
    }),
  }),
);
backend.add(import('../src'));

backend.start();
