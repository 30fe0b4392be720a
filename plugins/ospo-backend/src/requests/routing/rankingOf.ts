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

import { RotaTurn } from '@ospo-suite/backstage-plugin-ospo-common';
import { authorityRank } from './authority';
import { Candidate, DirectoryIndex } from './DirectoryIndex';
import { ProviderLoad, RoutedWork, RoutingContext } from './RoutingContext';
import { stableHash } from './stableHash';

/** What is compared, one number or text for each code in the order of ranking; less is asked first. */
export interface Ranking {
  keys: readonly (number | string)[];
  /** The same for people to read. */
  values: readonly string[];
}

interface Question {
  candidate: Candidate;
  work: RoutedWork;
  context: RoutingContext;
  index: DirectoryIndex;
  onDuty: ReadonlySet<string>;
}

/** Providers whose turn it is today, for the competency or one that it is a part of. */
export function onDutyOf(
  rota: readonly RotaTurn[],
  line: readonly string[],
  day: string,
): ReadonlySet<string> {
  const competencies = new Set(line);
  return new Set(
    rota
      .filter(
        ({ competencyRef, from, to }) =>
          competencies.has(competencyRef) && from <= day && day <= to,
      )
      .map(({ providerRef }) => providerRef),
  );
}

/** Never asked comes before whoever was asked longest ago. */
const NEVER = '';

export function rankingOf(question: Question): Ranking {
  const { candidate, work, context, index, onDuty } = question;
  const { provider } = candidate;
  const load = context.loads.get(provider.ref);
  const hours = index.hoursPerMonth(candidate, context.now.slice(0, 10));
  const isOnDuty = onDuty.has(provider.ref);
  const isInternal = provider.kind !== 'external';
  const hash = stableHash(
    `${work.requestId}\n${work.competencyRef}\n${provider.ref}`,
  );
  return {
    keys: [
      isOnDuty ? 0 : 1,
      isInternal ? 0 : 1,
      provider.priority,
      authorityRank(provider.authority),
      loadKey(load, hours),
      load?.lastAskedAt ?? NEVER,
      hash,
    ],
    values: [
      isOnDuty ? 'on duty' : 'not on duty',
      isInternal ? 'internal' : 'external',
      String(provider.priority),
      provider.authority,
      `${load?.open ?? 0} open, ${
        hours === undefined ? 'capacity unknown' : `${hours} hours a month`
      }`,
      load?.lastAskedAt ?? 'never asked',
      hash.toString(36),
    ],
  };
}

/** Open work against the hours agreed; where nobody agreed on hours, the load is unknown and comes after what is known. */
function loadKey(
  load: ProviderLoad | undefined,
  hours: number | undefined,
): number {
  const open = load?.open ?? 0;
  return hours === undefined || hours <= 0 ? 1_000_000 + open : open / hours;
}

/** Negative when `a` is asked first, and the place in the order of ranking that decides it. */
export function compareRankings(
  a: Ranking,
  b: Ranking,
): { order: number; decidedBy: number } {
  for (let place = 0; place < a.keys.length; place++) {
    const [one, other] = [a.keys[place], b.keys[place]];
    if (one !== other) {
      return { order: one < other ? -1 : 1, decidedBy: place };
    }
  }
  return { order: 0, decidedBy: -1 };
}
