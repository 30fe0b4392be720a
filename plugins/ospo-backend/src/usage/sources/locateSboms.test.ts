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
import { SbomSource } from '@ospo-suite/backstage-plugin-ospo-node';
import { anEntity } from '../__testUtils__/anEntity';
import { locateSboms } from './locateSboms';

/** A module's source that says this of every entity. */
function aSource(located: ReturnType<SbomSource['locate']>): SbomSource {
  return {
    id: 'registry',
    locate: () => located,
    budgetKey: () => 'registry.example',
    fetch: async () => ({ outcome: 'unchanged' }),
  };
}

function locate(located: ReturnType<SbomSource['locate']>) {
  const logger = mockServices.logger.mock();
  return locateSboms({
    entity: anEntity(),
    sources: [aSource(located)],
    logger,
  });
}

it('takes a place once that a source names twice', () => {
  const { locations, findings } = locate({
    locations: [
      { location: 'a', target: 'first' },
      { location: 'b' },
      { location: 'a', target: 'second' },
    ],
    problems: [],
  });
  expect(locations.map(({ location, target }) => [location, target])).toEqual([
    ['a', 'first'],
    ['b', 'shop'],
  ]);
  expect(findings).toEqual([]);
});

it('leaves out a place that is too long for the database, and says so', () => {
  const { locations, findings } = locate({
    locations: [{ location: '\u6f22'.repeat(950) }, { location: 'b' }],
    problems: [],
  });
  expect(locations).toMatchObject([{ location: 'b' }]);
  expect(findings).toMatchObject([{ code: 'source-location-too-long' }]);
  expect(findings[0].message.length).toBeLessThan(300);
});

it('takes no more places and problems than are of use, whatever they say', () => {
  const { locations, findings } = locate({
    locations: Array.from({ length: 10_000 }, (_, i) => ({
      location: `place-${i}`,
      target: 't'.repeat(10_000),
    })),
    problems: Array.from({ length: 10_000 }, () => ({
      code: 'registry-odd',
      where: 'somewhere',
      message: 'm'.repeat(100_000),
      mend: 'Mend it.',
    })),
  });
  expect(locations).toHaveLength(100);
  expect(findings).toHaveLength(50);
  expect(findings.map(({ code }) => code).slice(0, 3)).toEqual([
    'source-too-many',
    'source-too-many',
    'registry-odd',
  ]);
  expect(JSON.stringify({ locations, findings }).length).toBeLessThan(150_000);
});
