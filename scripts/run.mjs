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

// The one door of the two commands a newcomer has: `npm start` and `npm test`. Needs nothing but Node and npm: it
// brings its own Node and yarn when the machine has none that fit, installs, and hands over to the task.
//
// Called through yarn, `start` and `test` are the everyday Backstage commands that every Backstage developer knows.

import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';
import { runToEnd } from './processes.mjs';

const NODE_TRANSFORM = [
  '--require',
  '@backstage/cli/config/nodeTransform.cjs',
  '--no-warnings',
];

const TASKS = {
  start: async context => (await import('./start.mjs')).start(context),
  test: async context => (await import('./test.mjs')).test(context),
  sbom: context =>
    runToEnd(
      'node',
      [...NODE_TRANSFORM, 'packages/sbom-reader/src/cli.ts', ...context.args],
      context,
    ),
  'activity-score': context =>
    runToEnd(
      'node',
      [
        ...NODE_TRANSFORM,
        'packages/innersource-reader/src/cli.ts',
        ...context.args,
      ],
      context,
    ),
  bench: async context => (await import('./bench.mjs')).bench(context),
  'api-reports': async context =>
    (await import('./apiReports.mjs')).apiReports(context),
  faults: async context => (await import('./faults.mjs')).faults(context),
  fuzz: context =>
    runToEnd(
      'node',
      [...NODE_TRANSFORM, 'packages/sbom-reader/fuzz/fuzz.ts', ...context.args],
      context,
    ),
};

const YARN_TASKS = {
  start: ['repo', 'start'],
  test: ['repo', 'test'],
};

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const task = TASKS[name];
  if (!task) {
    throw new Error(
      `There is no task '${name}'. Choose one of: ${Object.keys(TASKS).join(
        ', ',
      )}`,
    );
  }
  // What a command prints belongs to its caller; `npm run sbom -- --json` must stay readable by a program.
  const quiet = name === 'sbom' || name === 'activity-score';
  const env = await ensureToolchain({ quiet });
  await ensureInstalled({ env, quiet });
  const calledByYarn = process.env.npm_config_user_agent?.startsWith('yarn/');
  if (calledByYarn && YARN_TASKS[name]) {
    return runToEnd('backstage-cli', [...YARN_TASKS[name], ...args], { env });
  }
  return task({ args, env, root });
}

main().then(
  code => {
    process.exitCode = code ?? 0;
  },
  error => {
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  },
);
