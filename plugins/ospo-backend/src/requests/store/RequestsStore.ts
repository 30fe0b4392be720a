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
import { ConflictError } from '@backstage/errors';
import { inWriteTransaction } from '../../database/inWriteTransaction';
import { beginRequest, applyEvent } from '../rules/applyEvent';
import { BusinessTime } from '../rules/CommandContext';
import { OutboxMessage } from '../notify/OutboxMessage';
import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord } from '../rules/RequestRecord';
import { ReminderRules } from '../rules/remindersOf';
import { putMessages } from './OutboxStore';
import {
  toAnswers,
  toEvent,
  RequestEventRow,
  RequestRow,
  toSubject,
} from './rows';
import { RequestContent, StoredRequest } from './StoredRequest';
import { toRow } from './toRow';
import { writePrecedent } from './writePrecedent';
import { writeProjections } from './writeProjections';

export interface RequestsStoreOptions {
  knex: Knex;
  time: BusinessTime;
  reminders: ReminderRules;
}

/** What a change leaves behind. */
export interface RequestChange {
  events: readonly RecordedEvent[];
  record: RequestRecord;
  content: RequestContent;
  at: string;
  /** What people are to be told of it. */
  messages?: readonly OutboxMessage[];
}

/** Requests and what happened to them; lists have read models of their own. */
export class RequestsStore {
  readonly #options: RequestsStoreOptions;

  private constructor(options: RequestsStoreOptions) {
    this.#options = options;
  }

  static create(options: RequestsStoreOptions): RequestsStore {
    return new RequestsStore(options);
  }

  /** A draft, with the next number. */
  async create(change: RequestChange): Promise<StoredRequest> {
    const { events, record, content, at } = change;
    const number = await inWriteTransaction(this.#options.knex, async tx => {
      const next = await takeNumber(tx);
      await tx('requests').insert({
        id: record.id,
        number: next,
        version: 1,
        created_at: at,
        updated_at: at,
        ...toRow({ record, content, number: next, ...this.#options }),
      });
      await this.#write(tx, { ...change, before: [] });
      return next;
    });
    return { number, version: 1, updatedAt: at, content, record, events };
  }

  /** Keeps a change, or throws a ConflictError when somebody else changed the request since it was read. */
  async append(
    stored: StoredRequest,
    change: RequestChange,
  ): Promise<StoredRequest> {
    return await inWriteTransaction(this.#options.knex, tx =>
      this.appendWithin(tx, stored, change),
    );
  }

  /** The same within a transaction of the caller. */
  async appendWithin(
    tx: Knex.Transaction,
    stored: StoredRequest,
    change: RequestChange,
  ): Promise<StoredRequest> {
    const { record, content, at } = change;
    const version = stored.version + 1;
    const changed = await tx('requests')
      .where({ id: record.id, version: stored.version })
      .update({
        version,
        updated_at: at,
        ...toRow({ record, content, number: stored.number, ...this.#options }),
      });
    if (changed !== 1) {
      throw staleVersion();
    }
    await this.#write(tx, { ...change, before: stored.events });
    await putMessages(tx, change.messages ?? []);
    return {
      ...stored,
      version,
      updatedAt: at,
      content,
      record,
      events: [...stored.events, ...change.events],
    };
  }

  /** Writes anew what lists read of a request, after its events were changed to erase a person. */
  async project(tx: Knex.Transaction, stored: StoredRequest): Promise<void> {
    const { record, events } = stored;
    await tx('requests')
      .where({ id: record.id })
      .update(toRow({ ...stored, ...this.#options }));
    await writeProjections(tx, { record, events, fresh: [], ...this.#options });
  }

  async find(id: string): Promise<StoredRequest | undefined> {
    return await this.#find({ id });
  }

  /** By the number that people say. */
  async findNumber(number: number): Promise<StoredRequest | undefined> {
    return await this.#find({ number });
  }

  async #find(
    of: { id: string } | { number: number },
  ): Promise<StoredRequest | undefined> {
    const { knex } = this.#options;
    // The row before its events: what is decided from them is kept only if the version is still that of the row.
    const row: RequestRow | undefined = await knex('requests')
      .where(of)
      .first();
    if (!row) {
      return undefined;
    }
    const rows: RequestEventRow[] = await knex('request_events')
      .where({ request_id: row.id })
      .orderBy('seq');
    return toStored(row, rows.map(toEvent));
  }

  /** Removes a draft of this version; false when there is none. */
  async deleteDraft(stored: StoredRequest): Promise<boolean> {
    const deleted = await this.#options
      .knex('requests')
      .where({
        id: stored.record.id,
        version: stored.version,
        state: 'draft',
      })
      .delete();
    return deleted === 1;
  }

  /** Drafts that a person began since then. */
  async countBegun(actorRef: string, since: string): Promise<number> {
    const row = await this.#options
      .knex('request_events')
      .where({ actor_ref: actorRef, kind: 'created' })
      .where('at', '>=', since)
      .count({ n: '*' })
      .first();
    return Number(row?.n ?? 0);
  }

  async #write(
    tx: Knex,
    change: RequestChange & { before: readonly RecordedEvent[] },
  ): Promise<void> {
    const { record, events, before } = change;
    if (events.length > 0) {
      await tx('request_events').insert(
        events.map((event, index) => ({
          id: event.id,
          request_id: record.id,
          seq: before.length + index,
          at: event.at,
          actor_ref: event.actorRef,
          kind: event.body.kind,
          work_item_id:
            'workItemId' in event.body ? event.body.workItemId : null,
          body: JSON.stringify(event.body),
        })),
      );
    }
    await writeProjections(tx, {
      record,
      events: [...before, ...events],
      fresh: events,
      time: this.#options.time,
    });
    for (const event of events) {
      await writePrecedent(tx, { ...change, event });
    }
  }
}

/** Everybody gets the number after the last one, one at a time; whoever gives up gives it back. */
async function takeNumber(tx: Knex): Promise<number> {
  const [{ value }] = await tx('request_counters')
    .where({ name: 'number' })
    .increment('value', 1)
    .returning('value');
  return Number(value);
}

export function staleVersion(): ConflictError {
  return new ConflictError(
    'Somebody changed this request since you read it; read it again, and give the command anew if it is still needed',
  );
}

function toStored(
  row: RequestRow,
  events: readonly RecordedEvent[],
): StoredRequest {
  const [first, ...rest] = events;
  if (first?.body.kind !== 'created') {
    throw new Error(
      `The events of request '${row.id}' do not begin with its beginning`,
    );
  }
  const begun = beginRequest({
    id: row.id,
    requesterRef: row.requester_ref,
    event: { ...first, body: first.body },
  });
  return {
    number: row.number,
    version: row.version,
    updatedAt: row.updated_at,
    content: {
      title: row.title,
      answers: toAnswers(row),
      subject: toSubject(row),
    },
    record: withDraftColumns(rest.reduce(applyEvent, begun), row),
    events,
  };
}

/** Saving a draft is no event: nobody was told of it yet. */
function withDraftColumns(
  record: RequestRecord,
  row: RequestRow,
): RequestRecord {
  return record.state === 'draft'
    ? { ...record, typeId: row.type_id, confidentiality: row.confidentiality }
    : record;
}
