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

import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { Portal, refOf } from './__testUtils__/Portal';
import { aComponent, aReading } from './ingest/__testUtils__/aReading';
import { PublishedPackages } from './PublishedPackages';

jest.setTimeout(60_000);

describe.each(everyDatabase)(
  'published packages, %s',
  (_name, createDatabase) => {
    let clock = Date.parse('2026-11-25T08:00:00Z');
    const now = () => new Date(clock);

    /** Sends an SBOM that says what it describes. */
    async function publish(portal: Portal, name: string, purl?: string) {
      await portal.addComponent(name);
      const reading = aReading({ id: name, components: [aComponent()] });
      await portal.harness.send(
        {
          ...reading,
          document: { ...reading.document, subject: { name, purl } },
        },
        { to: refOf(name) },
      );
    }

    it('finds who uses what a component says it is, and not itself', async () => {
      const portal = await Portal.create(createDatabase);
      await publish(portal, 'kit', 'pkg:npm/%40house/kit@2.0.0?arch=any');
      await publish(portal, 'nameless');
      await publish(portal, 'lonely', 'pkg:npm/lonely@1.0.0');
      await portal.addComponent('empty');
      const kit = aComponent('kit@1.0.0', {
        purl: 'pkg:npm/%40house/kit@1.0.0',
        packageKey: 'pkg:npm/%40house/kit',
      });
      await portal.add('shop', [kit]);
      await portal.add('till', [kit, 'lodash@1.0.0']);
      await portal.send('kit', [kit], { target: 'gallery' });
      const gone = await portal.add('gone', [kit]);
      await portal
        .knex('usage_entities')
        .where({ id: gone })
        .update({ gone_at: now().toISOString() });

      const published = PublishedPackages.create({ knex: portal.knex, now });
      const found = await published.of(
        ['kit', 'nameless', 'lonely', 'empty', 'unheard-of'].map(refOf),
      );
      expect([...found.keys()].sort()).toEqual(
        ['kit', 'lonely', 'nameless'].map(refOf),
      );
      const ofKit = found.get(refOf('kit'));
      expect(ofKit?.packages).toEqual(['pkg:npm/%40house/kit']);
      expect([...(ofKit?.users ?? [])].sort()).toEqual(
        ['shop', 'till'].map(refOf),
      );
      expect(found.get(refOf('nameless'))).toEqual({ packages: [], users: [] });
      expect(found.get(refOf('lonely'))).toEqual({
        packages: ['pkg:npm/lonely'],
        users: [],
      });
    });

    it('tells within a minute that an SBOM came in', async () => {
      const portal = await Portal.create(createDatabase);
      const published = PublishedPackages.create({ knex: portal.knex, now });
      const before = await published.stamp();
      await portal.add('shop', ['lodash@1.0.0']);
      expect(await published.stamp()).toBe(before);
      clock += 60_000;
      expect(await published.stamp()).not.toBe(before);
    });
  },
);
