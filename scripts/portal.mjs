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

// Starts the demo portal, front end and back end, and tells when it answers.

import { randomBytes } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startProcess, stopProcess } from './processes.mjs';

const READY_TIMEOUT_MS = 5 * 60_000;
const POLL_MS = 250;
/**
 * The last line of a Node process that an error ended, and what Backstage says when a plugin does not start. Neither
 * ends the front end.
 */
const BACK_END_FAILED = /^Node\.js v\d+\.\d+\.\d+\s*$|Backend startup failed/m;

/**
 * @param options.dataDir where databases, the CI token and the log lie
 * @param options.config configuration files, the later over the earlier; those that lie at the root when not given
 * @returns once both ends answer; `stop()` ends every process
 */
export async function startPortal({
  env,
  root,
  dataDir,
  port,
  backendPort,
  config = [],
  onProgress,
}) {
  mkdirSync(dataDir, { recursive: true });
  const token = readOrCreateToken(path.join(dataDir, 'ci-token'));
  const appUrl = `http://localhost:${port}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const logFile = path.join(dataDir, 'portal.log');
  const log = createWriteStream(logFile, { flags: 'w' });
  const child = startProcess(
    'backstage-cli',
    [
      ...['repo', 'start', 'app', 'backend'],
      ...config.flatMap(file => ['--config', file]),
    ],
    {
      env: {
        ...env,
        BROWSER: 'none',
        NODE_ENV: 'development',
        OSPO_DEMO_CI_TOKEN: token,
        APP_CONFIG_app_baseUrl: JSON.stringify(appUrl),
        APP_CONFIG_app_listen_host: JSON.stringify('127.0.0.1'),
        APP_CONFIG_app_listen_port: String(port),
        APP_CONFIG_backend_baseUrl: JSON.stringify(backendUrl),
        APP_CONFIG_backend_listen_port: String(backendPort),
        APP_CONFIG_backend_cors_origin: JSON.stringify(appUrl),
        APP_CONFIG_backend_database_connection_directory: JSON.stringify(
          path.join(dataDir, 'sqlite'),
        ),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const tail = [];
  let onCrash = () => {};
  const crashed = new Promise((_, reject) => {
    onCrash = () => reject(new Error('The back end did not start.'));
  });
  // Nobody waits for it any more once the portal is ready.
  crashed.catch(() => {});
  const keep = chunk => {
    log.write(chunk);
    tail.push(chunk.toString());
    if (tail.length > 60) {
      tail.shift();
    }
    if (BACK_END_FAILED.test(tail.slice(-2).join(''))) {
      onCrash();
    }
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise(resolve => child.once('exit', resolve));
  const stop = async () => {
    await stopProcess(child);
    log.end();
  };

  try {
    const failed = ended.then(() => {
      throw new Error('The portal stopped before it was ready.');
    });
    const waits = [
      waitFor(`${backendUrl}/.backstage/health/v1/readiness`, () =>
        onProgress('Back end answers'),
      ),
      waitFor(appUrl, () => onProgress('Front end is built')),
    ];
    await Promise.race([Promise.all(waits), failed, crashed]);
  } catch (error) {
    await stop();
    throw new Error(
      `${error.message}\n${tail.join('')}\nThe whole log: ${logFile}`,
    );
  }
  return { appUrl, backendUrl, token, logFile, ended, stop };
}

async function waitFor(url, onReady) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(60_000),
      });
      await response.arrayBuffer();
      if (response.ok) {
        onReady();
        return;
      }
    } catch {
      // Nothing listens there yet.
    }
    await delay(POLL_MS);
  }
  throw new Error(
    `${url} did not answer within ${READY_TIMEOUT_MS / 60_000} minutes`,
  );
}

function readOrCreateToken(file) {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
