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

import {
  CompetencyProvider,
  CoverageState,
  ProviderState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { coverageOf } from './coverageRules';

const options = {
  minProviders: 2,
  today: '2026-11-25',
  contractEndingDays: 90,
};

/** `team`, `firm until 2027-01-01`, `team missing`. */
function provider(text: string, index: number): CompetencyProvider {
  const [who, ...rest] = text.split(' ');
  const isFirm = who === 'firm';
  return {
    ref: `group:${isFirm ? 'external' : 'default'}/g${index}`,
    kind: isFirm ? 'external' : 'group',
    state: (rest[0] !== 'until' && (rest[0] as ProviderState)) || 'present',
    authority: 'answer',
    scope: {},
    priority: 5,
    onDemand: false,
    source: 'competency',
    contractEnds: rest[0] === 'until' ? rest[1] : undefined,
  };
}

it.each<[CoverageState, number, string[]]>([
  ['nobody', 2, []],
  ['nobody', 1, ['team missing', 'firm contract-ended', 'team unconfirmed']],
  ['one', 2, ['team']],
  ['one', 1, ['team']],
  ['one', 2, ['firm until 2026-11-30']],
  ['one', 2, ['team', 'team missing']],
  ['too-few', 3, ['team', 'team']],
  ['too-few', 3, ['firm', 'firm']],
  ['external-only', 2, ['firm', 'firm until 2026-12-01']],
  ['contract-ending', 2, ['team', 'firm until 2026-11-25']],
  ['contract-ending', 2, ['team', 'firm until 2027-02-23']],
  ['enough', 2, ['team', 'firm until 2027-02-24']],
  ['enough', 2, ['team', 'firm']],
  ['enough', 2, ['team', 'team', 'firm until 2026-11-30']],
  ['enough', 1, ['team', 'team']],
])('says %s for a target of %s and %j', (state, minProviders, texts) => {
  expect(coverageOf(texts.map(provider), { ...options, minProviders })).toBe(
    state,
  );
});
