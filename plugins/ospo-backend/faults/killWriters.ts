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

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolFileOwner } from '../src/usage/ingest/spool/cleanSpool';
import { FaultFinder } from './FaultFinder';
import { addComponents, FaultStorePlace, openFaultStore } from './FaultStore';
import { seededRandom } from './seededRandom';
import { Writer, WriterProgram } from './Writer';

/** How a series of faults ended. */
export interface FaultReport {
  what: string;
  faults: number;
  /** Documents that were stored in all of them. */
  stored: number;
  /** Kills that hit documents under way. */
  midway: number;
  inconsistencies: string[];
}

/** A kill comes after some number of documents, whatever the machine's speed, and some moments more. */
const MAX_STORED = 12;
const MAX_STORING_MS = 3_000;
const MAX_MORE_MS = 60;

/** Kills an ingesting process again and again, at random moments, and looks at the store after each. */
export async function killWriters(options: {
  place: FaultStorePlace;
  program: WriterProgram;
  kills: number;
  seed: number;
  onKill?: (soFar: FaultReport) => void;
}): Promise<FaultReport> {
  const { place, program, kills } = options;
  const random = seededRandom(options.seed);
  const knex = await openFaultStore(place);
  await addComponents(knex);
  const finder = FaultFinder.create({ knex });
  const report: FaultReport = {
    what: `SIGKILL of the ingest, ${place.kind}`,
    faults: 0,
    stored: 0,
    midway: 0,
    inconsistencies: [],
  };
  // The next one loads its program while the present one works.
  let next = Writer.start(program);
  try {
    while (report.faults < kills) {
      const writer = next;
      next = Writer.start(program);
      await writer.begin({
        place,
        seed: options.seed + report.faults * 7_919,
        atOnce: 1 + Math.floor(random() * 8),
      });
      const left = await findDeadFiles(place.folder);
      await writer.storedSoMany(
        Math.floor(random() * MAX_STORED),
        MAX_STORING_MS,
      );
      await new Promise(resolve => setTimeout(resolve, random() * MAX_MORE_MS));
      await writer.kill();
      report.faults++;
      report.stored += writer.stored.length;
      report.midway += writer.underWay > 0 ? 1 : 0;
      const found = [
        ...left.map(file => `Left behind by a dead process: ${file}`),
        ...writer.failures.map(message => `A document failed: ${message}`),
        ...(await finder.find(writer.stored)),
      ];
      report.inconsistencies.push(
        ...found.map(fault => `after kill ${report.faults}: ${fault}`),
      );
      options.onKill?.(report);
    }
  } finally {
    await next.kill();
    await knex.destroy();
  }
  return report;
}

/** Spooled documents of processes that are no more; a start should have removed them. */
async function findDeadFiles(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'backstage-plugin-ospo')).catch(
    () => [],
  );
  return files.filter(file => {
    const owner = spoolFileOwner(file);
    if (!owner) {
      return true;
    }
    try {
      process.kill(owner.pid, 0);
      return false;
    } catch {
      return true;
    }
  });
}
