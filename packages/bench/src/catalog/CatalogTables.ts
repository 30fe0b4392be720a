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

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Client } from 'pg';
import { copyText } from '../postgres/copyText';
import { CatalogRows, catalogRowsOf } from './catalogRows';
import { BULK_PROVIDER } from './bulkProviderName';

const PIECE = 1_000;

/** Tables that hold entities, in the order in which their rows depend on each other. */
const TABLES = [
  'refresh_state',
  'refresh_state_references',
  'relations',
  'final_entities',
  'search',
];

/**
 * Fills the tables of a catalog that has made them itself. A catalog takes in a few entities a second, so a large one
 * has to be written as it would have written itself; that it is the same is seen by entities that it did take in.
 */
export class CatalogTables {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  static of(client: Client): CatalogTables {
    return new CatalogTables(client);
  }

  /** Whether the catalog is through with so many entities. */
  async isStitched(entities: number): Promise<boolean> {
    const { rows } = await this.#client.query(
      `select (select count(*) from final_entities where final_entity is not null)::int as final,
              (select count(*) from stitch_queue)::int as waiting`,
    );
    return rows[0].final === entities && rows[0].waiting === 0;
  }

  /** Throws when the catalog wrote something else of the entities that it took in than `fill` would have written. */
  async compare(entities: readonly Entity[]): Promise<void> {
    const { rows } = await this.#client.query(
      'select entity_id, entity_ref from refresh_state',
    );
    const ids = new Map<string, string>(
      rows.map(row => [row.entity_ref, row.entity_id]),
    );
    for (const own of catalogRowsOf(entities, ref => ids.get(ref) ?? '')) {
      const theirs = await this.#read(own.entityId);
      const mine = comparable(own);
      for (const part of Object.keys(mine)) {
        if (!isDeepStrictEqual(mine[part], theirs[part])) {
          throw new Error(
            `The catalog writes other ${part} of '${
              own.entityRef
            }': ${JSON.stringify(theirs[part])} instead of ${JSON.stringify(
              mine[part],
            )}`,
          );
        }
      }
    }
  }

  async clear(): Promise<void> {
    await this.#client.query(
      `truncate ${TABLES.join(', ')}, stitch_queue cascade`,
    );
  }

  async fill(entities: readonly Entity[]): Promise<void> {
    const ids = new Map(
      entities.map(entity => [stringifyEntityRef(entity), randomUUID()]),
    );
    let piece: CatalogRows[] = [];
    for (const rows of catalogRowsOf(entities, ref => ids.get(ref) ?? '')) {
      piece.push(rows);
      if (piece.length === PIECE) {
        await this.#write(piece);
        piece = [];
      }
    }
    await this.#write(piece);
    await this.#client.query(`vacuum (analyze) ${TABLES.join(', ')}`);
    // The catalog measures this in a migration, which found empty tables here.
    const { rows } = await this.#client.query(
      'select -(count(distinct entity_id)::float8 / count(*)) as share from search',
    );
    await this.#client.query(
      `alter table search alter column entity_id set (n_distinct = ${Number(
        rows[0].share,
      )})`,
    );
    await this.#client.query('analyze search');
  }

  async #write(piece: readonly CatalogRows[]): Promise<void> {
    const client = this.#client;
    // Long after the measurement.
    const next = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
    const now = new Date().toISOString();
    await copyText(client, {
      table: 'refresh_state',
      columns: [
        ...['entity_id', 'entity_ref', 'unprocessed_entity'],
        ...['unprocessed_hash', 'processed_entity', 'result_hash', 'errors'],
        ...['next_update_at', 'last_discovery_at'],
      ],
      rows: piece.map(row => [
        ...[row.entityId, row.entityRef, row.unprocessed],
        ...[row.unprocessedHash, row.processed, row.hash, '[]'],
        ...[next, now],
      ]),
    });
    await copyText(client, {
      table: 'refresh_state_references',
      columns: ['source_key', 'target_entity_ref'],
      rows: piece.map(row => [BULK_PROVIDER, row.entityRef]),
    });
    await copyText(client, {
      table: 'relations',
      columns: [
        ...['originating_entity_id', 'type'],
        ...['source_entity_ref', 'target_entity_ref'],
      ],
      rows: piece.flatMap(({ relations }) =>
        relations.map(row => [
          ...[row.originating_entity_id, row.type],
          ...[row.source_entity_ref, row.target_entity_ref],
        ]),
      ),
    });
    await copyText(client, {
      table: 'final_entities',
      columns: [
        ...['entity_id', 'entity_ref', 'final_entity', 'hash'],
        'last_updated_at',
      ],
      rows: piece.map(row => [
        ...[row.entityId, row.entityRef, row.final, row.hash],
        now,
      ]),
    });
    await copyText(client, {
      table: 'search',
      columns: ['entity_id', 'key', 'value', 'original_value'],
      rows: piece.flatMap(({ search }) =>
        search.map(row => [
          ...[row.entity_id, row.key],
          ...[row.value, row.original_value],
        ]),
      ),
    });
  }

  async #read(entityId: string): Promise<Record<string, unknown>> {
    const ask = async (sql: string) =>
      (await this.#client.query(sql, [entityId])).rows;
    const [state] = await ask(
      `select unprocessed_entity, processed_entity, unprocessed_hash, errors, location_key
         from refresh_state where entity_id = $1`,
    );
    const references = await ask(
      `select source_entity_ref from refresh_state_references
         where target_entity_ref = (select entity_ref from refresh_state where entity_id = $1)`,
    );
    const [final] = await ask(
      'select final_entity, hash, entity_ref from final_entities where entity_id = $1',
    );
    return {
      unprocessed: JSON.parse(state.unprocessed_entity),
      unprocessedHash: state.unprocessed_hash,
      processed: JSON.parse(state.processed_entity),
      errors: state.errors,
      locationKey: state.location_key,
      references: references.map(row => row.source_entity_ref),
      relations: sorted(
        await ask('select * from relations where originating_entity_id = $1'),
      ),
      final: JSON.parse(final.final_entity),
      finalRef: final.entity_ref,
      hash: final.hash,
      search: sorted(await ask('select * from search where entity_id = $1')),
    };
  }
}

/** Everything but times, and whose the entities are. */
function comparable(rows: CatalogRows): Record<string, unknown> {
  return {
    unprocessed: JSON.parse(rows.unprocessed),
    unprocessedHash: rows.unprocessedHash,
    processed: JSON.parse(rows.processed),
    errors: '[]',
    locationKey: null,
    references: [null],
    relations: sorted(rows.relations),
    final: JSON.parse(rows.final),
    finalRef: rows.entityRef,
    hash: rows.hash,
    search: sorted(rows.search),
  };
}

/** Rows without an order, as texts to be compared. */
function sorted(rows: readonly object[]): string[] {
  return rows.map(row => JSON.stringify(Object.entries(row).sort())).sort();
}
