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

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

const HEAP_MEBIBYTES = 1024;
// eslint-disable-next-line no-restricted-syntax -- this package knows no Backstage, and looks for its file from here
const HERE = __dirname;

/**
 * Starts the reader's thread. In the built package that is `dist/worker.cjs.js`; from the sources, in tests and with
 * `backstage-cli package start`, the thread gets the same TypeScript transform that the host runs under.
 */
export function startWorker(): Worker {
  const fromSource = __filename.endsWith('.ts');
  const entry = fromSource
    ? join(dirname(HERE), 'worker.ts')
    : findBuiltWorker();
  return new Worker(entry, {
    name: 'sbom-reader',
    // The thread reads hostile documents: it needs no secrets of the environment.
    env: {},
    execArgv: fromSource ? ['--require', findTransform()] : [],
    resourceLimits: {
      maxOldGenerationSizeMb: HEAP_MEBIBYTES,
      maxYoungGenerationSizeMb: 16,
      stackSizeMb: 4,
    },
  });
}

function findBuiltWorker(): string {
  let folder = HERE;
  for (let up = 0; up < 4; up++) {
    const candidate = join(folder, 'worker.cjs.js');
    if (existsSync(candidate)) {
      return candidate;
    }
    folder = dirname(folder);
  }
  throw new Error(`No worker.cjs.js was found above '${HERE}'`);
}

function findTransform(): string {
  return createRequire(__filename).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  );
}
