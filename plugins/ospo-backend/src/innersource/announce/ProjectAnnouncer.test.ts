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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import {
  anInnerSource,
  InnerSourceOffice,
} from '../__testUtils__/anInnerSource';
import { membership, smallCatalog } from '../__testUtils__/smallCatalog';
import { ProjectAnnouncer } from './ProjectAnnouncer';

jest.setTimeout(60_000);

describe.each(everyDatabase)(
  'ProjectAnnouncer, %s',
  (_name, createDatabase) => {
    let knex: Knex;
    let entities: Entity[];
    let office: InnerSourceOffice;
    const events = mockServices.events.mock();
    const notifications: jest.Mocked<NotificationService> = { send: jest.fn() };

    const annotate = (name: string, annotations: Record<string, string>) => {
      const entity = entities.find(({ metadata }) => metadata.name === name);
      Object.assign(entity?.metadata.annotations ?? {}, annotations);
    };
    async function pass(now: string): Promise<void> {
      office.setNow(now);
      await office.discovery.run();
      await ProjectAnnouncer.create({
        coreTeam: ['group:default/core'],
        directory: office.directory,
        events,
        logger: mockServices.logger.mock(),
        notifications,
        remindEveryDays: 90,
        store: office.store,
        now: () => new Date(now),
      }).run();
    }
    const published = () =>
      events.publish.mock.calls.map(([{ topic, eventPayload }]) => [
        topic,
        eventPayload,
      ]);

    beforeEach(async () => {
      jest.resetAllMocks();
      knex = await createDatabase();
      entities = smallCatalog();
      office = await anInnerSource({ knex, entities, groups: membership });
      await pass('2026-11-25T08:00:00Z');
    });
    afterEach(() => office.stop());

    it('says nothing of what was there when it was installed, and asks those who can mend it', () => {
      expect(published()).toEqual([]);
      expect(
        notifications.send.mock.calls.map(([{ recipients, payload }]) => [
          recipients,
          payload.title,
          payload.description,
        ]),
      ).toEqual([
        [
          { type: 'entity', entityRef: ['group:default/shop-team'] },
          "Look over an inner-source project and set 'ospo/reviewed-on'",
          'unloved',
        ],
        [
          { type: 'entity', entityRef: ['group:default/core'] },
          'Nobody looks after an inner-source project',
          'Dangling',
        ],
      ]);
    });

    it('tells once what appears, goes stale and opens up', async () => {
      annotate('pay', { 'ospo/governance-level': 'open-source' });
      annotate('opted-out', { 'ospo/inner-source': 'true' });
      await pass('2026-11-25T09:00:00Z');
      expect(published()).toEqual([
        [
          'ospo.innersource',
          {
            kind: 'project-appeared',
            ref: 'component:default/opted-out',
            standing: 'open',
          },
        ],
        [
          'ospo.innersource',
          {
            kind: 'project-opened-up',
            ref: 'component:default/pay',
            standing: 'open',
            governanceLevel: 'open-source',
          },
        ],
      ]);
      await pass('2026-11-25T10:00:00Z');
      expect(published()).toHaveLength(2);
      annotate('pay', { 'ospo/reviewed-on': '2025-01-01' });
      await pass('2026-11-25T11:00:00Z');
      expect(published().at(-1)).toEqual([
        'ospo.innersource',
        expect.objectContaining({ kind: 'project-went-stale' }),
      ]);
    });

    it('tells of a level only when the one before is known', async () => {
      const at = (name: string) =>
        entities.find(({ metadata }) => metadata.name === name)?.metadata
          .annotations ?? {};
      const level = 'ospo/governance-level';
      // As when the file that says so is read for the first time.
      annotate('unloved', { [level]: 'contributions-welcome' });
      await pass('2026-11-25T09:00:00Z');
      expect(published()).toEqual([]);
      delete at('unloved')[level];
      await pass('2026-11-25T10:00:00Z');
      annotate('unloved', { [level]: 'contributions-welcome' });
      await pass('2026-11-25T11:00:00Z');
      expect(published()).toEqual([]);
      annotate('unloved', { [level]: 'shared-write' });
      await pass('2026-11-25T12:00:00Z');
      expect(published()).toEqual([
        [
          'ospo.innersource',
          expect.objectContaining({ kind: 'project-opened-up' }),
        ],
      ]);
    });

    it('asks again only after a while', async () => {
      const asked = notifications.send.mock.calls.length;
      await pass('2026-11-26T08:00:00Z');
      expect(notifications.send).toHaveBeenCalledTimes(asked);
      await pass('2027-02-24T08:00:00Z');
      expect(notifications.send.mock.calls.length).toBeGreaterThan(asked);
    });

    it('goes on when nobody can be told', async () => {
      notifications.send.mockRejectedValue(new Error('no such plugin'));
      events.publish.mockRejectedValue(new Error('no such plugin'));
      annotate('opted-out', { 'ospo/inner-source': 'true' });
      await expect(pass('2027-03-25T09:00:00Z')).resolves.toBeUndefined();
    });
  },
);
