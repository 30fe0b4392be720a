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
  HttpLoad,
  INGEST_TOKEN,
  interleave,
  MeasuredBackend,
  median,
  number,
  Rounds,
  summarise,
  timed,
  writeSeededSbom,
} from 'bench';
import { BenchStore } from './BenchStore';
import { readSubjects } from './readSubjects';

const REQUESTS_PER_SECOND = 100;
const SENDERS = 4;

/**
 * P26: how long others wait for the event loop while SBOMs arrive. People ask 100 questions a second all the time; in
 * every other turn, four CI systems send their documents one after the other.
 */
export async function measureArrivals(options: {
  store: BenchStore;
  backend: MeasuredBackend;
  arrivals: number;
  rounds: Rounds;
}): Promise<Figure> {
  const { store, backend } = options;
  const arrivals = Math.min(options.arrivals, store.landscape.components);
  const load = HttpLoad.create({ port: backend.port });
  let revision = 0;
  let lastMs = 0;
  let ingestMs = 0;
  try {
    const headers = await backend.signIn(load);
    const { popular, rare } = await readSubjects(store.knex);
    const requests = [...popular, ...rare].map(key => ({
      path: `/api/ospo/packages/by-purl/usages?purl=${encodeURIComponent(key)}`,
      headers,
    }));
    /** The delay while people ask, for as long as `work` takes or for a given time. */
    const delayDuring = async (durationMs: number, work?: Promise<void>) => {
      const people = load.run({
        requests,
        durationMs,
        expect: 200,
        requestsPerSecond: REQUESTS_PER_SECOND,
        until: work,
      });
      await Promise.all([people, work]);
      return backend.delayP99();
    };
    const put = async (index: number, body: Buffer) => {
      const { name } = store.landscape.component(index);
      const answer = await load.ask({
        method: 'PUT',
        path: `/api/ospo/components/component/default/${name}/sboms`,
        headers: {
          authorization: `Bearer ${INGEST_TOKEN}`,
          'content-type': 'application/vnd.cyclonedx+json',
        },
        body,
      });
      if (answer.status !== 201) {
        throw new Error(
          `An SBOM was answered ${answer.status}: ${answer.body.slice(0, 500)}`,
        );
      }
    };
    const sendAll = () => {
      revision += 1;
      const documents = Array.from({ length: arrivals }, (_, index) =>
        writeSeededSbom(store.landscape, index, { revision }),
      );
      return async () => {
        let next = 0;
        const send = async () => {
          while (next < documents.length) {
            const index = next;
            next += 1;
            await put(index, documents[index]);
          }
        };
        ingestMs = await timed(() =>
          Promise.all(Array.from({ length: SENDERS }, send)),
        );
      };
    };
    const delays = await interleave(
      {
        arriving: async () => {
          const send = sendAll();
          await backend.forgetDelays();
          const delay = await delayDuring(600_000, send());
          lastMs = ingestMs;
          return delay;
        },
        calm: async () => {
          await backend.forgetDelays();
          return delayDuring(Math.max(1_000, lastMs));
        },
      },
      options.rounds,
    );
    return {
      id: 'P26',
      on: `${store.place.kind}, ${store.landscape.components.toLocaleString(
        'en-GB',
      )} components, ${arrivals.toLocaleString('en-GB')} documents`,
      judged: store.place.kind === 'PostgreSQL',
      measured: summarise(
        delays.arriving.map((ms, round) => ms - delays.calm[round]),
      ),
      note: `${number(median(delays.arriving))} against ${number(
        median(delays.calm),
      )} ms; ${number(arrivals / (lastMs / 1000))} documents/s arrived`,
    };
  } finally {
    load.close();
  }
}
