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

const REPLICAS = 4;
const RUN_MS = 1_500;

/**
 * Four replicas bring the same documents for the same components at the same time, and one of them is killed in the
 * middle; each round ends with a look at the store.
 */
export async function runReplicas(options: {
  place: FaultStorePlace & { kind: 'PostgreSQL' };
  program: WriterProgram;
  rounds: number;
  seed: number;
  onKill?: (soFar: FaultReport) => void;
}): Promise<FaultReport> {
  const { place, program } = options;
  const random = seededRandom(options.seed);
  const knex = await openFaultStore(place);
  await addComponents(knex);
  const finder = FaultFinder.create({ knex });
  const report: FaultReport = {
    what: `${REPLICAS} replicas on the same documents, one killed each round, ${place.kind}`,
    faults: 0,
    stored: 0,
    midway: 0,
    inconsistencies: [],
  };
  try {
    while (report.faults < options.rounds) {
      const writers = Array.from({ length: REPLICAS }, () =>
        Writer.start(program),
      );
      const seed = options.seed + report.faults;
      await Promise.all(
        // The same seed: the same documents in the same order.
        writers.map(writer => writer.begin({ place, seed, atOnce: 4 })),
      );
      await pause(RUN_MS * random());
      report.midway += writers[0].underWay > 0 ? 1 : 0;
      await writers[0].kill();
      await pause(RUN_MS * random());
      await Promise.all(writers.map(writer => writer.kill()));
      report.faults++;
      const stored = writers.flatMap(writer => writer.stored);
      report.stored += stored.length;
      report.inconsistencies.push(
        ...writers
          .flatMap(writer => writer.failures)
          .map(message => `in round ${report.faults}: ${message}`),
        ...(await finder.find(stored)).map(
          fault => `after round ${report.faults}: ${fault}`,
        ),
      );
      options.onKill?.(report);
    }
  } finally {
    await knex.destroy();
  }
  return report;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
