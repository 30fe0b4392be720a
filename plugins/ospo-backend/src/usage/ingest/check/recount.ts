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
import { isPostgres } from '../../../database/isPostgres';
import { runSql } from '../../../database/runSql';
import { aggregateChecks } from './aggregateChecks';
import { orphanChecks } from './orphanChecks';

/** Where the store disagrees with itself. */
export interface Inconsistency {
  /** What was checked: an aggregate's table, or what must not be. */
  check: string;
  /** How many rows disagree. */
  count: number;
  /** Some of them. */
  examples: Record<string, unknown>[];
}

const EXAMPLES = 5;

/**
 * Counts every aggregate afresh from `usage_current` and compares; looks for rows that nothing refers to. What it
 * answers is true of one moment, whatever is being written meanwhile. An empty answer means that all agree.
 */
export async function recount(knex: Knex): Promise<Inconsistency[]> {
  if (knex.isTransaction) {
    return await runChecks(knex);
  }
  return await knex.transaction(
    runChecks,
    isPostgres(knex)
      ? { isolationLevel: 'repeatable read', readOnly: true }
      : undefined,
  );
}

async function runChecks(tx: Knex): Promise<Inconsistency[]> {
  const found: Inconsistency[] = [];
  for (const check of [...aggregateChecks, ...orphanChecks]) {
    const rows = await runSql<Record<string, unknown>>(tx, check.sql);
    if (rows.length > 0) {
      found.push({
        check: check.name,
        count: rows.length,
        examples: rows.slice(0, EXAMPLES),
      });
    }
  }
  return found;
}
