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
import { OutboxMessage } from '../notify/OutboxMessage';

interface OutboxRow {
  id: string;
  request_id: string | null;
  at: string;
  failures: number;
  telling: string;
}

/** Longer than it takes to tell what one change brings about. */
const LEASE_MS = 10 * 60_000;

/** What people are to be told; whoever takes a message has it until its lease is over. */
export class OutboxStore {
  readonly #knex: Knex;

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  static create(options: { knex: Knex }): OutboxStore {
    return new OutboxStore(options);
  }

  /** Messages that nobody tells, oldest first; they are the caller's for a while. */
  async take(now: string, limit: number): Promise<OutboxMessage[]> {
    const free = this.#knex('request_outbox')
      .where('free_at', '<=', now)
      .orderBy('free_at')
      .limit(limit)
      .select('id');
    const rows: OutboxRow[] = await this.#knex('request_outbox')
      .whereIn('id', free)
      // Asked again: another replica may have taken some of them meanwhile.
      .where('free_at', '<=', now)
      .update({ free_at: leaseFrom(now) })
      .returning(['id', 'request_id', 'at', 'failures', 'telling']);
    return rows
      .map(row => ({
        id: row.id,
        requestId: row.request_id ?? undefined,
        at: row.at,
        failures: row.failures,
        // Written by this store alone.
        telling: JSON.parse(row.telling) as OutboxMessage['telling'],
      }))
      .sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
  }

  async put(messages: readonly OutboxMessage[]): Promise<void> {
    await putMessages(this.#knex, messages);
  }

  async delete(id: string): Promise<void> {
    await this.#knex('request_outbox').where({ id }).delete();
  }

  async putBack(
    id: string,
    of: { failures: number; freeAt: string },
  ): Promise<void> {
    await this.#knex('request_outbox')
      .where({ id })
      .update({ failures: of.failures, free_at: of.freeAt });
  }
}

/** Keeps messages in the transaction of what they tell of; they are the caller's to tell once it is committed. */
export async function putMessages(
  tx: Knex,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (messages.length > 0) {
    await tx('request_outbox').insert(
      messages.map(({ id, requestId, at, failures, telling }) => ({
        id,
        request_id: requestId ?? null,
        at,
        free_at: leaseFrom(at),
        failures,
        telling: JSON.stringify(telling),
      })),
    );
  }
}

function leaseFrom(now: string): string {
  return new Date(Date.parse(now) + LEASE_MS).toISOString();
}
