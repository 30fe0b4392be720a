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

// Child processes that never outlive us: each runs in a process group of its own, which is ended as a whole.

import { spawn } from 'node:child_process';
import { root } from './toolchain.mjs';

const GRACE_MS = 8_000;
const running = new Set();
let stopping = false;

/** Starts a command in a group of its own. `options.stdio` as for `spawn`. */
export function startProcess(command, args, options) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: options.env,
    stdio: options.stdio ?? 'inherit',
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends a child and all that it started. */
export async function stopProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    // The group may live on without its leader.
    signalGroup(child, 'SIGTERM');
    return;
  }
  const ended = new Promise(resolve => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(timer);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of that group is left.
  }
}

/** Runs a command to its end and gives its exit code. */
export async function runToEnd(command, args, options) {
  const child = startProcess(command, args, options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) {
      return;
    }
    stopping = true;
    await Promise.all([...running].map(stopProcess));
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}
process.on('exit', () => {
  for (const child of running) {
    signalGroup(child, 'SIGKILL');
  }
});
