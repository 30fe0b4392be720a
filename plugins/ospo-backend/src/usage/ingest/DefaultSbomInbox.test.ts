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

import { IngestReport } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { aComponent, aLicence, aReading } from './__testUtils__/aReading';
import { IngestHarness, pieces } from './__testUtils__/IngestHarness';

jest.setTimeout(60_000);

describe.each(everyDatabase)(
  'DefaultSbomInbox, %s',
  (_name, createDatabase) => {
    let shop: IngestHarness;

    beforeEach(async () => {
      shop = await IngestHarness.create(createDatabase);
    });

    // Whatever a test did, the store must agree with itself.
    afterEach(() => shop.assertSound());

    it('makes the packages of a first document the usages of its component', async () => {
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
            aComponent('readme@1', { type: 'file', isPackage: false }),
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
      expect(await shop.totals()).toMatchObject({
        components: 1,
        packages: 2,
        package_versions: 2,
        usages: 2,
        generation: 1,
      });
    });

    it('reads and writes nothing when the same bytes come again', async () => {
      const first = await shop.send(aReading());
      shop.later({ seconds: 59 });

      const again = await shop.send(aReading());

      expect(again).toEqual({ ...first, outcome: 'unchanged' });
      expect(shop.readings).toBe(1);
      expect(await shop.totals()).toMatchObject({ generation: 1 });
      expect(await shop.countRows('usage_snapshots')).toBe(1);
    });

    it('notes at most once a minute that the same bytes came again', async () => {
      await shop.send(aReading());
      shop.later({ days: 3 });

      const again = await shop.send(aReading());

      expect(again.snapshot.lastSeenAt).toBe('2026-03-04T12:00:00.000Z');
      expect(again.snapshot.receivedAt).toBe('2026-03-01T12:00:00.000Z');
      expect(await shop.countsOf()).toMatchObject({
        last_sbom_at: '2026-03-04T12:00:00.000Z',
      });
      shop.later({ seconds: 59 });
      const third = await shop.send(aReading());
      expect(third.snapshot.lastSeenAt).toBe('2026-03-04T12:00:00.000Z');
    });

    it('keeps what stays, and tells what a new document changed', async () => {
      await shop.send(
        aReading({
          components: [
            aComponent('lodash@1.0.0'),
            aComponent('react@18.0.0'),
            aComponent('left-pad@1.0.0'),
          ],
        }),
      );
      shop.later({ days: 9 });

      const { snapshot } = await shop.send(
        aReading({
          components: [
            aComponent('lodash@1.0.0', {
              relation: 'transitive',
              scope: 'dev',
            }),
            aComponent('react@19.0.0', { declared: aLicence('Apache-2.0') }),
            aComponent('left-pad@1.0.0'),
          ],
        }),
      );

      expect(snapshot).toMatchObject({ added: 1, removed: 1 });
      expect(await shop.changesOf(snapshot.id)).toEqual([
        '+react@19.0.0',
        '-react@18.0.0',
      ]);
      expect(await shop.usagesOf()).toEqual([
        'shop main left-pad@1.0.0 direct runtime MIT 2026-03-01',
        'shop main lodash@1.0.0 transitive dev MIT 2026-03-01',
        'shop main react@19.0.0 direct runtime Apache-2.0 2026-03-10',
      ]);
      expect(await shop.totals()).toMatchObject({
        usages: 3,
        direct: 2,
        generation: 2,
      });
    });

    it('keeps the day of a version whose licence is only described anew', async () => {
      await shop.send(
        aReading({
          components: [
            aComponent('lodash@1.0.0', { declared: { status: 'absent' } }),
          ],
        }),
      );
      shop.later({ days: 9 });

      const { snapshot } = await shop.send(
        aReading({ components: [aComponent('lodash@1.0.0')] }),
      );

      expect(await shop.usagesOf()).toEqual([
        'shop main lodash@1.0.0 direct runtime MIT 2026-03-01',
      ]);
      expect(await shop.changesOf(snapshot.id)).toEqual([
        '+lodash@1.0.0',
        '-lodash@1.0.0',
      ]);
      expect(await shop.totals()).toMatchObject({ package_versions: 1 });
    });

    it('counts a document with an SBOM without packages as a component with none', async () => {
      await shop.send(aReading());
      shop.later({ days: 1 });

      const { snapshot } = await shop.send(aReading({ components: [] }));

      expect(snapshot.counts.packages).toBe(0);
      expect(await shop.countsOf()).toMatchObject({ packages: 0 });
      expect(await shop.totals()).toMatchObject({ components: 1, packages: 0 });
      expect(await shop.countRows('usage_package_stats')).toBe(0);
      expect(await shop.countRows('usage_ecosystem_stats')).toBe(0);
    });

    describe('order', () => {
      const january = aReading({
        timestamp: '2026-01-15T00:00:00Z',
        components: [aComponent('old@1.0.0')],
      });
      const february = aReading({
        timestamp: '2026-02-15T00:00:00Z',
        components: [aComponent('new@1.0.0')],
      });

      it('keeps an older document that comes late, and does not make it current', async () => {
        await shop.send(february);
        shop.later({ days: 1 });

        const late = await shop.send(january);

        expect(late).toMatchObject({
          outcome: 'not-current',
          snapshot: { isCurrent: false, counts: { packages: 1 }, added: 0 },
        });
        expect(await shop.usagesOf()).toEqual([
          'shop main new@1.0.0 direct runtime MIT 2026-03-01',
        ]);
        expect(await shop.totals()).toMatchObject({ generation: 1 });
        expect(await shop.download(late.snapshot.id)).toEqual(
          Buffer.from(JSON.stringify(january)),
        );
      });

      it('keeps an older document once, however often it comes', async () => {
        await shop.send(february);
        const late = await shop.send(january);
        shop.later({ days: 1 });

        const again = await shop.send(january);

        expect(again.outcome).toBe('not-current');
        expect(again.snapshot.id).toBe(late.snapshot.id);
        expect(again.snapshot.lastSeenAt).toBe('2026-03-02T12:00:00.000Z');
      });

      it('goes by the time of receipt when documents state none', async () => {
        const before = aReading({ components: [aComponent('before@1.0.0')] });
        const first = await shop.send(before);
        shop.later({ days: 1 });
        await shop.send(aReading({ components: [aComponent('after@1.0.0')] }));
        shop.later({ days: 1 });

        const back = await shop.send(before);

        expect(back.outcome).toBe('stored');
        expect(back.snapshot.id).not.toBe(first.snapshot.id);
        expect(back.snapshot).toMatchObject({ added: 1, removed: 1 });
        expect(await shop.usagesOf()).toEqual([
          'shop main before@1.0.0 direct runtime MIT 2026-03-03',
        ]);
        expect(await shop.countRows('usage_documents')).toBe(2);
      });

      it('does not let a document from the future keep later ones out', async () => {
        await shop.send(aReading({ timestamp: '2099-01-01T00:00:00Z' }));
        shop.later({ days: 40 });

        const next = await shop.send(
          aReading({
            timestamp: shop.now.toISOString(),
            components: [aComponent('new@1.0.0')],
          }),
        );

        expect(next.outcome).toBe('stored');
      });
    });

    describe('several SBOMs of one component', () => {
      it('keeps targets and streams apart, and counts the component once', async () => {
        await shop.send(
          aReading({
            components: [
              aComponent('lodash@1.0.0', { relation: 'transitive' }),
              aComponent('react@18.0.0'),
            ],
          }),
          { target: 'web' },
        );
        await shop.send(
          aReading({
            components: [
              aComponent('lodash@1.0.0'),
              aComponent('lodash@2.0.0'),
            ],
          }),
          { target: 'api' },
        );
        await shop.send(
          aReading({ id: 'x', components: [aComponent('lodash@1.0.0')] }),
          { target: 'api', stream: 'release-1' },
        );

        expect(await shop.usagesOf()).toEqual([
          'api main lodash@1.0.0 direct runtime MIT 2026-03-01',
          'api main lodash@2.0.0 direct runtime MIT 2026-03-01',
          'api release-1 lodash@1.0.0 direct runtime MIT 2026-03-01',
          'web main lodash@1.0.0 transitive runtime MIT 2026-03-01',
          'web main react@18.0.0 direct runtime MIT 2026-03-01',
        ]);
        // Three package versions, and each directly in at least one target.
        expect(await shop.countsOf()).toMatchObject({
          packages: 3,
          direct: 3,
          transitive: 0,
        });
        expect(await shop.totals()).toMatchObject({
          components: 1,
          usages: 5,
          packages: 2,
          package_versions: 3,
        });
        const lodash = await shop
          .knex('usage_package_stats')
          .join('usage_packages', 'id', 'package_id')
          .where({ name: 'lodash' })
          .first();
        expect(lodash).toMatchObject({
          components: 1,
          direct: 1,
          versions: 2,
          usages: 4,
        });
      });

      it('takes a package that one target no longer has only from that one', async () => {
        await shop.send(aReading(), { target: 'web' });
        await shop.send(aReading(), { target: 'api' });
        shop.later({ days: 1 });
        await shop.send(aReading({ components: [] }), { target: 'web' });

        expect(await shop.countsOf()).toMatchObject({ packages: 1 });
        expect(await shop.totals()).toMatchObject({ usages: 1, packages: 1 });
      });
    });

    it('stores a document once that several components send', async () => {
      await shop.send(aReading());
      const { snapshot } = await shop.send(aReading(), {
        to: 'component:default/till',
      });

      expect(await shop.countRows('usage_documents')).toBe(1);
      expect(await shop.countRows('usage_document_chunks')).toBe(1);
      expect(snapshot.isCurrent).toBe(true);
      expect(await shop.totals()).toMatchObject({ components: 2, usages: 2 });
    });

    it.each([
      ['of two components', 'component:default/till'],
      ['of one component', 'component:default/shop'],
    ])(
      'writes no point for a day that is over, when documents %s cross midnight',
      async (_case, to) => {
        const before = new Date('2026-03-01T23:59:58.000Z');
        const after = new Date('2026-03-02T00:00:01.000Z');
        // What came first is written last.
        shop.now = after;
        await shop.send(aReading({ timestamp: '2026-03-01T22:00:00Z' }), {
          to,
        });
        shop.now = before;
        await shop.send(
          aReading({
            components: [aComponent('b@1'), aComponent('c@1')],
            timestamp: '2026-03-01T23:00:00Z',
          }),
        );

        expect(await shop.inconsistencies()).toEqual([]);
        const points = await shop
          .knex('usage_trend_points')
          .where({ scope_id: 0 })
          .select('day', 'usages');
        const { usages } = await shop.totals();
        expect(points).toEqual([{ day: '2026-03-02', usages }]);
        shop.now = after;
      },
    );

    it('sees the point of whoever writes at the same time', async () => {
      await shop.send(aReading());
      let sending: Promise<unknown> | undefined;
      await shop.knex.transaction(async tx => {
        await tx('usage_totals').increment('generation', 1);
        await tx.raw(
          `insert into usage_trend_points select scope_id, '2026-03-02', components, packages, usages, direct,
             licence_known, licence_unknown from usage_trend_points where scope_id = 0`,
        );
        sending = shop.send(aReading({ id: 'till' }), {
          to: 'component:default/till',
        });
        // Until it waits for the totals.
        await new Promise(resolve => setTimeout(resolve, 300));
      });
      await sending;

      expect(await shop.inconsistencies()).toEqual([]);
    });

    it('writes one point a day into the trends', async () => {
      await shop.send(aReading());
      await shop.send(aReading(), { to: 'component:default/till' });
      shop.later({ days: 1 });
      await shop.send(
        aReading({ components: [aComponent('a@1'), aComponent('b@1')] }),
      );
      shop.later({ seconds: 3600 });
      await shop.send(
        aReading({ components: ['a@1', 'b@1', 'c@1'].map(n => aComponent(n)) }),
      );

      const points = await shop
        .knex('usage_trend_points')
        .orderBy(['scope_id', 'day'])
        .select('scope_id', 'day', 'components', 'packages', 'usages');
      expect(points).toEqual([
        {
          scope_id: 0,
          day: '2026-03-01',
          components: 2,
          packages: 1,
          usages: 2,
        },
        {
          scope_id: 0,
          day: '2026-03-02',
          components: 2,
          packages: 4,
          usages: 4,
        },
        {
          scope_id: 1,
          day: '2026-03-01',
          components: null,
          packages: 1,
          usages: 1,
        },
        {
          scope_id: 1,
          day: '2026-03-02',
          components: null,
          packages: 3,
          usages: 3,
        },
        {
          scope_id: 2,
          day: '2026-03-01',
          components: null,
          packages: 1,
          usages: 1,
        },
      ]);
    });

    describe('an entity that leaves the catalog', () => {
      it('takes its usages with it, and has them again when it comes back', async () => {
        await shop.send(aReading({ components: [aComponent('lodash@1.0.0')] }));
        shop.later({ days: 9 });
        await shop.send(
          aReading({
            components: [
              aComponent('lodash@1.0.0'),
              aComponent('react@18.0.0'),
            ],
          }),
        );
        await shop.send(aReading(), { to: 'component:default/till' });
        const before = await shop.usagesOf();

        await shop.detach();
        await shop.detach();

        expect(await shop.usagesOf()).toEqual([]);
        expect(await shop.totals()).toMatchObject({ components: 1, usages: 1 });
        expect(await shop.inconsistencies()).toEqual([]);
        expect(await shop.countRows('usage_snapshots')).toBe(3);

        shop.later({ days: 30 });
        await shop.attach();
        await shop.attach();

        expect(await shop.usagesOf()).toEqual(before);
        expect(await shop.totals()).toMatchObject({ components: 2, usages: 3 });
      });

      it('takes no document while it is gone', async () => {
        await shop.send(aReading());
        const gone = await IngestHarness.create(async () => shop.knex, {
          ensureEntity: async () => undefined,
        });
        await shop.detach();

        await expect(gone.send(aReading({ components: [] }))).rejects.toThrow(
          "The catalog has no entity 'component:default/shop'",
        );
        await expect(
          shop.send(aReading({ components: [] })),
        ).rejects.toMatchObject({ name: 'NotFoundError' });
        expect(await shop.countRows('usage_snapshots')).toBe(1);
      });

      it('is unknown, not empty, when its document can no longer be read', async () => {
        await shop.send(aReading());
        await shop.detach();
        shop.refuseFromNowOn();

        await shop.attach();

        expect(await shop.countsOf()).toMatchObject({
          packages: null,
          last_sbom_at: null,
        });
        expect(await shop.totals()).toMatchObject({ components: 0, usages: 0 });
      });
    });

    describe('a document that is not taken', () => {
      it.each([
        ['too-large', 413],
        ['not-an-sbom', 415],
        ['json-syntax', 422],
      ])('says why and leaves nothing: %s', async (code, statusCode) => {
        const error = {
          code,
          severity: 'error' as const,
          where: 'line 7',
          message: 'It is broken',
          mend: 'Mend it.',
          count: 1,
        };

        await expect(
          shop.send({
            ok: false,
            error,
            findings: [{ ...error, code: 'other' }],
          }),
        ).rejects.toMatchObject({
          name: 'SbomRefusedError',
          message: 'It is broken (at line 7). Mend it.',
          statusCode,
          findings: [
            { origin: 'document', code, target: 'shop', stream: 'main' },
            { origin: 'document', code: 'other' },
          ],
        });
        for (const table of [
          'usage_documents',
          'usage_targets',
          'usage_packages',
          'usage_trend_points',
        ]) {
          expect(await shop.countRows(table)).toBe(0);
        }
      });

      it('is not even received to its end when it is too large', async () => {
        const small = await IngestHarness.create(async () => shop.knex, {
          maxBytes: 100_000,
        });
        let sent = 0;
        const endless = async function* endless() {
          for (;;) {
            sent += 10_000;
            yield Buffer.alloc(10_000);
          }
        };

        await expect(
          small.inbox.receive({
            entityRef: 'component:default/shop',
            source: 'push',
            document: endless(),
          }),
        ).rejects.toMatchObject({ statusCode: 413 });
        expect(sent).toBe(110_000);
        expect(await small.spooledFiles()).toEqual([]);
      });

      it('leaves nothing when whoever sends it breaks off', async () => {
        const broken = async function* broken() {
          yield Buffer.alloc(3 * 1024 * 1024);
          throw new Error('socket hang up');
        };

        await expect(
          shop.inbox.receive({
            entityRef: 'component:default/shop',
            source: 'push',
            document: broken(),
          }),
        ).rejects.toThrow('socket hang up');
        expect(await shop.countRows('usage_documents')).toBe(0);
      });

      it.each([
        ['an empty target', { target: ' ' }],
        ['a long stream', { stream: 'x'.repeat(201) }],
        ['a control character', { target: 'a\0b' }],
      ])('is refused for %s', async (_what, place) => {
        await expect(shop.send(aReading(), place)).rejects.toMatchObject({
          name: 'InputError',
        });
      });
    });

    it('gives a document back byte for byte, also a large one', async () => {
      const components = Array.from({ length: 12_000 }, (_, index) =>
        aComponent(`package-${index}@1.0.${index}`),
      );
      const bytes = Buffer.from(JSON.stringify(aReading({ components })));
      expect(bytes.length).toBeGreaterThan(3 * 1024 * 1024);

      const { snapshot } = await shop.sendBytes(bytes);

      expect(snapshot.bytes).toBe(bytes.length);
      expect(snapshot.counts.packages).toBe(12_000);
      expect((await shop.download(snapshot.id)).equals(bytes)).toBe(true);
    });

    it('stores texts that a database could choke on', async () => {
      const awkward = [
        ...[
          'a\0b',
          '\ud800',
          "';drop table usage_packages--",
          '%_\\',
          '{1,"2"}',
        ],
        ...['\u202egnp', '=1+1', '🦄'.repeat(200), 'x'.repeat(4_000)],
      ];
      const report = await shop.send(
        aReading({
          components: awkward.map((text, index) =>
            aComponent(`p${index}@1`, {
              packageKey: `weak:library//${text}`,
              weak: true,
              name: text,
              version: text,
              qualifiers: `q=${text}`,
              declared: { status: 'text', raw: text.repeat(3) },
            }),
          ),
        }),
      );

      expect(report.snapshot.counts.packages).toBe(awkward.length);
      const names = await shop.knex('usage_packages').pluck('name');
      expect(names).toEqual(
        expect.arrayContaining([
          'ab',
          '\ufffd',
          "';drop table usage_packages--",
          '%_\\',
          '{1,"2"}',
          '🦄'.repeat(200),
        ]),
      );
    });

    describe('at the same time', () => {
      it('serialises documents for one component, and ends with the newest', async () => {
        const days = Array.from({ length: 12 }, (_, index) => index + 1);

        const reports = await Promise.all(
          days.map(day =>
            shop.send(
              aReading({
                timestamp: `2026-02-${String(day).padStart(2, '0')}T00:00:00Z`,
                components: [
                  aComponent('always@1.0.0'),
                  aComponent(`only-on-${day}@1.0.0`),
                ],
              }),
            ),
          ),
        );

        expect(new Set(reports.map(report => report.snapshot.id)).size).toBe(
          12,
        );
        expect(await shop.usagesOf()).toEqual([
          'shop main always@1.0.0 direct runtime MIT 2026-03-01',
          'shop main only-on-12@1.0.0 direct runtime MIT 2026-03-01',
        ]);
      });

      it('stores the same document of one component once', async () => {
        const reports = await Promise.all(
          [1, 2, 3, 4].map(() => shop.send(aReading())),
        );

        expect(new Set(reports.map(report => report.snapshot.id)).size).toBe(1);
        expect(reports.map(report => report.outcome).sort()).toEqual([
          'stored',
          'unchanged',
          'unchanged',
          'unchanged',
        ]);
      });

      it('takes many components with overlapping packages from two replicas', async () => {
        const other = await IngestHarness.create(async () => shop.knex);
        const send =
          (round: number) =>
          (index: number): Promise<IngestReport> => {
            const replica = index % 2 === 0 ? shop : other;
            return replica.send(
              aReading({
                components: Array.from({ length: 30 }, (_, n) =>
                  aComponent(`p${(index * 7 + n * round) % 60}@${round}`),
                ),
              }),
              { to: `component:default/c${index % 24}` },
            );
          };
        const indexes = Array.from({ length: 48 }, (_, index) => index);

        for (const round of [1, 2]) {
          shop.later({ days: 1 });
          other.now = shop.now;
          const reports = await Promise.all(indexes.map(send(round)));
          expect(reports).toHaveLength(48);
        }

        expect(await shop.totals()).toMatchObject({ components: 24 });
      });
    });

    it('writes what it can when one of several documents cannot be written', async () => {
      const failing = await IngestHarness.create(async () => shop.knex, {
        dictionary: shop.dictionaryFailingFor('poison'),
      });

      const results = await Promise.allSettled(
        ['a', 'b', 'poison', 'c', 'd'].map(name =>
          failing.send(aReading({ components: [aComponent(`${name}@1`)] }), {
            to: `component:default/${name}`,
          }),
        ),
      );

      expect(results.map(result => result.status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect(await shop.totals()).toMatchObject({ components: 4, usages: 4 });
      expect(await shop.usagesOf('component:default/poison')).toEqual([]);
    });

    it('answers while bytes come in small pieces', async () => {
      const bytes = Buffer.from(JSON.stringify(aReading()));
      const report = await shop.inbox.receive({
        entityRef: 'Component:shop',
        source: 'upload',
        document: pieces(bytes, 7),
      });
      expect(report.snapshot).toMatchObject({
        source: 'upload',
        bytes: bytes.length,
      });
      expect(await shop.usagesOf()).toHaveLength(1);
    });
  },
);
