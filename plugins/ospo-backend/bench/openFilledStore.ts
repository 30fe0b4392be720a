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

import { Landscape } from 'bench';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore, StorePlace } from './BenchStore';

/** A store with the SBOMs of all components, from an earlier run when those are kept. */
export async function openFilledStore(options: {
  databases: BenchDatabases;
  place: StorePlace;
  size: number;
  scratch: string;
  say: (line: string) => void;
}): Promise<BenchStore> {
  const { databases, place, size, say } = options;
  const name = `${place.kind}, ${size.toLocaleString('en-GB')} components`;
  const landscape = Landscape.create({ components: size });
  const open = () => BenchStore.open({ ...options, landscape });
  const kept = databases.kept(place.kind, size);
  if (kept && (await databases.exists(kept))) {
    await databases.copy(kept, place, { isLarge: true });
    say(`… ${name}, as they were kept`);
    return open();
  }
  const store = await open();
  try {
    say(`… ${name}: ${await fillAndTell(store, say)}`);
  } catch (error) {
    await store.close();
    throw error;
  }
  if (!kept) {
    return store;
  }
  await store.close();
  await databases.copy(place, kept, { isLarge: true });
  return open();
}

async function fillAndTell(
  store: BenchStore,
  say: (line: string) => void,
): Promise<string> {
  const since = performance.now();
  const seconds = () => (performance.now() - since) / 1000;
  await store.addEntities();
  await store.fill(done =>
    say(
      `  ${done.toLocaleString('en-GB')} documents taken in, ${Math.round(
        done / seconds(),
      )} a second`,
    ),
  );
  const [{ usages }] = await store.knex('usage_totals').select('usages');
  const rate = Math.round(store.landscape.components / seconds());
  return `${Number(usages).toLocaleString(
    'en-GB',
  )} usages by the whole way in within ${seconds().toFixed(
    1,
  )} s, ${rate} documents/s`;
}
