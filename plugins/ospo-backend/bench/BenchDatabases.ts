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
import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { DatabaseKind, StorePlace } from './BenchStore';

/** Makes and removes the databases that the measurements need. */
export class BenchDatabases {
  readonly #connection: {
    host: string;
    port: number;
    user: string;
    password: string;
  };
  readonly #scratch: string;
  readonly #keep: string | undefined;

  private constructor(options: {
    postgres: URL;
    scratch: string;
    keep?: string;
  }) {
    const { postgres } = options;
    this.#connection = {
      host: postgres.hostname,
      port: Number(postgres.port),
      user: decodeURIComponent(postgres.username),
      password: decodeURIComponent(postgres.password),
    };
    this.#scratch = options.scratch;
    this.#keep = options.keep;
  }

  static create(options: {
    connectionString: string;
    scratch: string;
    keep?: string;
  }): BenchDatabases {
    return new BenchDatabases({
      ...options,
      postgres: new URL(options.connectionString),
    });
  }

  /** Where a filled store of this size outlives the run; undefined when none is to. */
  kept(kind: DatabaseKind, size: number): StorePlace | undefined {
    if (!this.#keep) {
      return undefined;
    }
    return kind === 'SQLite'
      ? sqliteIn(path.join(this.#keep, `sqlite-${size}`))
      : this.postgres(`kept_${size}`);
  }

  /** Where a plugin finds its tables; all plugins of one backend under the same name. */
  postgres(name: string, plugin = 'ospo'): StorePlace {
    const prefix = `bench_${name}_`;
    return {
      kind: 'PostgreSQL',
      database: { client: 'pg', prefix, connection: this.#connection },
      name: `${prefix}${plugin}`,
    };
  }

  sqlite(name: string): StorePlace {
    return sqliteIn(path.join(this.#scratch, `sqlite-${name}`));
  }

  /** A connection past everything of ours, for floors and peers. */
  async connect(place: StorePlace): Promise<Client> {
    const client = new Client({ ...this.#connection, database: place.name });
    await client.connect();
    return client;
  }

  /** Whether `copy` was once through with this one. */
  async exists(place: StorePlace): Promise<boolean> {
    if (place.kind === 'SQLite') {
      return existsSync(place.name);
    }
    let found = false;
    await this.#asAdmin(async admin => {
      const { rowCount } = await admin.query(
        'select 1 from pg_database where datname = $1',
        [place.name],
      );
      found = rowCount === 1;
    });
    return found;
  }

  /** A fresh copy of a database that nobody has open. */
  async copy(
    from: StorePlace,
    to: StorePlace,
    options: { isLarge?: boolean } = {},
  ): Promise<void> {
    if (from.kind === 'SQLite') {
      await mkdir(path.dirname(to.name), { recursive: true });
      await rm(`${to.name}-wal`, { force: true });
      await rm(`${to.name}-journal`, { force: true });
      await copyFile(from.name, to.name);
      return;
    }
    await this.remove(to);
    await this.#asAdmin(admin =>
      admin.query(
        `create database "${to.name}" template "${from.name}"
         strategy ${options.isLarge ? 'file_copy' : 'wal_log'}`,
      ),
    );
  }

  async remove(place: StorePlace): Promise<void> {
    if (place.kind === 'SQLite') {
      await rm(path.dirname(place.name), { recursive: true, force: true });
      return;
    }
    await this.#asAdmin(admin =>
      admin.query(`drop database if exists "${place.name}" with (force)`),
    );
  }

  async #asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
    const admin = new Client({ ...this.#connection, database: 'postgres' });
    await admin.connect();
    try {
      await work(admin);
    } finally {
      await admin.end();
    }
  }
}

function sqliteIn(directory: string): StorePlace {
  return {
    kind: 'SQLite',
    database: { client: 'better-sqlite3', connection: { directory } },
    name: path.join(directory, 'ospo.sqlite'),
  };
}
