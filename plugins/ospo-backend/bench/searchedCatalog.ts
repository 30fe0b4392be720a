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

import {
  CatalogTables,
  HttpLoad,
  MeasuredBackend,
  MeasuredBackendOptions,
} from 'bench';
import { BenchDatabases } from './BenchDatabases';
import { StorePlace } from './BenchStore';
import { searchedEntities } from './searchedEntities';

const TAKE_IN_LIMIT_MS = 120_000;
const DISCOVER_LIMIT_MS = 240_000;
/** So many the catalog takes in by itself, which says what the others have to look like in its tables. */
const TAKEN_IN = { entities: 12, projects: 4, groups: 2, systems: 2 };
const MANY = { groups: 50, systems: 80 };
const never = {
  schedule: {
    frequency: { hours: 24 },
    timeout: { hours: 1 },
    initialDelay: { hours: 12 },
  },
};
const once = {
  schedule: { ...never.schedule, initialDelay: { seconds: 1 } },
};

/** Entities in all, and how many of them are projects. */
export interface CatalogSize {
  entities: number;
  projects: number;
}

/** Does something while a catalog of this size is there, which is the real one's, in its own tables. */
export async function withFilledCatalog<T>(
  options: {
    databases: BenchDatabases;
    program: string;
    scratch: string;
    name: string;
    size: CatalogSize;
  },
  work: (place: StorePlace) => Promise<T>,
): Promise<T> {
  const { databases, name, size } = options;
  const place = databases.postgres(name);
  const catalog = databases.postgres(name, 'catalog');
  await databases.remove(place);
  await databases.remove(catalog);
  try {
    await fillCatalog({ ...options, place: catalog, size });
    return await work(place);
  } finally {
    await databases.remove(place);
    await databases.remove(catalog);
  }
}

async function fillCatalog(options: {
  databases: BenchDatabases;
  program: string;
  scratch: string;
  place: StorePlace;
  size: CatalogSize;
}): Promise<void> {
  const { databases, place, size } = options;
  const taken = searchedEntities(TAKEN_IN);
  // It makes its own tables.
  const backend = await MeasuredBackend.start({
    ...options,
    database: place.database,
    components: 0,
    withPlugin: false,
    catalog: taken,
  });
  try {
    const client = await databases.connect(place);
    try {
      const tables = CatalogTables.of(client);
      await until(
        `${taken.length} entities are in the catalog`,
        TAKE_IN_LIMIT_MS,
        () => tables.isStitched(taken.length),
      );
      await tables.compare(taken);
      await backend.stop();
      await tables.clear();
      await tables.fill(searchedEntities({ ...size, ...MANY }));
    } finally {
      await client.end();
    }
  } finally {
    await backend.stop();
  }
}

/** A backend with the catalog and our plugin, once that has found all projects. */
export async function openSearchedBackend(
  options: Pick<
    MeasuredBackendOptions,
    'program' | 'scratch' | 'database' | 'withApp'
  > & { projects: number },
): Promise<{
  backend: MeasuredBackend;
  load: HttpLoad;
  headers: Record<string, string>;
  seconds: number;
}> {
  const backend = await MeasuredBackend.start({
    ...options,
    components: 0,
    withPlugin: true,
    catalog: [],
    ospo: {
      innerSource: {
        discovery: once,
        files: never,
        signals: { ...never, importSchedule: never.schedule },
      },
      competencies: once,
    },
  });
  const load = HttpLoad.create({ port: backend.port });
  try {
    const headers = await backend.signIn(load);
    const since = performance.now();
    await until('all projects are found', DISCOVER_LIMIT_MS, async () => {
      const { status, body } = await load.ask({
        path: '/api/ospo/innersource/projects?limit=1',
        headers,
      });
      return (
        status === 200 && JSON.parse(body).total.value === options.projects
      );
    });
    const seconds = (performance.now() - since) / 1000;
    return { backend, load, headers, seconds };
  } catch (error) {
    load.close();
    await backend.stop();
    throw error;
  }
}

async function until(
  what: string,
  limitMs: number,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const since = performance.now();
  while (!(await isSo())) {
    if (performance.now() - since > limitMs) {
      throw new Error(`Waited ${limitMs / 1000} s in vain until ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 250);
    });
  }
}
