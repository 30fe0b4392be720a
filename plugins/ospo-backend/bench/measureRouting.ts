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

import { Figure, summarise } from 'bench';
import { routeWorkItem } from '../src/requests/routing/routeWorkItem';
import {
  RoutedWork,
  RoutingContext,
} from '../src/requests/routing/RoutingContext';
import {
  aCompetency,
  aGroup,
  aProvider,
  aSnapshot,
} from '../src/requests/__testUtils__/aDirectory';

const PROVIDERS = 2_000;
const WARM_UP = 30;
const TIMES = 200;

/** R1: routing one work item over many providers, each with a scope, a unit and some work. */
export function measureRouting(): Figure {
  const groups = Array.from({ length: PROVIDERS }, (_, n) =>
    aGroup(`group:default/g${n}`, [`user:default/u${n}`], {
      // A tree of twelve levels at most.
      parentRef:
        n === 0 ? undefined : `group:default/g${Math.floor((n - 1) / 2)}`,
    }),
  );
  const snapshot = aSnapshot({
    groups,
    absences: groups
      .filter((_, n) => n % 10 === 0)
      .map(({ ref }, n) => ({
        id: String(n),
        providerRef: ref,
        from: '2026-11-20',
        to: '2026-12-01',
      })),
    competencies: [
      aCompetency(
        'law',
        groups.map(({ ref }, n) =>
          aProvider(ref, {
            priority: (n % 9) + 1,
            hoursPerMonth: n % 3 === 0 ? undefined : 20 + (n % 40),
            authority: n % 4 === 0 ? 'sign' : 'decide',
            scope: {
              businessUnits: n % 2 === 0 ? ['group:default/g1'] : undefined,
              countries: n % 5 === 0 ? ['SE', 'NO'] : undefined,
              confidential: n % 7 !== 0,
            },
          }),
        ),
      ),
    ],
  });
  const context: RoutingContext = {
    now: '2026-11-23T09:00:00.000Z',
    neededUntil: '2026-11-25T09:00:00.000Z',
    requesterRef: 'user:default/u1999',
    confidentiality: 'confidential',
    businessUnits: ['group:default/g1999'],
    countries: ['SE'],
    languages: [],
    technologies: [],
    loads: new Map(
      groups.map(({ ref }, n) => [
        ref,
        {
          open: n % 6,
          hoursThisMonth: n % 8,
          lastAskedAt: `2026-1${n % 2}-0${(n % 9) + 1}T09:00:00.000Z`,
        },
      ]),
    ),
    hoursPerWorkItem: 2,
  };
  const work = (n: number): RoutedWork => ({
    requestId: `request ${n}`,
    workItemId: `item ${n}`,
    competencyRef: 'competency:default/law',
    authority: 'decide',
    tries: [],
  });
  const times: number[] = [];
  let eligible = 0;
  for (let n = -WARM_UP; n < TIMES; n++) {
    const since = performance.now();
    const { candidates } = routeWorkItem(snapshot, work(n), context);
    const ms = performance.now() - since;
    if (n >= 0) {
      times.push(ms);
    }
    eligible = candidates.filter(({ rank }) => rank !== undefined).length;
  }
  return {
    id: 'R1',
    on: `${PROVIDERS.toLocaleString('en-GB')} providers`,
    judged: true,
    measured: summarise(times),
    note: `${eligible} of them eligible; each is told with its reasons`,
  };
}
