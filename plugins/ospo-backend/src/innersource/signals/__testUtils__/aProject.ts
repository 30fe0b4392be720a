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

import { KeptPart, KeptSignals, StoredParts } from '../../SignalsReader';
import {
  ComputeContext,
  DeclaredFacts,
  ProjectFacts,
} from '../compute/ProjectFacts';

export const READ_AT = '2026-11-25T12:00:00.000Z';

/** A project in a connected GitHub repository of which only what is given is known. */
export function aProject(
  parts: Partial<StoredParts> = {},
  declared: Partial<DeclaredFacts> = {},
): ProjectFacts {
  return {
    kept: keptOf(parts),
    declared: {
      repository: {
        url: 'https://github.com/acme/pay',
        host: 'github.com',
        slug: 'acme/pay',
        ref: 'main',
      },
      isConnected: true,
      isRetired: false,
      ownerRef: 'group:default/payments',
      ownerState: 'present',
      helpLabels: ['help wanted'],
      trustedCommitters: 0,
      isReviewStale: false,
      ...declared,
    },
  };
}

/** The parts as one source read them, all at the same time. */
export function keptOf(
  parts: Partial<StoredParts>,
  more: Partial<KeptPart<keyof StoredParts>> = {},
): KeptSignals {
  const kept: KeptSignals = {
    parts: {},
    states: [{ source: 'forge', state: 'ok', fetchedAt: READ_AT }],
  };
  for (const [name, value] of Object.entries(parts)) {
    // The names and values are pairs of StoredParts; Object.entries forgets it.
    Object.assign(kept.parts, {
      [name]: { value, source: 'forge', fetchedAt: READ_AT, ...more },
    });
  }
  return kept;
}

export const aContext: ComputeContext = {
  now: new Date(READ_AT),
  businessHours: duration => {
    const days = /^P(\d+)D$/.exec(duration)?.[1];
    return days === undefined ? undefined : Number(days) * 8;
  },
  forgeOf: host =>
    (({ 'github.com': 'github', 'gitlab.com': 'gitlab' } as const)[
      host as 'github.com'
    ]),
};

/** So many weeks with as many commits each. */
export function weeks(count: number, commits: number): number[] {
  return Array.from({ length: count }, () => commits);
}
