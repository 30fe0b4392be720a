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

import fc from 'fast-check';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { aComponent, aReading } from './__testUtils__/aReading';
import { IngestHarness } from './__testUtils__/IngestHarness';

/** Sequences on each database; OSPO_PROPERTY_RUNS asks for more. */
const RUNS = Number(process.env.OSPO_PROPERTY_RUNS ?? 4);

jest.setTimeout(Math.max(120_000, RUNS * 20_000));

const component = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    version: fc.constantFrom('1', '2'),
    relation: fc.constantFrom('direct', 'transitive', 'unknown'),
    scope: fc.constantFrom('runtime', 'dev', 'unknown'),
    licence: fc.constantFrom('MIT', 'Apache-2.0', undefined),
    ecosystem: fc.constantFrom('npm', 'maven'),
    qualifiers: fc.constantFrom('', 'arch=arm'),
  })
  .map(({ name, version, licence, ecosystem, ...rest }) =>
    aComponent(`${name}@${version}`, {
      ...rest,
      packageKey: `pkg:${ecosystem}/${name}`,
      declared: licence
        ? { status: 'known', expression: licence }
        : { status: 'absent' },
    } as Partial<ReturnType<typeof aComponent>>),
  );

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('send' as const),
      to: fc.constantFrom('x', 'y', 'z'),
      target: fc.constantFrom('main', 'other'),
      month: fc.option(fc.integer({ min: 1, max: 9 })),
      components: fc.array(component, { maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('detach' as const, 'attach' as const),
      to: fc.constantFrom('x', 'y', 'z'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      days: fc.integer({ min: 0, max: 40 }),
    }),
  },
);

describe.each(everyDatabase)('any sequence, %s', (_name, createDatabase) => {
  it('leaves aggregates that equal a recount after each step, in one replica or two', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async steps => {
          const one = await IngestHarness.create(createDatabase);
          const two = await IngestHarness.create(async () => one.knex);
          for (const [index, next] of steps.entries()) {
            // Each replica remembers what it learned itself.
            const replica = index % 2 === 0 ? one : two;
            if (next.act === 'wait') {
              one.later({ days: next.days });
              two.now = one.now;
              continue;
            }
            const to = `component:default/${next.to}`;
            if (next.act === 'send') {
              const { month, target, components } = next;
              await replica
                .send(
                  aReading({
                    timestamp: month
                      ? `2026-0${month}-01T00:00:00Z`
                      : undefined,
                    components,
                  }),
                  { to, target },
                )
                // The catalog has it again when something comes for it.
                .catch(error =>
                  error.name === 'NotFoundError'
                    ? replica.attach(to)
                    : Promise.reject(error),
                );
            } else {
              await replica[next.act](to);
            }
            await replica.assertSound();
          }
          expect(await one.inconsistencies()).toEqual([]);
          await one.knex.destroy();
        },
      ),
      { seed: 20261123, numRuns: RUNS },
    );
  });
});
