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

import { Knex } from 'knex';
import { beforeConnection } from '../../../shared/__testUtils__/beforeConnection';
import { everyDatabase } from '../../../shared/__testUtils__/testDatabases';
import { aTarget, HOUR, MINUTE, START } from '../__testUtils__/aStore';
import { DatabaseSignalsStore } from './DatabaseSignalsStore';
import { KeptParts } from './SignalsStore';

jest.setTimeout(120_000);

const iso = (offset = 0) => new Date(START + offset).toISOString();
const PARTS: KeptParts = {
  facts: { value: { stars: 3 }, source: 'forge', fetchedAt: iso() },
};

describe.each(everyDatabase)(
  'DatabaseSignalsStore, %s',
  (_name, createDatabase) => {
    let knex: Knex;
    let store: DatabaseSignalsStore;

    beforeEach(async () => {
      knex = await createDatabase();
      store = DatabaseSignalsStore.create({ knex });
    });
    afterEach(() => jest.restoreAllMocks());

    const put = (...names: string[]) =>
      store.putTargets(
        names.map(name => ({ target: aTarget(name), budgetKey: 'git' })),
        iso(),
      );
    const claimDue = (at = 0, limit = 10, limitPerBudget = 10) =>
      store.claimDue({
        now: iso(at),
        claimedUntil: iso(at + HOUR),
        limit,
        limitPerBudget,
      });
    const names = (claims: { target: { ref: string } }[]) =>
      claims.map(({ target }) => target.ref.replace('component:default/', ''));

    it('gives out what was never read first, and then the oldest', async () => {
      await put('a', 'b', 'c');
      for (const [claim, at] of (await claimDue()).map(
        (one, i) => [one, i] as const,
      )) {
        await store.finish(claim, () => ({
          // c is the oldest, then b, then a.
          checkedAt: iso(-at * MINUTE),
          nextAt: iso(),
        }));
      }
      await put('z');
      expect(names(await claimDue(0, 2))).toEqual(['z', 'c']);
      expect(names(await claimDue())).toEqual(['b', 'a']);
    });

    it('gives each project to one, and again when the lease is over', async () => {
      await put('a', 'b', 'c', 'd');
      const other = DatabaseSignalsStore.create({ knex });
      const [mine, theirs] = await Promise.all([
        claimDue(0, 4),
        other.claimDue({
          now: iso(),
          claimedUntil: iso(2 * HOUR),
          limit: 4,
          limitPerBudget: 4,
        }),
      ]);
      expect([...names(mine), ...names(theirs)].sort()).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
      expect(names(await claimDue(HOUR - 1))).toEqual([]);
      expect(names(await claimDue(3 * HOUR)).sort()).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
    });

    it('does not give out a project that another replica read between the look and the claim', async () => {
      await put('a');
      const theirs: string[] = [];
      beforeConnection(knex, 2, async () => {
        const claims = await claimDue();
        theirs.push(...names(claims));
        for (const claim of claims) {
          await store.finish(claim, () => ({
            checkedAt: iso(),
            nextAt: iso(HOUR),
          }));
        }
      });

      expect(names(await claimDue())).toEqual([]);
      expect(theirs).toEqual(['a']);
    });

    it('gives out so many of each budget, and none of one that was postponed', async () => {
      await put('a', 'b', 'c');
      await store.putTargets(
        [{ target: aTarget('x'), budgetKey: 'other' }],
        iso(),
      );
      expect(names(await claimDue(0, 10, 1))).toEqual(['a', 'x']);
      await store.postpone('git', iso(HOUR));
      expect(names(await claimDue())).toEqual([]);
      expect(names(await claimDue(HOUR))).toEqual(['a', 'b', 'c', 'x']);
    });

    it('writes nothing for a lease that went to somebody else', async () => {
      await put('a');
      const [claim] = await claimDue();
      const later = await store.claim({
        ref: claim.target.ref,
        now: iso(2 * HOUR),
        claimedUntil: iso(3 * HOUR),
      });
      expect(await store.finish(claim, () => ({ parts: PARTS }))).toBe(false);
      expect((await store.read(claim.target.ref))?.parts).toEqual({});
      expect(
        later && (await store.finish(later, () => ({ parts: PARTS }))),
      ).toBe(true);
      expect((await store.read(claim.target.ref))?.parts).toEqual(PARTS);
    });

    it.each([{ path: 'libs/a' }, { ownerRef: 'group:default/shop' }])(
      'writes nothing for a project that became another while it was read: %p',
      async changed => {
        await put('a');
        const [claim] = await claimDue();
        const target = aTarget('a', changed);
        await store.putTargets([{ target, budgetKey: 'git' }], iso());
        expect(await store.finish(claim, () => ({ parts: PARTS }))).toBe(false);
        expect((await store.read(target.ref))?.parts).toEqual({});
        // It is due at once, as what it has become.
        expect((await claimDue(1)).map(one => one.target)).toEqual([target]);
      },
    );

    it('loses no change of two at once', async () => {
      await put('a');
      const count = (record: { parts: KeptParts }) => ({
        parts: {
          facts: {
            value: { stars: (record.parts.facts?.value.stars ?? 0) + 1 },
            source: 'push',
            fetchedAt: iso(),
          },
        },
      });
      const ref = 'component:default/a';
      await Promise.all(
        Array.from({ length: 5 }, () => store.change(ref, count)),
      );
      expect((await store.read(ref))?.parts.facts?.value.stars).toBe(5);
      expect(await store.change('component:default/none', count)).toBe(false);
    });

    it('has another stamp after each change, and reads only what has changed', async () => {
      const other = DatabaseSignalsStore.create({ knex });
      const stamps = [await store.stamp()];
      await put('a', 'b');
      stamps.push(await store.stamp());
      expect([...(await other.readAll()).keys()].sort()).toEqual(
        aRefs('a', 'b'),
      );
      const before = await other.readAll();
      await store.change('component:default/a', () => ({ parts: PARTS }));
      stamps.push(await store.stamp());
      const after = await other.readAll();
      expect(after.get('component:default/a')?.parts).toEqual(PARTS);
      expect(after.get('component:default/b')).toBe(
        before.get('component:default/b'),
      );
      await store.keepOnly(new Set(aRefs('a')));
      stamps.push(await store.stamp());
      expect([...(await other.readAll()).keys()]).toEqual(aRefs('a'));
      expect(new Set(stamps).size).toBe(stamps.length);
      await put('a');
      expect(await store.stamp()).toBe(stamps.at(-1));
    });

    it('forgets the values of a repository that the project left, and keeps them for another owner', async () => {
      await put('a');
      const [claim] = await claimDue();
      await store.finish(claim, () => ({
        parts: PARTS,
        states: [
          {
            source: 'forge',
            state: 'ok',
            nextAt: iso(HOUR),
            validators: { x: '1' },
            failures: 0,
          },
        ],
        checkedAt: iso(),
        nextAt: iso(HOUR),
      }));
      const target = aTarget('a', { ownerRef: 'group:default/shop' });
      await store.putTargets([{ target, budgetKey: 'git' }], iso());
      const kept = await store.read(target.ref);
      expect(kept?.parts).toEqual(PARTS);
      // Another owner places authors anew, so nothing is "unchanged", and it is due at once.
      expect(kept?.states).toEqual([
        { source: 'forge', state: 'ok', validators: {}, failures: 0 },
      ]);
      expect(names(await claimDue())).toEqual(['a']);

      const moved = aTarget('a', { host: 'elsewhere.example.org' });
      await store.putTargets([{ target: moved, budgetKey: 'other' }], iso());
      expect(await store.read(target.ref)).toEqual({
        target: moved,
        parts: {},
        states: [],
      });
    });
  },
);

function aRefs(...names: string[]): string[] {
  return names.map(name => `component:default/${name}`);
}
