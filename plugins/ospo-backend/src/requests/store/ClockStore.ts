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
import { inWriteTransaction } from '../../database/inWriteTransaction';
import { OutboxMessage } from '../notify/OutboxMessage';
import { putMessages } from './OutboxStore';

/** What the clock looks for, and what it has done already. */
export class ClockStore {
  readonly #knex: Knex;

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  static create(options: { knex: Knex }): ClockStore {
    return new ClockStore(options);
  }

  /** Requests whose time has come, the longest due first. */
  async due(now: string, limit: number): Promise<string[]> {
    return await this.#knex('requests')
      .where('clock_at', '<=', now)
      .orderBy('clock_at')
      .limit(limit)
      .pluck('id');
  }

  /** Says when a request of this version is next to be looked at; one that changed meanwhile says so itself. */
  async setNext(
    of: { id: string; version: number },
    at: string | undefined,
  ): Promise<void> {
    await this.#knex('requests')
      .where(of)
      .update({ clock_at: at ?? null });
  }

  /** Open requests with a part that nobody was found for or that is only proposed, or that were never routed. */
  async unrouted(limit: number): Promise<string[]> {
    const gaps = this.#knex('request_gaps')
      .whereNull('closed_at')
      .orderBy('at')
      .limit(limit)
      .select('request_id');
    const submitted = this.#knex('requests')
      .where({ state: 'submitted' })
      .limit(limit)
      .select('id');
    const proposed = this.#knex('requests')
      // As the partial index says it.
      .whereRaw(`triage <> ''`)
      .where('triage', 'like', '%,proposal,%')
      .orderBy('updated_at')
      .limit(limit)
      .select('id');
    const found = await Promise.all([
      gaps.pluck('request_id'),
      submitted.pluck('id'),
      proposed.pluck('id'),
    ]);
    return [...new Set(found.flat())];
  }

  /**
   * True for the one who is first with the reason of a message, on whichever replica; the message is theirs to tell.
   * Reasons before it that it speaks for are never told.
   */
  async claim(
    message: OutboxMessage,
    before: readonly string[] = [],
  ): Promise<boolean> {
    const { id, requestId, at } = message;
    return await inWriteTransaction(this.#knex, async tx => {
      const claimed: { reason: string }[] = await tx('request_reminders')
        .insert(
          [...before, id].map(reason => ({
            reason,
            request_id: requestId ?? null,
            at,
          })),
        )
        .onConflict('reason')
        .ignore()
        .returning('reason');
      const isFirst = claimed.some(({ reason }) => reason === id);
      await putMessages(tx, isFirst ? [message] : []);
      return isFirst;
    });
  }

  /** Precedents whose end is near, or was lately. */
  async expiringPrecedents(days: {
    from: string;
    to: string;
  }): Promise<
    { id: string; title: string; validUntil: string; to: string | null }[]
  > {
    return await this.#knex('request_precedents')
      .whereBetween('valid_until', [days.from, days.to])
      .orderBy('valid_until')
      .limit(1_000)
      .select({
        id: 'id',
        title: 'title',
        validUntil: 'valid_until',
        to: 'recertify_ref',
      });
  }

  /** Deletes drafts that nobody touched since, and what was over before; both with all that belongs to them. */
  async purge(before: { drafts: string; closed?: string }): Promise<number> {
    const { drafts, closed } = before;
    return await inWriteTransaction(this.#knex, async tx => {
      const ids = await lockSome(tx, query =>
        query.where({ state: 'draft' }).where('updated_at', '<', drafts),
      );
      if (closed) {
        const over = await lockSome(tx, query =>
          query
            .whereIn('state', ['closed', 'withdrawn'])
            .where('closed_at', '<', closed),
        );
        ids.push(...over);
      }
      await tx('request_precedents')
        .whereIn('request_id', ids)
        .update({ request_id: null });
      await tx('request_reminders').whereIn('request_id', ids).delete();
      return await tx('requests').whereIn('id', ids).delete();
    });
  }
}

/** Locks requests, and asks again of each that somebody was changing: what is one no longer stays. */
async function lockSome(
  tx: Knex,
  only: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<string[]> {
  return await only(tx('requests')).limit(1_000).forUpdate().pluck('id');
}
