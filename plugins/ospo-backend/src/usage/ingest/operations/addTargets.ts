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
import { runOverRows } from '../../../database/runSql';
import { KnownTarget } from './readTargets';

/** Adds targets that their entities, which this transaction has locked, do not have yet. */
export async function addTargets(
  tx: Knex,
  targets: readonly { entityId: number; target: string; stream: string }[],
): Promise<KnownTarget[]> {
  const rows = await runOverRows<{
    id: number;
    entity_id: number;
    target: string;
    stream: string;
  }>(tx, {
    sql: `insert into usage_targets (entity_id, target, stream)
          select entity_id, target, stream from $rows where true
          returning id, entity_id, target, stream`,
    columns: { entity_id: 'integer', target: 'text', stream: 'text' },
    rows: targets.map(item => [item.entityId, item.target, item.stream]),
  });
  return rows.map(row => ({
    id: row.id,
    entityId: row.entity_id,
    target: row.target,
    stream: row.stream,
    current: undefined,
  }));
}
