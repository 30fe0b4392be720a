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
import { AddedRows } from '../dictionary/UsageDictionary';
import { computeDeltas, EntityChange } from './computeDeltas';
import { UsageDeltas } from './UsageDeltas';
import { writeAggregates } from './writeAggregates';
import { writeEntities } from './writeEntities';
import { writeTotals } from './writeTotals';
import { writeUsageRows } from './writeUsageRows';

/**
 * Brings the usages of some entities, which this transaction has locked, from one state to another, and every
 * aggregate with them. The totals are the last thing that it writes: nothing but the commit should follow.
 */
export async function writeChange(
  tx: Knex,
  options: {
    changes: EntityChange[];
    /** What this transaction added to the dictionaries for them. */
    added: AddedRows;
    /** `YYYY-MM-DD`, UTC. */
    day: string;
    /** Runs between the rows and the totals. */
    beforeTotals?: (deltas: UsageDeltas) => Promise<void>;
  },
): Promise<void> {
  const deltas = computeDeltas(options.changes);
  await writeUsageRows(tx, deltas);
  const distinct = await writeAggregates(tx, deltas, options.added);
  await options.beforeTotals?.(deltas);
  await writeEntities(tx, { entities: deltas.entities, day: options.day });
  await writeTotals(tx, {
    totals: deltas.totals,
    distinct,
    day: options.day,
  });
}
