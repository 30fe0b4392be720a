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

import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isPortFree, readPort } from './ports.mjs';
import { startPortal } from './portal.mjs';
import { seedDemo, seedEnv } from './seedDemo.mjs';

const TICK_MS = 10_000;

/** Serves the demo portal until it is told to stop. */
export async function start({ env, root }) {
  const began = Date.now();
  const port = readPort('PORT', 3000);
  const backendPort = readPort('BACKEND_PORT', 7007);
  await requireFree(port, 'PORT');
  await requireFree(backendPort, 'BACKEND_PORT');

  const seconds = () => Math.round((Date.now() - began) / 1000);
  const say = line =>
    process.stdout.write(`[${String(seconds()).padStart(3)} s] ${line}\n`);
  let last = 'Starting front end and back end';
  say(`${last} …`);
  const ticker = setInterval(
    () => say(`… still working (${last.toLowerCase()})`),
    TICK_MS,
  );
  const dataDir = process.env.OSPO_DATA_DIR
    ? path.resolve(process.env.OSPO_DATA_DIR)
    : path.join(root, '.data');
  try {
    const portal = await startPortal({
      env: { ...env, ...seedEnv({ dataDir }) },
      root,
      dataDir,
      port,
      backendPort,
      onProgress: line => {
        last = line;
        say(line);
      },
    });
    const problem = await seedDemo({
      root,
      dataDir,
      portal,
      onProgress: say,
    }).catch(error => error);
    clearInterval(ticker);
    if (problem) {
      say(
        `The demo's older SBOMs were not all sent; the portal works without them. ${problem.message}`,
      );
    }
    say(
      `Ready: ${portal.appUrl}   (stop with Ctrl-C; log: ${path.relative(
        root,
        portal.logFile,
      )})`,
    );
    await portal.ended;
    return 1;
  } finally {
    clearInterval(ticker);
    await delay(0);
  }
}

async function requireFree(port, variable) {
  if (!(await isPortFree(port))) {
    throw new Error(
      `Port ${port} is taken. Stop what uses it, or choose another: ${variable}=${
        port + 1
      } npm start`,
    );
  }
}
