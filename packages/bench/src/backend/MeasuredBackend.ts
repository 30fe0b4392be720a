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

import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { HttpLoad } from '../HttpLoad';
import { BackendMessage, BackendOrder } from './messages';

/** Token of the service that sends SBOMs; the backend listens on the loopback alone, for the time of a measurement. */
export const INGEST_TOKEN = 'bench-0123456789abcdef0123456789abcdef';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;

export interface MeasuredBackendOptions {
  /** The built program of `serve.ts`. */
  program: string;
  scratch: string;
  database: Record<string, unknown>;
  /** Components of the landscape that the catalog's stand-in knows. */
  components: number;
  withPlugin: boolean;
  /** Competencies and their providers are in the catalog too. */
  withOffice?: boolean;
  /** The real catalog instead of its stand-in; it takes these entities in, and keeps none that it took in before. */
  catalog?: readonly Entity[];
  /** Serves the built front end too. */
  withApp?: boolean;
  /** Configuration below `ospo`. */
  ospo?: Record<string, unknown>;
}

/** A Backstage backend in a process of its own. */
export class MeasuredBackend {
  readonly port: number;
  /** Milliseconds from the start of the process until the backend was ready. */
  readonly startMs: number;
  readonly #child: ChildProcess;

  private constructor(options: {
    port: number;
    startMs: number;
    child: ChildProcess;
  }) {
    this.port = options.port;
    this.startMs = options.startMs;
    this.#child = options.child;
  }

  static async start(
    options: MeasuredBackendOptions,
  ): Promise<MeasuredBackend> {
    const port = await freePort();
    const config = path.join(options.scratch, `app-config-${port}.json`);
    await writeFile(config, JSON.stringify(configOf(options, port)));
    const entities = path.join(options.scratch, `entities-${port}.json`);
    if (options.catalog) {
      await writeFile(entities, JSON.stringify(options.catalog));
    }
    const child = fork(options.program, ['--config', config], {
      cwd: options.scratch,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BENCH_COMPONENTS: String(options.components),
        BENCH_OFFICE: options.withOffice ? '1' : '',
        BENCH_APP: options.withApp ? '1' : '',
        BENCH_CATALOG: options.catalog ? entities : '',
        BENCH_WITHOUT_PLUGIN: options.withPlugin ? '' : '1',
      },
    });
    let complaints = '';
    child.stderr?.on('data', data => {
      complaints = `${complaints}${data}`.slice(-4_000);
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    try {
      const ready = await Promise.race([
        nextMessage(child, 'ready'),
        once(child, 'exit').then(() => {
          throw new Error(`The measured backend did not start:\n${complaints}`);
        }),
      ]);
      return new MeasuredBackend({ port, startMs: ready.ms, child });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Headers of a signed-in user. */
  async signIn(load: HttpLoad): Promise<Record<string, string>> {
    const answer = await load.ask({
      path: '/api/auth/bench/refresh',
      headers: {},
    });
    if (answer.status !== 200) {
      throw new Error(
        `Signing in was answered ${answer.status}: ${answer.body.slice(
          0,
          500,
        )}`,
      );
    }
    const { backstageIdentity } = JSON.parse(answer.body);
    return { authorization: `Bearer ${backstageIdentity.token}` };
  }

  async forgetDelays(): Promise<void> {
    const forgotten = nextMessage(this.#child, 'forgotten');
    this.#order('forget-delays');
    await forgotten;
  }

  /** 99th percentile of the event loop's delay in ms since `forgetDelays`. */
  async delayP99(): Promise<number> {
    const delays = nextMessage(this.#child, 'delays');
    this.#order('tell-delays');
    return (await delays).p99;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return;
    }
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
  }

  #order(order: BackendOrder): void {
    this.#child.send(order);
  }
}

function configOf(options: MeasuredBackendOptions, port: number) {
  const never = {
    frequency: { hours: 24 },
    timeout: { hours: 1 },
    initialDelay: { hours: 12 },
  };
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl, title: 'Bench', packages: 'all' },
    organization: { name: 'Bench' },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: options.database,
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: INGEST_TOKEN, subject: 'bench-ci' },
          },
        ],
      },
    },
    auth: { providers: { bench: {}, demo: {} } },
    permission: { enabled: true },
    catalog: {
      processingInterval: { hours: 24 },
      rules: [{ allow: ['Component', 'System', 'Group'] }],
    },
    ospo: {
      access: { ingestServices: ['bench-ci'] },
      // Nothing of its own accord while something else is measured.
      catalog: { schedule: never },
      sboms: { schedule: never },
      ...options.ospo,
    },
  };
}

async function nextMessage<Kind extends BackendMessage['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<BackendMessage, { kind: Kind }>> {
  for (;;) {
    const [message]: BackendMessage[] = await once(child, 'message');
    if (isKind(message, kind)) {
      return message;
    }
  }
}

function isKind<Kind extends BackendMessage['kind']>(
  message: BackendMessage,
  kind: Kind,
): message is Extract<BackendMessage, { kind: Kind }> {
  return message.kind === kind;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No free port was found')),
      );
    });
  });
}
