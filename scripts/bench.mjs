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

// Builds the benchmarks' programs, starts a PostgreSQL 18 for them, and runs them. What they measure and how is in
// `docs/performance.md`.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './processes.mjs';
import { withTestPostgres } from './testPostgres.mjs';

const USAGE = `npm run bench -- [--reduced | --large[=N]] [--only P11,P14] [--on postgres] [--keep DIR] [--sap-portal DIR] [--json FILE] [--markdown FILE]

  --reduced        1,000 components, about 3 minutes; ends with 1 when a ratio that normally holds is broken by more
                   than 25 %
  --large[=N]      what depends on the size, on PostgreSQL: who uses X, dashboards, search and bytes, with 100,000 (or N)
                   components too; takes about 20 minutes
  --only LIST      these figures alone, 'P11' or 'P11:rare'
  --on DATABASE    'postgres' or 'sqlite' alone
  --keep DIR       keeps the filled databases in DIR, and takes them from there the next time; remove DIR when what a
                   store holds has changed
  --sap-portal DIR a copy of github.com/SAP/project-portal-for-innersource, which P19 compares typing with; P19 needs a
                   Chromium too (CHROMIUM_PATH), and is measured only with this or --only P19
  --json FILE      writes the figures, for programs
  --markdown FILE  writes the table, for documents
`;

/** @returns exit code: 0, or 1 when a reduced run found a broken ratio or something failed. */
export async function bench({ args, env, root }) {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = readArguments(args);
  // Inside the repository, so that Node finds the packages that the programs need.
  const cache = path.join(root, 'node_modules/.cache/ospo-bench');
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(path.join(cache, 'run-'));
  try {
    await buildPrograms({ root, outdir: scratch });
    return await withTestPostgres(
      ({ connectionString }) =>
        runToEnd(
          'node',
          [
            path.join(scratch, 'main.cjs.js'),
            JSON.stringify({ ...asked, root, scratch, connectionString }),
          ],
          { env },
        ),
      { durable: true, flags: postgresFlags(asked), keepIn: asked.keep },
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readArguments(args) {
  const asked = { reduced: false, only: [] };
  for (let index = 0; index < args.length; index++) {
    const [name, inline] = args[index].split('=', 2);
    const value = () => {
      const given = inline ?? args[++index];
      if (!given) {
        throw new Error(`${name} needs a value\n\n${USAGE}`);
      }
      return given;
    };
    switch (name) {
      case '--reduced':
        asked.reduced = true;
        break;
      case '--large':
        asked.large = Number(inline ?? 100_000);
        break;
      case '--only':
        asked.only = value().split(',');
        break;
      case '--on':
        asked.on = value();
        break;
      case '--keep':
      case '--json':
      case '--markdown':
        asked[name.slice(2)] = path.resolve(value());
        break;
      case '--sap-portal':
        asked.sapPortal = path.resolve(value());
        break;
      default:
        throw new Error(`There is no argument '${name}'\n\n${USAGE}`);
    }
  }
  if (asked.reduced && asked.large) {
    throw new Error('Choose --reduced or --large, not both');
  }
  if (asked.large !== undefined && !(asked.large > 10_000)) {
    throw new Error('--large takes a number of components above 10000');
  }
  if (asked.on && !['postgres', 'sqlite'].includes(asked.on)) {
    throw new Error(`--on takes 'postgres' or 'sqlite', not '${asked.on}'`);
  }
  const unknown = asked.only.filter(id => !/^[IPR]\d+(:[a-z]+)?$/i.test(id));
  if (unknown.length > 0) {
    throw new Error(
      `'${unknown[0]}' is no figure; write them like P11 or P11:rare`,
    );
  }
  return asked;
}

/** Our own code in one file each, as a built package has it; everything else from node_modules. */
async function buildPrograms({ root, outdir }) {
  const { build } = await import('esbuild');
  const backend = path.join(root, 'plugins/ospo-backend/bench');
  const reader = path.join(root, 'packages/sbom-reader/src');
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: path.join(backend, 'main.ts'),
      serve: path.join(backend, 'serve.ts'),
      readOnce: path.join(root, 'packages/bench/src/reader/readOnce.ts'),
      // The reader looks for its thread's program beside its own.
      worker: path.join(reader, 'worker.ts'),
    },
    outdir,
    outExtension: { '.js': '.cjs.js' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    // esbuild's own file is found next to where it lies.
    plugins: [othersStayOutside],
    logLevel: 'warning',
  });
}

const othersStayOutside = {
  name: 'others-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' ||
      name.startsWith('@ospo-suite/') ||
      /^bench(\/|$)/.test(name)
        ? undefined
        : { path: name, external: true },
    );
  },
};

/** What somebody sets who runs PostgreSQL for more than a try; the same for ours, floors and peers. */
function postgresFlags({ reduced }) {
  return [
    ...['-c', `shared_buffers=${reduced ? '256MB' : '1GB'}`],
    ...['-c', 'work_mem=64MB'],
    ...['-c', 'maintenance_work_mem=256MB'],
    ...['-c', 'max_wal_size=4GB'],
    ...['-c', 'jit=off'],
  ];
}
