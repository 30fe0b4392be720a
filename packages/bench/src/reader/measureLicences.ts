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

import { evaluateLicence } from '@ospo-suite/sbom-reader';
import { Figure } from '../Figure';
import { interleave, Rounds } from '../interleave';
import { number } from '../formatTable';
import { median, ratios, summarise } from '../statistics';
import { spdxSatisfies } from './spdxSatisfies';

const PAIRS = 20;
const REPEATS = 200;

/** `(A OR B) AND (C OR D) AND …`: every further pair doubles the work of whoever multiplies it out. */
export function adversarialExpression(pairs: number): string {
  const licences = ['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause', 'BSD-2-Clause'];
  return Array.from({ length: pairs }, (_, index) => {
    const left = licences[index % licences.length];
    const right = licences[(index + 2) % licences.length];
    return `(${left} OR ${right})`;
  }).join(' AND ');
}

/** P22: deciding on a licence expression that was written to be slow. */
export async function measureLicences(options: {
  rounds: Rounds;
}): Promise<Figure[]> {
  const expression = adversarialExpression(PAIRS);
  const allowed = ['MIT', 'Apache-2.0', 'ISC'];
  const isAllowed = new Set(allowed);
  const times = await interleave(
    {
      peer: () => onceMs(() => spdxSatisfies(expression, allowed)),
      ours: () => {
        const since = performance.now();
        for (let repeat = 0; repeat < REPEATS; repeat++) {
          evaluateLicence(expression, leaf =>
            isAllowed.has(leaf.licence) ? 'allow' : 'deny',
          );
        }
        return (performance.now() - since) / REPEATS;
      },
    },
    options.rounds,
  );
  return [
    {
      id: 'P22:time',
      on: '',
      judged: true,
      measured: summarise(times.ours),
      note: `an expression of ${expression.length} characters`,
    },
    {
      id: 'P22:ratio',
      on: '',
      judged: true,
      measured: summarise(ratios(times.peer, times.ours)),
      note: `${number(median(times.ours))} ms against ${number(
        median(times.peer),
      )} ms`,
    },
  ];
}

function onceMs(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}
