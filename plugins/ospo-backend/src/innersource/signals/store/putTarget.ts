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
import { SignalsTarget } from '../../SignalsReader';
import {
  nextRevision,
  readStates,
  readTarget,
  SignalsRow,
} from './signalsRows';

/** Adds a project, or notes what it has become; what was read of another repository goes. */
export async function putTarget(
  tx: Knex,
  options: {
    target: SignalsTarget;
    budgetKey: string;
    generation: number;
    now: string;
  },
): Promise<void> {
  const { target, budgetKey, generation, now } = options;
  const text = JSON.stringify(target);
  const row: SignalsRow | undefined = await tx('innersource_signals')
    .where({ entity_ref: target.ref })
    .first();
  if (!row) {
    await tx('innersource_signals')
      .insert({
        entity_ref: target.ref,
        target: text,
        budget_key: budgetKey,
        parts: '{}',
        states: '[]',
        next_at: now,
        generation,
      })
      .onConflict('entity_ref')
      .ignore();
    return;
  }
  if (row.target === text) {
    // Another replica was here first, and may be reading it.
    return;
  }
  const before = readTarget(row.target);
  const moved =
    JSON.stringify(before.repository) !== JSON.stringify(target.repository);
  await tx('innersource_signals')
    .where({ entity_ref: target.ref })
    .update({
      target: text,
      budget_key: budgetKey,
      // Another repository has other values; another owner or label makes a forge's "unchanged" untrue.
      ...(moved && { parts: '{}', checked_at: null }),
      states: moved ? '[]' : withoutValidators(row.states),
      next_at: now,
      // Whoever is reading it reads what it was: that is not stored any more.
      claimed_until: null,
      generation,
      revision: nextRevision(row.revision),
    });
}

function withoutValidators(json: string): string {
  return JSON.stringify(
    readStates(json).map(({ nextAt, ...state }) => ({
      ...state,
      validators: {},
    })),
  );
}
