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

import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { RequestState } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { Erased, PersonRecords, PersonRows } from '../database/PersonRecords';
import { PersonTables } from '../database/PersonTables';
import { RequestOutbox } from './notify/RequestOutbox';
import { RequestChanges } from './RequestChanges';
import { BusinessTime } from './rules/CommandContext';
import { erasureOf } from './rules/erasureOf';
import { ReminderRules } from './rules/remindersOf';
import { isOpen } from './rules/transitions';
import { exportRequests } from './store/exportRequests';
import { requestPersonColumns } from './store/requestPersonColumns';
import { RequestsStore } from './store/RequestsStore';

/** Ids named in one statement. */
const BATCH = 500;

export interface RequestPeopleOptions {
  knex: Knex;
  changes: RequestChanges;
  logger: LoggerService;
  outbox: RequestOutbox;
  reminders: ReminderRules;
  time: BusinessTime;
  newId: () => string;
  now: () => Date;
}

interface LockedRow {
  id: string;
  state: RequestState;
  requester_ref: string;
}

/** A request that erasing somebody changed, and how many events that made. */
interface Changed {
  id: string;
  events: number;
}

/** People in requests: what is handed out to them, and how they are taken out. */
export class RequestPeople implements PersonRecords {
  readonly #options: RequestPeopleOptions;
  readonly #tables = PersonTables.create(requestPersonColumns);

  private constructor(options: RequestPeopleOptions) {
    this.#options = options;
  }

  static create(options: RequestPeopleOptions): RequestPeople {
    return new RequestPeople(options);
  }

  async export(knex: Knex, userRef: string): Promise<PersonRows> {
    return await exportRequests(knex, userRef);
  }

  /**
   * Each request that names them is locked first, as whoever changes one does, and gets a new version: a command that
   * read it before is refused, and cannot write them back. Again until none is left, because somebody may have named
   * them meanwhile.
   */
  async erase(tx: Knex.Transaction, userRef: string): Promise<Erased> {
    const changed: Changed[] = [];
    let rows = 0;
    for (;;) {
      const keys = await this.#tables.keysOf(tx, userRef, table =>
        table === 'requests' ? 'id' : 'request_id',
      );
      if (keys.size === 0) {
        break;
      }
      const ids = [...keys].filter(id => id !== null).sort();
      const locked = await lockAndRaise(tx, ids);
      for (const row of locked) {
        const done = await this.#end(tx, row, userRef);
        rows += done.deleted;
        changed.push(...done.changed);
      }
      rows += (await this.#tables.erase(tx, userRef)).rows;
      await this.#project(tx, locked);
    }
    return { rows, afterwards: () => this.#tell(changed) };
  }

  /** Drafts, which only they could read, go; what is open goes on without them or is withdrawn. */
  async #end(
    tx: Knex.Transaction,
    row: LockedRow,
    userRef: string,
  ): Promise<{ deleted: number; changed: Changed[] }> {
    if (row.state === 'draft' && row.requester_ref === userRef) {
      // SQLite minds references only when it is told to.
      for (const table of ['request_participants', 'request_events']) {
        await tx(table).where({ request_id: row.id }).delete();
      }
      const deleted = await tx('requests').where({ id: row.id }).delete();
      return { deleted, changed: [] };
    }
    const store = RequestsStore.create({ ...this.#options, knex: tx });
    const stored = isOpen(row.state) ? await store.find(row.id) : undefined;
    if (!stored) {
      return { deleted: 0, changed: [] };
    }
    const { newId, now, time } = this.#options;
    const at = now().toISOString();
    const { record, events } = erasureOf(stored.record, userRef, {
      now: at,
      newId,
      time,
    });
    if (events.length === 0) {
      return { deleted: 0, changed: [] };
    }
    const { content } = stored;
    await store.appendWithin(tx, stored, { record, events, content, at });
    return { deleted: 0, changed: [{ id: row.id, events: events.length }] };
  }

  /** Who decides may be somebody else now. */
  async #project(
    tx: Knex.Transaction,
    locked: readonly LockedRow[],
  ): Promise<void> {
    const store = RequestsStore.create({ ...this.#options, knex: tx });
    for (const { id, state } of locked) {
      const stored = isOpen(state) ? await store.find(id) : undefined;
      if (stored) {
        await store.project(tx, stored);
      }
    }
  }

  /** Read again, because what was written names nobody any more. */
  async #tell(changed: readonly Changed[]): Promise<void> {
    const { changes, knex, logger, outbox } = this.#options;
    const store = RequestsStore.create({ ...this.#options, knex });
    for (const { id, events } of changed) {
      try {
        const stored = await store.find(id);
        if (stored) {
          await outbox.announce(stored, stored.events.slice(-events));
          await changes.routeAgain(stored);
        }
      } catch (error) {
        // They are erased all the same, and the core team sees in triage what nobody has.
        logger.warn(
          `Request '${id}' was not routed again after a person was erased: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}

/** In the order of their ids, so that two of these wait for each other. */
async function lockAndRaise(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<LockedRow[]> {
  const locked: LockedRow[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH);
    const rows: LockedRow[] = await tx('requests')
      .whereIn('id', some)
      .orderBy('id')
      .forUpdate()
      .select('id', 'state', 'requester_ref');
    await tx('requests').whereIn('id', some).increment('version', 1);
    locked.push(...rows);
  }
  return locked;
}
