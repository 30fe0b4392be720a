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
  HttpRequest,
  interleave,
  MeasuredBackend,
  median,
  number,
  ratios,
  Rounds,
  summarise,
} from 'bench';
import { BenchStore } from './BenchStore';
import { readSubjects } from './readSubjects';

const OSPO = '/api/ospo';

/** Hands out questions of which each was asked long ago or never. */
class FreshQuestions {
  readonly #paths: string[];
  #next = 0;

  constructor(paths: string[]) {
    this.#paths = paths;
  }

  /** More than any backend of this machine answers in that time. */
  take(durationMs: number): string[] {
    const count = Math.min(this.#paths.length, Math.ceil(durationMs * 2));
    return Array.from({ length: count }, () => {
      this.#next = (this.#next + 1) % this.#paths.length;
      return this.#paths[this.#next];
    });
  }
}

/**
 * P16 and P17: the questions over HTTP, against the least that the same backend can do for the same user. Questions
 * that are asked for the first time come from the database, the same ones again from what is kept of this generation.
 */
export async function measureHttp(options: {
  store: BenchStore;
  backend: MeasuredBackend;
  rounds: Rounds;
  durationMs: number;
}): Promise<Figure[]> {
  const { store, backend, durationMs } = options;
  const load = HttpLoad.create({ port: backend.port });
  try {
    const headers = await backend.signIn(load);
    const get = (path: string): HttpRequest => ({ path, headers });
    const fresh = new FreshQuestions(await freshPaths(store));
    const same = (await samePaths(store)).map(get);
    const conditional = await Promise.all(
      same.map(async request => {
        const { status, headers: answered } = await load.ask(request);
        const tag = answered.get('etag');
        if (status !== 200 || !tag) {
          throw new Error(
            `'${request.path}' was answered ${status} and ${
              tag ? 'a' : 'no'
            } tag`,
          );
        }
        return { ...request, headers: { ...headers, 'if-none-match': tag } };
      }),
    );
    const run = async (requests: HttpRequest[], expect: number) =>
      (await load.run({ requests, durationMs, expect })).requestsPerSecond;
    const rates = await interleave(
      {
        ping: () => run([get('/api/bench/ping')], 200),
        fresh: () => run(fresh.take(durationMs).map(get), 200),
        same: () => run(same, 200),
        known: () => run([get('/api/bench/known')], 200),
        unchanged: () => run(conditional, 304),
      },
      options.rounds,
    );
    const on = `PostgreSQL, ${store.landscape.components.toLocaleString(
      'en-GB',
    )} components`;
    const note = (ours: number[], floor: number[]) =>
      `${number(median(ours))} against ${number(
        median(floor),
      )} requests/s, 16 connections`;
    return [
      {
        id: 'P16',
        on,
        judged: true,
        measured: summarise(ratios(rates.fresh, rates.ping)),
        note: note(rates.fresh, rates.ping),
      },
      {
        id: 'P16:generation',
        on,
        judged: true,
        measured: summarise(ratios(rates.same, rates.ping)),
        note: note(rates.same, rates.ping),
      },
      {
        id: 'P17',
        on,
        judged: true,
        measured: summarise(ratios(rates.unchanged, rates.known)),
        note: note(rates.unchanged, rates.known),
      },
    ];
  } finally {
    load.close();
  }
}

/** Four in five ask who uses a package, the most popular ones first; one in five searches by a part of a name. */
async function freshPaths(store: BenchStore): Promise<string[]> {
  const rows: { key: string }[] = await store
    .knex('usage_package_stats as s')
    .join('usage_packages as p', 'p.id', 's.package_id')
    .orderBy('s.components', 'desc')
    .orderBy('p.id')
    .select('p.key')
    .limit(20_000);
  const terms = store.landscape.searchTerms(
    Math.min(4_000, Math.floor(rows.length / 4)),
  );
  return rows.map(({ key }, index) =>
    index % 5 === 4 && index / 5 < terms.length
      ? `${OSPO}/packages?limit=20&q=${encodeURIComponent(
          terms[Math.floor(index / 5)],
        )}`
      : whoUses(key),
  );
}

async function samePaths(store: BenchStore): Promise<string[]> {
  const { popular, rare } = await readSubjects(store.knex);
  return [
    `${OSPO}/packages?limit=50`,
    `${OSPO}/licences`,
    `${OSPO}/overview`,
    ...[...popular.slice(0, 20), ...rare.slice(0, 20)].map(whoUses),
  ];
}

function whoUses(key: string): string {
  return `${OSPO}/packages/by-purl/usages?purl=${encodeURIComponent(key)}`;
}
