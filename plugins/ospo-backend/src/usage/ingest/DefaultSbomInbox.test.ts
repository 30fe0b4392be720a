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

import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { aComponent, aReading } from './__testUtils__/aReading';
import { IngestHarness } from './__testUtils__/IngestHarness';

jest.setTimeout(60_000);

describe.each(everyDatabase)(
  'DefaultSbomInbox, %s',
  (_name, createDatabase) => {
    it('makes the packages of a first document the usages of its component', async () => {
      const shop = await IngestHarness.create(createDatabase);

      const report = await shop.send(
        aReading({
          timestamp: '2026-02-01T00:00:00Z',
          components: [
            aComponent('lodash@1.0.0'),
            aComponent('react@18.0.0', {
              relation: 'transitive',
              scope: 'unknown',
              declared: { status: 'absent' },
            }),
          ],
        }),
      );

      expect(report).toMatchObject({
        outcome: 'stored',
        snapshot: {
          target: 'shop',
          stream: 'main',
          isCurrent: true,
          format: 'CycloneDX',
          documentAt: '2026-02-01T00:00:00.000Z',
          receivedAt: '2026-03-01T12:00:00.000Z',
          counts: {
            packages: 2,
            direct: 1,
            transitive: 1,
            relationUnknown: 0,
            licenceKnown: 1,
            licenceUnknown: 1,
          },
          added: 0,
          removed: 0,
        },
      });
      expect(await shop.usagesOf()).toEqual([
        'shop main lodash@1.0.0 direct runtime MIT 2026-03-01',
        'shop main react@18.0.0 transitive unknown  2026-03-01',
      ]);
      expect(await shop.changesOf(report.snapshot.id)).toEqual([]);
    });
  },
);
