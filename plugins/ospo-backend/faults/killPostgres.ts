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

import { FaultFinder } from './FaultFinder';
import { addComponents, FaultStorePlace, openFaultStore } from './FaultStore';
import { FaultReport } from './killWriters';
import { seededRandom } from './seededRandom';
import { Writer, WriterProgram } from './Writer';

const MAX_RUN_MS = 400;
/** A plugin has to be at work again this long after its database is. */
const MAX_RECOVERY_MS = 10_000;

/**
 * Kills PostgreSQL with all its processes while one process ingests, starts it again, and looks at the store. The
 * ingesting process is never restarted: it has to find its database again by itself.
 */
export async function killPostgres(options: {
  place: FaultStorePlace & { kind: 'PostgreSQL' };
  program: WriterProgram;
  /** Kills the server with all its processes, and starts it again. */
  crash: () => Promise<void>;
  kills: number;
  seed: number;
  onKill?: (soFar: FaultReport) => void;
}): Promise<FaultReport> {
  const { place, kills } = options;
  const random = seededRandom(options.seed);
  const first = await openFaultStore(place);
  await addComponents(first);
  await first.destroy();
  const report: FaultReport = {
    what: 'SIGKILL of PostgreSQL and all its processes',
    faults: 0,
    stored: 0,
    midway: 0,
    inconsistencies: [],
  };
  const writer = Writer.start(options.program);
  try {
    await writer.begin({ place, seed: options.seed, atOnce: 4 });
    let checked = 0;
    while (report.faults < kills) {
      await pause(random() * MAX_RUN_MS);
      report.midway += writer.underWay > 0 ? 1 : 0;
      await options.crash();
      report.faults++;
      const before = writer.stored.length;
      const since = Date.now();
      while (writer.stored.length === before) {
        if (Date.now() - since > MAX_RECOVERY_MS) {
          report.inconsistencies.push(
            `after kill ${
              report.faults
            }: the ingest did not find its database again within ${MAX_RECOVERY_MS} ms: ${writer.failures.at(
              -1,
            )}`,
          );
          break;
        }
        await pause(20);
      }
      const stored = writer.stored;
      const news = stored.slice(checked);
      const knex = await openFaultStore(place);
      // While it writes on, so what is looked at is one moment of it.
      const found = await knex.transaction(
        tx => FaultFinder.create({ knex: tx }).find(news),
        { isolationLevel: 'repeatable read' },
      );
      await knex.destroy();
      checked = stored.length;
      report.inconsistencies.push(
        ...found.map(fault => `after kill ${report.faults}: ${fault}`),
      );
      options.onKill?.(report);
    }
    report.stored = writer.stored.length;
  } finally {
    await writer.kill();
  }
  return report;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
