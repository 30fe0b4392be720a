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

// Builds the programs of the fault tests, starts a PostgreSQL 18 that may be killed, and runs them.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startProcess } from './processes.mjs';
import { startTestPostgres } from './testPostgres.mjs';

const USAGE = `npm run test:faults -- [--kills N] [--postgres-kills N] [--replica-rounds N] [--lanes N] [--seed N]

  --kills N           kills of the ingest on each database, 1000 when not given
  --postgres-kills N  kills of PostgreSQL, 50 when not given
  --replica-rounds N  rounds of four replicas on the same documents, 20 when not given
  --lanes N           series of kills side by side on each database, 2 when not given
  --seed N            repeats a run, as far as the machine's timing allows
`;

/** @returns exit code: 0, or 1 when the store was unsound once. */
export async function faults({ args, env, root }) {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = readArguments(args);
  const cache = path.join(root, 'node_modules/.cache/ospo-faults');
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(path.join(cache, 'run-'));
  const postgres = await startTestPostgres({ durable: true });
  try {
    await buildPrograms({ root, outdir: scratch });
    const child = startProcess(
      'node',
      [
        path.join(scratch, 'main.cjs.js'),
        JSON.stringify({
          ...asked,
          scratch,
          connectionString: postgres.connectionString,
          program: {
            file: path.join(scratch, 'writerProgram.cjs.js'),
            execArgv: [],
          },
        }),
      ],
      { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
    );
    child.on('message', () => {
      crash(postgres).then(
        () => child.send('crashed'),
        error => child.send(String(error)),
      );
    });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', code => resolve(code ?? 1));
    });
  } finally {
    await postgres.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readArguments(args) {
  const asked = {
    kills: 1_000,
    postgresKills: 50,
    replicaRounds: 20,
    lanes: 2,
    seed: Date.now() % 1_000_000,
  };
  const names = {
    '--kills': 'kills',
    '--postgres-kills': 'postgresKills',
    '--replica-rounds': 'replicaRounds',
    '--lanes': 'lanes',
    '--seed': 'seed',
  };
  for (let index = 0; index < args.length; index++) {
    const [name, inline] = args[index].split('=', 2);
    const value = Number(inline ?? args[++index]);
    if (!names[name] || !Number.isInteger(value) || value < 0) {
      throw new Error(`'${name}' cannot be used like that\n\n${USAGE}`);
    }
    asked[names[name]] = value;
  }
  if (asked.lanes === 0) {
    throw new Error(`There must be a lane at least\n\n${USAGE}`);
  }
  return asked;
}

/** SIGKILL to the server and all its processes at once, then a start from what is on the disk. */
async function crash(postgres) {
  const pid = postgres.pid();
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=']);
  const children = stdout
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child);
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  await postgres.restart();
}

/** Our own code in one file each, so that a process is up quickly; everything else from node_modules. */
async function buildPrograms({ root, outdir }) {
  const { build } = await import('esbuild');
  const folder = path.join(root, 'plugins/ospo-backend/faults');
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: path.join(folder, 'main.ts'),
      writerProgram: path.join(folder, 'writerProgram.ts'),
    },
    outdir,
    outExtension: { '.js': '.cjs.js' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'warning',
    // Everything but our own code is found in node_modules.
    plugins: [
      {
        name: 'others-stay-outside',
        setup(build_) {
          build_.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
            kind === 'entry-point' || name.startsWith('@ospo-suite/')
              ? undefined
              : { path: name, external: true },
          );
        },
      },
    ],
  });
}
