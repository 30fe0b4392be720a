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

import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { toDay } from '../../shared/days';
import { CompetencyDirectory } from '../CompetencyDirectory';
import { RequestTypeTexts } from '../RequestTypeTexts';
import { RecordsGeneration } from '../records/RecordsGeneration';
import { readOfficeRecords } from '../records/readOfficeRecords';
import { buildSnapshot } from './buildSnapshot';
import { CatalogReader } from './CatalogReader';
import { CatalogReading } from './CatalogReading';
import { OfficeSnapshot } from './OfficeSnapshot';

export interface DirectoryOptions {
  knex: Knex;
  reader: CatalogReader;
  records: RecordsGeneration;
  /** Absent while it is not known which request types there are. */
  listRequestTypes?: () => readonly RequestTypeTexts[] | undefined;
  contractEndingDays: number;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Keeps one snapshot in memory. The catalog announces no changes to other plugins, so a job of each instance reads it
 * anew; changes of our own tables are noticed by their generation, at once in this process and within a second in others.
 */
export class DefaultCompetencyDirectory implements CompetencyDirectory {
  readonly #options: DirectoryOptions;
  #reading: CatalogReading | undefined;
  #readingHash = '';
  #underWay: Promise<CatalogReading> | undefined;
  #made: { key: string; snapshot: Promise<OfficeSnapshot> } | undefined;
  #generation = 0;

  private constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  static create(options: DirectoryOptions): DefaultCompetencyDirectory {
    return new DefaultCompetencyDirectory(options);
  }

  /** When the catalog was last read in full, whether or not anything differed. */
  get readAt(): string | undefined {
    return this.#reading?.readAt;
  }

  async snapshot(): Promise<OfficeSnapshot> {
    const { records, now, listRequestTypes } = this.#options;
    const reading = this.#reading ?? (await this.#firstReading());
    const today = toDay(now());
    const requestTypes = listRequestTypes?.()?.map(type => type.id);
    const key = JSON.stringify([
      await records.current(),
      this.#readingHash,
      today,
      requestTypes,
    ]);
    if (this.#made?.key !== key) {
      const made = {
        key,
        snapshot: this.#make(
          reading,
          today,
          requestTypes && new Set(requestTypes),
        ),
      };
      this.#made = made;
      made.snapshot.catch(() => {
        if (this.#made === made) {
          this.#made = undefined;
        }
      });
    }
    return this.#made.snapshot;
  }

  /** Reads the catalog again; what was read before is kept when it cannot be read to its end. */
  async refresh(): Promise<CatalogReading> {
    this.#underWay ??= this.#read().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #firstReading(): Promise<CatalogReading> {
    try {
      return await this.refresh();
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog could not be read, so it is not known which competencies there are; try again in a moment',
        error,
      );
    }
  }

  async #read(): Promise<CatalogReading> {
    const { knex, reader } = this.#options;
    const reading = await reader.read(
      await knex('competency_profiles').pluck('user_ref'),
    );
    const hash = hashReading(reading);
    if (this.#reading && hash === this.#readingHash) {
      // The same as before, but for the time.
      this.#reading = { ...this.#reading, readAt: reading.readAt };
      return this.#reading;
    }
    this.#reading = reading;
    this.#readingHash = hash;
    this.#tellWhatIsLeftOut(reading);
    return reading;
  }

  /** Once for each state of the catalog, because it is shown nowhere else. */
  #tellWhatIsLeftOut({
    leftOut,
    shortForms,
    competencies,
  }: CatalogReading): void {
    const { logger } = this.#options;
    if (leftOut.length > 0) {
      logger.warn(
        `Competencies that cannot be read are left out: ${leftOut.join(
          '; ',
        )}. The catalog module of the suite says so on the entities.`,
      );
    }
    const undeclared = shortForms.filter(
      form => !competencies.has(form.competencyRef),
    );
    if (undeclared.length > 0) {
      logger.warn(
        `Annotations name competencies that the catalog does not have, and are left out: ${undeclared
          .map(({ where }) => where)
          .join(', ')}. Correct the names, or add the competencies.`,
      );
    }
  }

  async #make(
    reading: CatalogReading,
    today: string,
    requestTypes: ReadonlySet<string> | undefined,
  ): Promise<OfficeSnapshot> {
    const { knex, contractEndingDays } = this.#options;
    const records = await readOfficeRecords(knex, today);
    this.#generation += 1;
    return buildSnapshot({
      generation: this.#generation,
      reading,
      records,
      requestTypes,
      today,
      contractEndingDays,
    });
  }
}

function hashReading(reading: CatalogReading): string {
  const hash = createHash('sha256');
  for (const part of [
    [...reading.competencies.values()],
    [...reading.groups.values()],
    reading.systems,
    reading.shortForms,
    [...reading.userTitles],
    [...reading.handles],
    reading.leftOut,
  ]) {
    hash.update(JSON.stringify(part));
  }
  for (const ref of reading.users) {
    hash.update(ref);
  }
  return hash.digest('base64url');
}
