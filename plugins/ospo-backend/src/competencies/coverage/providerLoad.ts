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
  ProviderLoad,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ProviderWork } from '../CompetencyHistory';
import { OfficeView } from '../view/OfficeView';

/** Below this share of the agreed hours a provider has nothing much to do. */
const IDLE_SHARE = 0.25;
const NO_WORK: ProviderWork = {
  openWorkItems: 0,
  openHours: 0,
  doneHours: 0,
  doneEstimated: 0,
};

/** Load of the teams and organisations; that of a person is nobody's business but theirs. */
export function providerLoad(
  view: OfficeView,
  work: ReadonlyMap<string, ProviderWork>,
): ProviderLoad[] {
  const providers = new Map<string, CompetencyProvider[]>();
  for (const competency of view.competencies.values()) {
    for (const provider of competency.providers) {
      if (provider.kind !== 'person' && provider.state !== 'missing') {
        providers.set(provider.ref, [
          ...(providers.get(provider.ref) ?? []),
          provider,
        ]);
      }
    }
  }
  return [...providers]
    .map(([ref, roles]) => {
      const hours = roles.flatMap(({ hoursPerMonth }) => hoursPerMonth ?? []);
      const agreed =
        hours.length > 0
          ? hours.reduce((sum, each) => sum + each, 0)
          : undefined;
      const given = work.get(ref) ?? NO_WORK;
      const { title, kind } = roles[0];
      return {
        ref,
        title,
        kind,
        agreedHoursPerMonth: agreed,
        ...given,
        state: loadState(agreed, given),
      };
    })
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

export function loadState(
  agreedHours: number | undefined,
  { openHours, doneHours }: Pick<ProviderWork, 'openHours' | 'doneHours'>,
): ProviderLoad['state'] {
  if (agreedHours === undefined) {
    return 'unknown';
  }
  const given = openHours + doneHours;
  if (given > agreedHours) {
    return 'overloaded';
  }
  return given < agreedHours * IDLE_SHARE ? 'idle' : 'fit';
}
