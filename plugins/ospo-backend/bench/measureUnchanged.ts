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
  interleave,
  median,
  number,
  ratios,
  Rounds,
  summarise,
  timed,
  writeSeededSbom,
} from 'bench';
import { BenchStore } from './BenchStore';
import { LookUps } from './LookUps';

/** P9: documents that are there already come once more, by the whole way in, one after the other. */
export async function measureUnchanged(options: {
  store: BenchStore;
  lookUps: LookUps;
  documents: number;
  rounds: Rounds;
}): Promise<Figure> {
  const { store, lookUps } = options;
  const documents = Array.from({ length: options.documents }, (_, index) =>
    writeSeededSbom(store.landscape, index),
  );
  const rates = await interleave(
    {
      floor: async () => {
        const times = await lookUps.times(documents.length);
        return (
          documents.length / (times.reduce((sum, time) => sum + time, 0) / 1000)
        );
      },
      ours: async () => {
        const ms = await timed(async () => {
          for (let index = 0; index < documents.length; index++) {
            const outcome = await store.receive(index, documents[index]);
            if (outcome !== 'unchanged') {
              throw new Error(`An unchanged document was ${outcome}`);
            }
          }
        });
        return documents.length / (ms / 1000);
      },
    },
    options.rounds,
  );
  return {
    id: 'P9',
    on: `${store.place.kind}, ${store.landscape.components.toLocaleString(
      'en-GB',
    )} components`,
    judged: store.place.kind === 'PostgreSQL',
    measured: summarise(ratios(rates.ours, rates.floor)),
    note: `${number(median(rates.ours))} documents/s against ${number(
      median(rates.floor),
    )} look-ups/s`,
  };
}
