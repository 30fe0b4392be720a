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
import { FilesReading } from './FilesReading';

const CHUNK = 500;

export interface DuePlace {
  place: string;
  reading?: FilesReading;
  failures: number;
}

/** What the files in repositories said when they were last read, by place. */
export class FilesStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FilesStore {
    return new FilesStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readAll(): Promise<Map<string, FilesReading>> {
    const rows: { place: string; reading: string }[] = await this.#knex(
      'innersource_files',
    )
      .whereNotNull('reading')
      .select('place', 'reading');
    return new Map(rows.map(row => [row.place, parseReading(row.reading)]));
  }

  /** Adds places that are new, to be read at once, and forgets those that nobody wants any more. */
  async keep(places: ReadonlySet<string>, now: string): Promise<void> {
    const known = new Set<string>(
      await this.#knex('innersource_files').pluck('place'),
    );
    const fresh = [...places].filter(place => !known.has(place));
    const gone = [...known].filter(place => !places.has(place));
    await inWriteTransaction(this.#knex, async tx => {
      for (let start = 0; start < fresh.length; start += CHUNK) {
        await tx('innersource_files')
          .insert(
            fresh
              .slice(start, start + CHUNK)
              .map(place => ({ place, next_check_at: now })),
          )
          .onConflict('place')
          .ignore();
      }
      for (let start = 0; start < gone.length; start += CHUNK) {
        await tx('innersource_files')
          .whereIn('place', gone.slice(start, start + CHUNK))
          .delete();
      }
      if (gone.length > 0) {
        await raise(tx);
      }
    });
  }

  /** The longest due first. */
  async listDue(options: { now: string; limit: number }): Promise<DuePlace[]> {
    const rows: { place: string; reading: string | null; failures: number }[] =
      await this.#knex('innersource_files')
        .where('next_check_at', '<=', options.now)
        .orderBy([{ column: 'next_check_at' }, { column: 'place' }])
        .limit(options.limit)
        .select('place', 'reading', 'failures');
    return rows.map(row => ({
      place: row.place,
      ...(row.reading === null ? {} : { reading: parseReading(row.reading) }),
      failures: row.failures,
    }));
  }

  async finish(outcome: {
    place: string;
    /** Absent when everything is as it was. */
    reading?: FilesReading;
    failures: number;
    checkedAt: string;
    nextCheckAt: string;
  }): Promise<void> {
    const { place, reading, failures, checkedAt, nextCheckAt } = outcome;
    await inWriteTransaction(this.#knex, async tx => {
      await tx('innersource_files')
        .where({ place })
        .update({
          ...(reading ? { reading: JSON.stringify(reading) } : {}),
          failures,
          checked_at: checkedAt,
          next_check_at: nextCheckAt,
        });
      if (reading) {
        await raise(tx);
      }
    });
  }

  /** Nobody asks this place before then. */
  async postpone(place: string, until: string): Promise<void> {
    await this.#knex('innersource_files')
      .where({ place })
      .update({ next_check_at: until });
  }
}

async function raise(tx: Knex.Transaction): Promise<void> {
  await tx('innersource_state').where({ id: 1 }).increment('generation', 1);
}

function parseReading(json: string): FilesReading {
  // Written by this class alone.
  return JSON.parse(json) as FilesReading;
}
