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

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { readSbomFile, defaultSbomLimits } from '@ospo-suite/sbom-reader';
import { Landscape, writeSeededSbom } from 'bench';
import { Knex } from 'knex';
import { openDatabase } from '../src/database/openDatabase';
import { DefaultSbomInbox } from '../src/usage/ingest/DefaultSbomInbox';
import { UsageDictionary } from '../src/usage/ingest/dictionary/UsageDictionary';
import { DatabaseEntityStore } from '../src/usage/entities/DatabaseEntityStore';
import {
  entityFacts,
  hashEntityFacts,
} from '../src/usage/entities/entityFacts';

/** Documents under way at once while a store is filled; the ingest puts what waits into one transaction. */
const AT_ONCE = 256;

const silentLogger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};

const noLifecycle: LifecycleService = {
  addStartupHook: () => {},
  addShutdownHook: () => {},
};

export type DatabaseKind = 'PostgreSQL' | 'SQLite';

/** Where a store lies, as Backstage's own configuration says it. */
export interface StorePlace {
  kind: DatabaseKind;
  /** What stands below `backend.database`. */
  database: {
    client: 'pg' | 'better-sqlite3';
    prefix?: string;
    connection: Record<string, string | number>;
  };
  /** Name of the plugin's own database, or path of its file. */
  name: string;
}

/** The plugin's store over seeded data, opened the way a backend opens it. */
export class BenchStore {
  readonly place: StorePlace;
  readonly knex: Knex;
  readonly landscape: Landscape;
  readonly inbox: DefaultSbomInbox;

  private constructor(options: {
    place: StorePlace;
    knex: Knex;
    landscape: Landscape;
    scratch: string;
  }) {
    this.place = options.place;
    this.knex = options.knex;
    this.landscape = options.landscape;
    this.inbox = DefaultSbomInbox.create({
      knex: this.knex,
      logger: silentLogger,
      spoolFolder: path.join(options.scratch, 'spool'),
      limits: defaultSbomLimits,
      readSbomFile,
      // Every entity is written before a document for it comes.
      ensureEntity: async () => undefined,
      now: () => new Date(),
      dictionary: UsageDictionary.create(),
    });
  }

  static async open(options: {
    place: StorePlace;
    landscape: Landscape;
    scratch: string;
  }): Promise<BenchStore> {
    const { database } = options.place;
    if (database.client === 'better-sqlite3') {
      mkdirSync(String(database.connection.directory), { recursive: true });
    }
    const service = DatabaseManager.fromConfig(
      new ConfigReader({ backend: { database } }),
    ).forPlugin('ospo', { logger: silentLogger, lifecycle: noLifecycle });
    return new BenchStore({ ...options, knex: await openDatabase(service) });
  }

  /** Writes the entities as the catalog's mirror does. */
  async addEntities(count = this.landscape.components): Promise<void> {
    const entities = Array.from({ length: count }, (_, index) => {
      const { name, ownerRef, systemRef, lifecycle } =
        this.landscape.component(index);
      const facts = entityFacts(
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name, namespace: 'default' },
          spec: { type: 'service', lifecycle, owner: ownerRef },
          relations: [
            { type: 'ownedBy', targetRef: ownerRef },
            { type: 'partOf', targetRef: systemRef },
          ],
        },
        { findings: [], locations: [] },
      );
      return {
        facts,
        factsHash: hashEntityFacts(facts),
        ownerState: 'present' as const,
      };
    });
    await DatabaseEntityStore.create({ knex: this.knex }).write(
      entities,
      new Date().toISOString(),
    );
  }

  /** Sends the SBOMs of all components through the whole way in, many at once. */
  async fill(onProgress: (done: number) => void): Promise<void> {
    let next = 0;
    let done = 0;
    const work = async () => {
      while (next < this.landscape.components) {
        const index = next;
        next += 1;
        await this.receive(index, writeSeededSbom(this.landscape, index));
        done += 1;
        if (done % 2_000 === 0) {
          onProgress(done);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (this.place.kind === 'PostgreSQL') {
      // What autovacuum does within minutes.
      await this.knex.raw('vacuum analyze');
    }
  }

  async receive(
    index: number,
    bytes: Buffer,
  ): Promise<'stored' | 'unchanged' | 'not-current'> {
    const { outcome } = await this.inbox.receive({
      entityRef: this.landscape.component(index).entityRef,
      source: 'push',
      document: inOnePiece(bytes),
    });
    return outcome;
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}

async function* inOnePiece(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
