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
import { inWriteTransaction } from '../../../database/inWriteTransaction';
import { writeChange } from '../aggregates/writeChange';
import { lockEntities } from '../operations/lockEntities';
import { readStoredRows } from '../operations/readStoredRows';
import { readTargets } from '../operations/readTargets';

/**
 * Takes the usages of an entity that the catalog no longer has out of every list and total. Its documents, snapshots
 * and history stay, and `attachEntity` brings the usages back. Doing it twice changes nothing.
 */
export async function detachEntity(
  knex: Knex,
  options: { entityId: number; now: Date },
): Promise<void> {
  const { entityId } = options;
  const now = options.now.toISOString();
  await inWriteTransaction(knex, async tx => {
    const entity = (await lockEntities(tx, [entityId])).get(entityId);
    if (!entity || entity.isGone) {
      return;
    }
    const targets = await readTargets(tx, [entityId]);
    await tx('usage_entities').where({ id: entityId }).update({ gone_at: now });
    await writeChange(tx, {
      changes: [
        {
          entityId,
          before: await readStoredRows(
            tx,
            targets.map(target => target.id),
            new Map(),
          ),
          after: [],
          hadSnapshot: targets.some(target => target.current),
          hasSnapshot: false,
        },
      ],
      added: { packages: new Set(), versions: new Set() },
      day: now.slice(0, 10),
    });
  });
}
