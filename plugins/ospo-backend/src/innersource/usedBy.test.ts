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
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { aComponent, aReading } from '../usage/ingest/__testUtils__/aReading';
import { Portal, refOf } from '../usage/__testUtils__/Portal';
import { anInnerSource } from './__testUtils__/anInnerSource';
import {
  hidden,
  MARK,
  membership,
  smallCatalog,
} from './__testUtils__/smallCatalog';

jest.setTimeout(60_000);

describe.each(everyDatabase)(
  'components that use a project, %s',
  (_name, createDatabase) => {
    it('are counted by its own SBOM and theirs, as far as the reader may see them', async () => {
      const portal = await Portal.create(createDatabase);
      await portal.addComponent('pay');
      const own = aReading({ id: 'pay' });
      await portal.harness.send(
        {
          ...own,
          document: {
            ...own.document,
            subject: { name: 'pay', purl: 'pkg:npm/pay@2.0.0' },
          },
        },
        { to: refOf('pay') },
      );
      await portal.add('shop', [aComponent('pay@1.0.0')]);
      await portal.add(MARK, [aComponent('pay@2.0.0')]);
      const office = await anInnerSource({
        knex: portal.knex,
        entities: smallCatalog(),
        mode: 'conditional',
        hidden,
        groups: membership,
        coreTeam: ['group:default/core'],
      });
      const usedBy = async (user: string, name: string) => {
        const { body } = await request(office.server)
          .get('/api/ospo/innersource/projects/by-ref')
          .query({ ref: refOf(name) })
          .set({ authorization: mockCredentials.user.header(user as never) });
        return body.signals.reach.usedBy;
      };
      expect(await usedBy('user:default/core', 'pay')).toMatchObject({
        value: 2,
        state: 'known',
        source: 'usage',
        inputs: { components: 2, packages: 1 },
      });
      expect(await usedBy('user:default/stranger', 'pay')).toMatchObject({
        value: 1,
        inputs: { components: 1, packages: 1 },
      });
      expect(await usedBy('user:default/core', MARK)).toMatchObject({
        value: null,
        state: 'unknown',
        note: expect.stringContaining('under which package'),
      });
      await office.stop();
    });
  },
);
