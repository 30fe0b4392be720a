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

// Tries what may happen to a backend and its database, and says whether the store was ever less than sound.

import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import knexFactory from 'knex';
import { FaultStorePlace } from './FaultStore';
import { killPostgres } from './killPostgres';
import { FaultReport, killWriters } from './killWriters';
import { runReplicas } from './runReplicas';
import { WriterProgram } from './Writer';

/** Apart by more than the seeds of one lane reach. */
const LANE_SEEDS = 100_000_007;

type OnKill = (soFar: FaultReport) => void;

interface Asked {
  kills: number;
  postgresKills: number;
  replicaRounds: number;
  /** Series of kills that run side by side on each database, every one on a store of its own. */
  lanes: number;
  seed: number;
  scratch: string;
  connectionString: string;
  program: WriterProgram;
}

async function main(asked: Asked): Promise<void> {
  const { seed, program } = asked;
  process.stdout.write(`Seed ${seed}\n`);
  const reports: FaultReport[] = [];
  const run = async (
    name: string,
    wanted: number,
    work: (onKill: OnKill) => Promise<FaultReport>,
  ) => {
    if (wanted === 0) {
      return;
    }
    const since = Date.now();
    const report = await work(({ faults: done, inconsistencies }) => {
      if (done % 50 === 0) {
        process.stdout.write(
          `  ${name}: ${done} of ${wanted}, ${inconsistencies.length} inconsistencies\n`,
        );
      }
    });
    reports.push(report);
    process.stdout.write(`${describe(report)}, ${seconds(since)} s\n`);
    for (const inconsistency of report.inconsistencies.slice(0, 20)) {
      process.stdout.write(`    ${inconsistency}\n`);
    }
  };

  await Promise.all([
    run('SQLite', asked.kills, onKill =>
      inLanes(asked, onKill, async lane =>
        killWriters({
          place: { kind: 'SQLite', folder: await newFolder(asked) },
          ...{ program, ...lane },
        }),
      ),
    ),
    run('PostgreSQL', asked.kills, onKill =>
      inLanes(asked, onKill, async lane =>
        killWriters({
          place: await newDatabase(asked, `kills_${lane.seed}`),
          ...{ program, ...lane },
        }),
      ),
    ),
  ]);
  await run('replicas', asked.replicaRounds, async onKill =>
    runReplicas({
      place: await newDatabase(asked, 'replicas'),
      ...{ program, seed, rounds: asked.replicaRounds, onKill },
    }),
  );
  await run('PostgreSQL itself', asked.postgresKills, async onKill =>
    killPostgres({
      place: await newDatabase(asked, 'crashes'),
      ...{ program, seed, kills: asked.postgresKills, crash, onKill },
    }),
  );

  const bad = reports.reduce((sum, one) => sum + one.inconsistencies.length, 0);
  const faults = reports.reduce((sum, one) => sum + one.faults, 0);
  process.stdout.write(`\n${faults} faults, ${bad} inconsistencies\n`);
  process.exitCode = bad === 0 && faults > 0 ? 0 : 1;
  process.disconnect?.();
}

/** Shares the kills out among lanes, each with a seed of its own, and adds up what they found. */
async function inLanes(
  asked: Asked,
  onKill: OnKill,
  work: (lane: {
    kills: number;
    seed: number;
    onKill: OnKill;
  }) => Promise<FaultReport>,
): Promise<FaultReport> {
  const { kills, seed } = asked;
  const lanes = Math.min(asked.lanes, kills);
  const soFar: FaultReport[] = [];
  const reports = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      work({
        kills: Math.floor(kills / lanes) + (lane < kills % lanes ? 1 : 0),
        seed: seed + lane * LANE_SEEDS,
        onKill: report => {
          soFar[lane] = { ...report };
          onKill(addUp(soFar.filter(one => one !== undefined)));
        },
      }),
    ),
  );
  return addUp(reports);
}

function addUp(reports: FaultReport[]): FaultReport {
  return reports.reduce((sum, one) => ({
    what: one.what,
    faults: sum.faults + one.faults,
    stored: sum.stored + one.stored,
    midway: sum.midway + one.midway,
    inconsistencies: [...sum.inconsistencies, ...one.inconsistencies],
  }));
}

function describe(report: FaultReport): string {
  return `${report.what}: ${report.faults} faults, ${report.midway} of them with documents under way, ${report.stored} documents stored, ${report.inconsistencies.length} inconsistencies`;
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}

function newFolder(asked: Asked): Promise<string> {
  return mkdtemp(join(asked.scratch, 'store-'));
}

async function newDatabase(
  asked: Asked,
  name: string,
): Promise<FaultStorePlace & { kind: 'PostgreSQL' }> {
  const admin = knexFactory({
    client: 'pg',
    connection: asked.connectionString,
  });
  await admin.raw('create database ??', [`faults_${name}`]);
  await admin.destroy();
  const url = new URL(asked.connectionString);
  url.pathname = `/faults_${name}`;
  return {
    kind: 'PostgreSQL',
    connectionString: url.href,
    folder: await newFolder(asked),
  };
}

/** Our parent has PostgreSQL; it kills it and starts it again when asked. */
async function crash(): Promise<void> {
  const answer = new Promise<void>((resolve, reject) => {
    process.once('message', message =>
      message === 'crashed' ? resolve() : reject(new Error(String(message))),
    );
  });
  process.send?.('crash');
  await answer;
}

main(JSON.parse(process.argv[2] ?? '{}')).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
