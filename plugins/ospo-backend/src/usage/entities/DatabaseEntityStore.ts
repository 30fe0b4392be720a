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

import { isError } from '@backstage/errors';
import { Knex } from 'knex';
import { inWriteTransaction } from '../../database/inWriteTransaction';
import { lockEntities } from '../ingest/operations/lockEntities';
import { raiseGeneration } from '../raiseGeneration';
import { UsageEntityRow } from '../tables';
import {
  EntityChange,
  EntityStore,
  KnownEntity,
  OwnerState,
  RefusedEntity,
} from './EntityStore';
import { writeLocations } from './writeLocations';

/** Rows in one statement; 13 bound values each keep well below what SQLite takes. */
const CHUNK = 200;

const knownColumns = [
  'id',
  'entity_ref',
  'facts_hash',
  'owner_ref',
  'owner_state',
  'gone_at',
  'seen_at',
] as const;

type KnownRow = Pick<UsageEntityRow, (typeof knownColumns)[number]>;

export class DatabaseEntityStore implements EntityStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseEntityStore {
    return new DatabaseEntityStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listKnown(): Promise<KnownEntity[]> {
    const rows: KnownRow[] = await this.#knex('usage_entities')
      .select(knownColumns)
      .orderBy('entity_ref');
    return rows.map(fromRow);
  }

  async findKnown(entityRef: string): Promise<KnownEntity | undefined> {
    const row: KnownRow | undefined = await this.#knex('usage_entities')
      .where({ entity_ref: entityRef })
      .first(knownColumns);
    return row && fromRow(row);
  }

  async write(
    changes: EntityChange[],
    seenAt: string,
  ): Promise<RefusedEntity[]> {
    // New rows come in one order for everyone, so that two writers wait for each other instead of both.
    const sorted = [...changes].sort((a, b) =>
      compare(a.facts.entityRef, b.facts.entityRef),
    );
    const refused: RefusedEntity[] = [];
    for (let start = 0; start < sorted.length; start += CHUNK) {
      refused.push(
        ...(await this.#writeChunk(sorted.slice(start, start + CHUNK), seenAt)),
      );
    }
    return refused;
  }

  /** All of them together, or else each alone, so that what one of them says harms no other. */
  async #writeChunk(
    chunk: EntityChange[],
    seenAt: string,
  ): Promise<RefusedEntity[]> {
    try {
      await this.#writeTogether(chunk, seenAt);
      return [];
    } catch (error) {
      if (!isAboutRows(error)) {
        throw error;
      }
      const [{ facts }, ...others] = chunk;
      if (others.length === 0) {
        return [{ entityRef: facts.entityRef, error }];
      }
      const refused: RefusedEntity[] = [];
      for (const change of chunk) {
        refused.push(...(await this.#writeChunk([change], seenAt)));
      }
      return refused;
    }
  }

  async #writeTogether(chunk: EntityChange[], seenAt: string): Promise<void> {
    const refs = chunk.map(change => change.facts.entityRef);
    const rows = chunk.map(change => toRow(change, seenAt));
    const known = await this.#idsOf(this.#knex, refs);
    await inWriteTransaction(this.#knex, async tx => {
      // In the order in which whoever writes usages locks them.
      await lockEntities(tx, known.values());
      await tx('usage_entities').insert(rows).onConflict('entity_ref').merge();
      const ids = await this.#idsOf(tx, refs);
      await writeLocations(tx, {
        entities: chunk.flatMap(({ facts }) => {
          const id = ids.get(facts.entityRef);
          return id === undefined ? [] : [{ id, locations: facts.locations }];
        }),
        now: seenAt,
      });
      await raiseGeneration(tx);
    });
  }

  async #idsOf(knex: Knex, refs: string[]): Promise<Map<string, number>> {
    const rows: { id: number; entity_ref: string }[] = await knex(
      'usage_entities',
    )
      .whereIn('entity_ref', refs)
      .select('id', 'entity_ref');
    return new Map(rows.map(row => [row.entity_ref, row.id]));
  }

  async setOwnerStates(
    changes: { id: number; ownerState: OwnerState }[],
  ): Promise<void> {
    for (const ownerState of ['present', 'missing', 'none'] as const) {
      const ids = changes
        .filter(change => change.ownerState === ownerState)
        .map(change => change.id)
        .sort((a, b) => a - b);
      for (let start = 0; start < ids.length; start += CHUNK) {
        const chunk = ids.slice(start, start + CHUNK);
        await inWriteTransaction(this.#knex, async tx => {
          await lockEntities(tx, chunk);
          await tx('usage_entities')
            .whereIn('id', chunk)
            .update({ owner_state: ownerState });
          await raiseGeneration(tx);
        });
      }
    }
  }
}

/** Values that cannot be written, constraints and limits: all else would befall whatever is written. */
const ROW_CODES = /^(22|23|54|SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)|ERR_)/;

function isAboutRows(error: unknown): boolean {
  if (!isError(error) || error.name === 'ServiceUnavailableError') {
    return false;
  }
  return typeof error.code !== 'string' || ROW_CODES.test(error.code);
}

function fromRow(row: KnownRow): KnownEntity {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    factsHash: row.facts_hash,
    ownerRef: row.owner_ref ?? undefined,
    ownerState: row.owner_state,
    isGone: row.gone_at !== null,
    seenAt: row.seen_at,
  };
}

function toRow(change: EntityChange, seenAt: string): Partial<UsageEntityRow> {
  const { facts } = change;
  return {
    entity_ref: facts.entityRef,
    kind: facts.kind,
    namespace: facts.namespace,
    name: facts.name,
    title: facts.title ?? null,
    type: facts.type ?? null,
    lifecycle: facts.lifecycle ?? null,
    owner_ref: facts.ownerRef ?? null,
    owner_state: change.ownerState,
    system_ref: facts.systemRef ?? null,
    facts_hash: change.factsHash,
    findings: JSON.stringify(facts.findings),
    seen_at: seenAt,
  };
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
