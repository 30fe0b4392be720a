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

import { BENCH_SEED, SeededRandom } from '../SeededRandom';
import { StandInEntity } from './StandInEntity';

const COMPETENCIES = 200;
const PROVIDERS = 2_000;
const BUSINESS_UNITS = 20;
const TYPES = [
  'legal',
  'security',
  'community',
  'tooling',
  'methodology',
  'training',
  'business',
];
const WORDS = 'licence patent export privacy release upstream review policy '
  .concat('training release contract disclosure supply chain tooling audit ')
  .concat('trademark copyright community mentoring')
  .split(' ');

/** An office of 200 competencies that 2,000 groups in 20 business units provide, drawn from a seed. */
export function officeEntities(): StandInEntity[] {
  const random = SeededRandom.create(BENCH_SEED);
  const units = range(BUSINESS_UNITS).map(n =>
    group(`unit-${n}`, { type: 'business-unit' }),
  );
  const providers = range(PROVIDERS).map(n =>
    group(`provider-${n}`, {
      type: 'team',
      parent: `group:default/unit-${n % BUSINESS_UNITS}`,
    }),
  );
  const word = () => WORDS[random.below(WORDS.length)];
  const competencies = range(COMPETENCIES).map(
    (n): StandInEntity => ({
      apiVersion: 'ospo/v1alpha1',
      kind: 'Competency',
      metadata: {
        name: `competency-${n}`,
        namespace: 'default',
        title: `${word()} ${word()} ${n}`,
        description: range(30).map(word).join(' '),
        tags: [word(), word()],
      },
      spec: {
        type: TYPES[n % TYPES.length],
        owner: `group:default/unit-${n % BUSINESS_UNITS}`,
        minProviders: 2,
        providers: range(PROVIDERS / COMPETENCIES).map(i => ({
          ref: `group:default/provider-${
            (n * (PROVIDERS / COMPETENCIES) + i) % PROVIDERS
          }`,
          authority: i % 3 === 0 ? 'decide' : 'answer',
          hoursPerMonth: 10 + (i % 5) * 4,
        })),
      },
      relations: [],
    }),
  );
  return [...units, ...providers, ...competencies];
}

function group(
  name: string,
  spec: { type: string; parent?: string },
): StandInEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { ...spec, children: [] },
    relations: spec.parent ? [{ type: 'childOf', targetRef: spec.parent }] : [],
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
