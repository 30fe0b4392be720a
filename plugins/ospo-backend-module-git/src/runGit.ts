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

import { ChildProcess, execFile, spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { gitFailure } from './gitFailure';

const MAX_STDERR = 16 * 1024;
const MAX_STDOUT = 64 * 1024 * 1024;
const LOOK_EVERY_MS = 250;
/** What reaches git of the backend's environment: how to find programs, proxies and authorities. */
const HANDED_ON = [
  'PATH',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

export interface GitRun {
  command: string;
  /** The folder of this reading: git's home, its configuration, and the repository in it. */
  home: string;
  /** Named in messages. */
  host: string;
  /** The one protocol that may be spoken; none for what works on what is there already. */
  protocol: 'http' | 'https' | 'file' | 'none';
  timeoutMs: number;
  maxBytes: number;
  signal: AbortSignal;
}

/** Whether the program runs at all. */
export async function hasGit(command: string): Promise<boolean> {
  return await new Promise(resolve => {
    execFile(command, ['--version'], { timeout: 10_000 }, (error, stdout) =>
      resolve(!error && stdout.startsWith('git version')),
    );
  });
}

/**
 * Runs git in a process group of its own, with nothing of the backend's or the machine's configuration, and ends it
 * when it takes too long or too much.
 */
export async function runGit(
  run: GitRun,
  args: readonly string[],
): Promise<string> {
  const { home, host, maxBytes, signal, timeoutMs } = run;
  signal.throwIfAborted();
  const child = spawn(run.command, ['-C', home, ...args], {
    env: environmentOf(run),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group can be ended with its children, which do the transfer.
    detached: true,
  });
  let reason: Error | undefined;
  const endWith = (error: Error) => {
    reason ??= error;
    endGroup(child);
  };
  const timer = setTimeout(
    () =>
      endWith(
        new ServiceUnavailableError(
          `git took more than ${timeoutMs} ms to read from '${host}'. It is tried again later; 'ospo.innerSource.git.timeout' says how long it may take.`,
        ),
      ),
    timeoutMs,
  );
  const look = setInterval(() => {
    sizeOf(home).then(
      size => {
        if (size > maxBytes) {
          endWith(tooLarge(host, maxBytes));
        }
      },
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  const stop = () => endWith(new Error('It was stopped'));
  signal.addEventListener('abort', stop);
  try {
    const { code, stderr, stdout } = await outputOf(child, () =>
      endWith(tooLarge(host, MAX_STDOUT)),
    );
    signal.throwIfAborted();
    if (reason) {
      throw reason;
    }
    if (code !== 0) {
      throw gitFailure(stderr, host);
    }
    if ((await sizeOf(home)) > maxBytes) {
      throw tooLarge(host, maxBytes);
    }
    return stdout;
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(timer);
    clearInterval(look);
  }
}

function tooLarge(host: string, maxBytes: number): Error {
  return new InputError(
    `A repository of '${host}' is larger than the ${maxBytes} bytes that are read. Raise 'ospo.innerSource.git.maxMegabytes', or read it through its forge.`,
  );
}

function environmentOf(run: GitRun): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(
      HANDED_ON.flatMap(name => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    HOME: run.home,
    // Messages are understood by their words.
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: path.join(run.home, 'gitconfig'),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: run.protocol,
    GIT_OPTIONAL_LOCKS: '0',
  };
}

async function outputOf(
  child: ChildProcess,
  onTooMuch: () => void,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const stdout: Buffer[] = [];
  let size = 0;
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_STDOUT) {
      onTooMuch();
    } else {
      stdout.push(chunk);
    }
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-MAX_STDERR);
  });
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      resolve({ code, stderr, stdout: Buffer.concat(stdout).toString('utf8') }),
    );
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      size += await stat(file).then(
        found => found.size,
        () => 0,
      );
    }
  }
  return size;
}
