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
  GoalId,
  HttpLoad,
  interleave,
  Landscape,
  MeasuredBackend,
  median,
  number,
  percentile,
  ratios,
  Rounds,
  summarise,
} from 'bench';
import { fillRequests } from '../src/requests/__testUtils__/fillRequests';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore } from './BenchStore';

const OSPO = '/api/ospo';
const READ_LIMIT_MS = 30_000;
const never = {
  frequency: { hours: 24 },
  timeout: { hours: 1 },
  initialDelay: { hours: 12 },
};
const questions = [
  'a licence question about a release upstream',
  'export of cryptography',
  'who reviews a privacy policy',
  'training for a community',
  'trademark of our tooling',
  'audit of the supply chain',
];

const paths = {
  'R2:inbox': [`${OSPO}/requests?view=waiting`],
  'R2:triage': [`${OSPO}/requests?view=triage`],
  'R2:coverage': [`${OSPO}/competencies/coverage?by=business-unit`],
  R3: questions.map(
    q => `${OSPO}/competencies/match?q=${encodeURIComponent(q)}`,
  ),
} satisfies Partial<Record<GoalId, string[]>>;
type Page = keyof typeof paths;
export const officeGoals: GoalId[] = [
  'R2:inbox',
  'R2:triage',
  'R2:coverage',
  'R3',
];

/** R2 and R3: the office's pages over HTTP with 50,000 requests, 200 competencies and 2,000 providers. */
export async function measureOffice(options: {
  databases: BenchDatabases;
  program: string;
  scratch: string;
  rounds: Rounds;
  durationMs: number;
}): Promise<Figure[]> {
  const { databases, scratch, durationMs } = options;
  const place = databases.postgres('office');
  await databases.remove(place);
  const components = 1_000;
  const store = await BenchStore.open({
    place,
    landscape: Landscape.create({ components }),
    scratch,
  });
  try {
    await fillRequests(store.knex, { now: new Date() });
    await putToTheAsker(store);
  } finally {
    await store.close();
  }
  const backend = await MeasuredBackend.start({
    program: options.program,
    scratch,
    database: place.database,
    components,
    withPlugin: true,
    withOffice: true,
    ospo: {
      access: { coreTeam: ['group:default/bench'] },
      requests: { schedule: never },
      competencies: { schedule: { ...never, initialDelay: { seconds: 1 } } },
    },
  });
  const load = HttpLoad.create({ port: backend.port });
  try {
    const headers = await backend.signIn(load);
    await untilCompetenciesAreRead(load, headers);
    const p95 = async (asked: readonly string[]) => {
      const requests = asked.map(path => ({ path, headers }));
      const { times } = await load.run({ requests, durationMs, expect: 200 });
      return percentile(times, 0.95);
    };
    const times = await interleave(
      {
        ping: () => p95(['/api/bench/ping']),
        'R2:inbox': () => p95(paths['R2:inbox']),
        'R2:triage': () => p95(paths['R2:triage']),
        'R2:coverage': () => p95(paths['R2:coverage']),
        R3: () => p95(paths.R3),
      },
      options.rounds,
    );
    return (Object.keys(paths) as Page[]).map(id => ({
      id,
      on: 'PostgreSQL, 50,000 requests, 200 competencies',
      judged: true,
      measured: summarise(ratios(times[id], times.ping)),
      note: `${number(median(times[id]))} against ${number(
        median(times.ping),
      )} ms, 16 connections`,
    }));
  } finally {
    load.close();
    await backend.stop();
    await databases.remove(place);
  }
}

/** Some of what is open waits for the groups of whoever asks, so that the inbox has a first page. */
async function putToTheAsker(store: BenchStore): Promise<void> {
  const open: { id: string }[] = await store
    .knex('requests')
    .where({ state: 'in-progress' })
    .orderBy('id')
    .limit(60)
    .select('id');
  await store.knex('request_participants').insert(
    open.map(({ id }) => ({
      request_id: id,
      ref: 'group:default/bench',
      is_waiting: true,
    })),
  );
}

async function untilCompetenciesAreRead(
  load: HttpLoad,
  headers: Record<string, string>,
): Promise<void> {
  const since = performance.now();
  for (;;) {
    const answer = await load.ask({
      path: `${OSPO}/competencies?limit=1`,
      headers,
    });
    if (answer.status === 200 && JSON.parse(answer.body).items.length > 0) {
      return;
    }
    if (performance.now() - since > READ_LIMIT_MS) {
      throw new Error(
        `No competency was read within ${READ_LIMIT_MS} ms: ${
          answer.status
        } ${answer.body.slice(0, 500)}`,
      );
    }
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}
