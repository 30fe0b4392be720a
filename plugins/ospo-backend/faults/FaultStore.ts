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

import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { openDatabase } from '../src/database/openDatabase';

export const COMPONENTS = 40;

/** A database that faults are tried on. */
export type FaultStorePlace =
  | { kind: 'SQLite'; folder: string }
  | { kind: 'PostgreSQL'; connectionString: string; folder: string };

/** Opens it with the settings that Backstage's own database manager gives it. */
export async function openFaultStore(place: FaultStorePlace): Promise<Knex> {
  const knex =
    place.kind === 'PostgreSQL'
      ? knexFactory({
          client: 'pg',
          connection: place.connectionString,
          pool: { min: 0, max: 4 },
        })
      : knexFactory({
          client: 'better-sqlite3',
          connection: join(place.folder, 'ospo.sqlite'),
          useNullAsDefault: true,
          pool: {
            min: 1,
            max: 1,
            afterCreate: (
              connection: { pragma(text: string): void },
              done: () => void,
            ) => {
              connection.pragma('foreign_keys = ON');
              done();
            },
          },
        });
  return await openDatabase({ getClient: async () => knex });
}

export function componentRef(component: number): string {
  return `component:default/c${component}`;
}

/** Writes the entities that documents come for. */
export async function addComponents(knex: Knex): Promise<void> {
  await knex('usage_entities').insert(
    Array.from({ length: COMPONENTS }, (_, component) => ({
      entity_ref: componentRef(component),
      kind: 'component',
      namespace: 'default',
      name: `c${component}`,
      facts_hash: '',
      seen_at: new Date().toISOString(),
    })),
  );
}
