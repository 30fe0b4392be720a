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
  Figure,
  Landscape,
  interleave,
  median,
  number,
  ratios,
  Rounds,
  summarise,
  timed,
} from 'bench';
import { UsageDictionary } from '../src/usage/ingest/dictionary/UsageDictionary';
import { UsageWriter } from '../src/usage/ingest/UsageWriter';
import { PreparedDocument } from '../src/usage/ingest/PreparedDocument';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore } from './BenchStore';
import { prepareDocuments } from './prepareDocuments';

/** What the ingest itself puts into one transaction. */
const MAX_DOCUMENTS = 200;
const MAX_USAGES = 40_000;

/**
 * P7: filling an empty PostgreSQL, a document a transaction and many documents a transaction, against PostgreSQL
 * inserting the resulting usage rows, sorted, into a table with the same indexes. Reading the documents is P1's matter.
 */
export async function measureFirstIngest(options: {
  databases: BenchDatabases;
  documents: number;
  rounds: Rounds;
  scratch: string;
}): Promise<Figure[]> {
  const { databases, scratch } = options;
  const landscape = Landscape.create({ components: options.documents });
  const empty = databases.postgres('empty');
  const first = await BenchStore.open({ place: empty, landscape, scratch });
  await first.addEntities();
  const documents = await prepareDocuments(first, options.documents);
  await first.close();

  const result = databases.postgres('cold');
  const usages = await withCopy(result, store =>
    writeAll(store, batches(documents)),
  );
  const floor = await databases.connect(result);
  await floor.query(
    `create table bench_rows as
     select * from usage_current order by package_id, target_id, version_id`,
  );
  await floor.query(
    'create table bench_floor (like usage_current including all)',
  );
  await floor.query('analyze bench_rows');

  const cold = databases.postgres('cold_round');
  const rates = await interleave(
    {
      floor: async () => {
        await floor.query('truncate bench_floor');
        const ms = await timed(() =>
          floor.query(
            `insert into bench_floor select * from bench_rows
             order by package_id, target_id, version_id`,
          ),
        );
        return usages / (ms / 1000);
      },
      bulk: () =>
        withCopy(cold, async store => {
          const ms = await timed(() => writeAll(store, batches(documents)));
          return usages / (ms / 1000);
        }),
      single: () =>
        withCopy(cold, async store => {
          const ms = await timed(() =>
            writeAll(
              store,
              documents.map(document => [document]),
            ),
          );
          return usages / (ms / 1000);
        }),
    },
    options.rounds,
  );
  await floor.end();
  await Promise.all([empty, result, cold].map(one => databases.remove(one)));

  const on = `PostgreSQL, ${documents.length.toLocaleString(
    'en-GB',
  )} documents`;
  const note = (samples: number[]) =>
    `${number(median(samples))} against ${number(median(rates.floor))} rows/s`;
  return [
    {
      id: 'P7:single',
      on,
      judged: true,
      measured: summarise(ratios(rates.single, rates.floor)),
      note: note(rates.single),
    },
    {
      id: 'P7:bulk',
      on,
      judged: true,
      measured: summarise(ratios(rates.bulk, rates.floor)),
      note: note(rates.bulk),
    },
  ];

  async function withCopy<T>(
    place: typeof cold,
    work: (store: BenchStore) => Promise<T>,
  ): Promise<T> {
    await databases.copy(empty, place);
    const store = await BenchStore.open({ place, landscape, scratch });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
}

async function writeAll(
  store: BenchStore,
  transactions: PreparedDocument[][],
): Promise<number> {
  const writer = UsageWriter.create({
    knex: store.knex,
    dictionary: UsageDictionary.create(),
  });
  let usages = 0;
  for (const transaction of transactions) {
    const results = await writer.write(transaction);
    if (results.some(({ outcome }) => outcome !== 'stored')) {
      throw new Error('A document of the first ingest was not stored');
    }
    usages += transaction.reduce((sum, item) => sum + item.usages.length, 0);
  }
  return usages;
}

export function batches(documents: PreparedDocument[]): PreparedDocument[][] {
  const all: PreparedDocument[][] = [];
  let batch: PreparedDocument[] = [];
  let usages = 0;
  for (const document of documents) {
    if (
      batch.length === MAX_DOCUMENTS ||
      (batch.length > 0 && usages + document.usages.length > MAX_USAGES)
    ) {
      all.push(batch);
      batch = [];
      usages = 0;
    }
    batch.push(document);
    usages += document.usages.length;
  }
  return [...all, batch];
}
