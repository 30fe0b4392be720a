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
import { FilesReading, placesOn, tellsTheSame } from './FilesReading';

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

  /** Has these places asked as soon as any. */
  async hasten(places: readonly string[], now: string): Promise<void> {
    for (let start = 0; start < places.length; start += CHUNK) {
      await this.#knex('innersource_files')
        .whereIn('place', places.slice(start, start + CHUNK))
        .where('next_check_at', '>', now)
        .update({ next_check_at: now });
    }
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

  async finish(
    due: DuePlace,
    outcome: {
      reading: FilesReading;
      failures: number;
      /** Absent when the reading was broken off. */
      checkedAt?: string;
      nextCheckAt: string;
    },
  ): Promise<void> {
    const { reading, failures, checkedAt, nextCheckAt } = outcome;
    await inWriteTransaction(this.#knex, async tx => {
      await tx('innersource_files')
        .where({ place: due.place })
        .update({
          reading: JSON.stringify(reading),
          failures,
          ...(checkedAt === undefined ? {} : { checked_at: checkedAt }),
          next_check_at: nextCheckAt,
        });
      if (!tellsTheSame(reading, due.reading)) {
        await raise(tx);
      }
    });
  }

  /** Nobody asks the places of a host that are due by now before then. */
  async postponeHost(
    host: string,
    times: { dueBy: string; until: string },
  ): Promise<void> {
    await this.#knex('innersource_files')
      .where('next_check_at', '<=', times.dueBy)
      .where(places => {
        for (const start of placesOn(host)) {
          places.orWhereRaw("place like ? escape '!'", [
            `${start.replace(/[!%_]/g, '!$&')}%`,
          ]);
        }
      })
      .update({ next_check_at: times.until });
  }
}

async function raise(tx: Knex.Transaction): Promise<void> {
  await tx('innersource_state').where({ id: 1 }).increment('generation', 1);
}

function parseReading(json: string): FilesReading {
  // Written by this class alone.
  return JSON.parse(json) as FilesReading;
}
