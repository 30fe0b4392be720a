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

import path from 'node:path';
import {
  Figure,
  GoalId,
  MeasuredBackend,
  measureFrontEnd,
  measureLicences,
  measurePeakMemory,
  measureReading,
  ratios,
  summarise,
} from 'bench';
import { BenchDatabases } from './BenchDatabases';
import { BenchOptions, BenchPlan, wantsAny } from './BenchOptions';
import { BenchStore, DatabaseKind } from './BenchStore';
import { LookUps } from './LookUps';
import { measureArrivals } from './measureArrivals';
import { measureCatalogSearch } from './measureCatalogSearch';
import { measureBrowser } from './measureBrowser';
import { measureBytes } from './measureBytes';
import { measureFirstIngest } from './measureFirstIngest';
import { measureHttp } from './measureHttp';
import { innerSourceGoals, measureInnerSource } from './measureInnerSource';
import { measureOffice, officeGoals } from './measureOffice';
import { measureQuestions, WhoUsesTimes } from './measureQuestions';
import { measureRouting } from './measureRouting';
import { measureStart } from './measureStart';
import { measureUnchanged } from './measureUnchanged';
import { measureUsageRows } from './measureUsageRows';
import { openFilledStore } from './openFilledStore';

interface Context {
  plan: BenchPlan;
  options: BenchOptions;
  say: (line: string) => void;
}

/** Everything that was asked for, in an order in which each measurement finds the data that it needs. */
export async function* measureAll(context: Context): AsyncGenerator<Figure> {
  const { plan, options, say } = context;
  const { scratch, root } = options;
  const databases = BenchDatabases.create(options);
  const step = (line: string) => say(`… ${line}`);

  if (wantsAny(plan, ['P24'])) {
    step('front-end code');
    yield* await attempt(['P24:eager', 'P24:route', 'P24:charts'], () =>
      measureFrontEnd({ root, scratch }),
    );
  }
  if (wantsAny(plan, ['P1', 'P3'])) {
    step('reading a large document');
    yield* await attempt(['P1', 'P3'], () =>
      measureReading({ rounds: plan.rounds, scratch }),
    );
  }
  if (wantsAny(plan, ['P3:memory'])) {
    step('memory of reading a huge document');
    yield* await attempt(['P3:memory'], async () => [
      await measurePeakMemory({
        scratch,
        program: path.join(__dirname, 'readOnce.cjs.js'),
        runs: plan.memoryRuns,
      }),
    ]);
  }
  if (wantsAny(plan, ['P22'])) {
    step('licence evaluation');
    yield* await attempt(['P22:time', 'P22:ratio'], () =>
      measureLicences({ rounds: plan.licenceRounds }),
    );
  }
  if (wantsAny(plan, ['R1'])) {
    step('routing');
    yield* await attempt(['R1'], async () => [measureRouting()]);
  }
  if (wantsAny(plan, officeGoals) && plan.postgresSizes.length > 0) {
    step('the office over HTTP');
    const figures = await attempt(officeGoals, () =>
      measureOffice({
        databases,
        program: path.join(__dirname, 'serve.cjs.js'),
        scratch,
        rounds: plan.rounds,
        durationMs: plan.httpMs,
      }),
    );
    yield* figures.filter(figure => plan.wants(figure.id));
  }
  if (wantsAny(plan, innerSourceGoals) && plan.postgresSizes.length > 0) {
    step('inner-source projects');
    const figures = await attempt(innerSourceGoals, () =>
      measureInnerSource({
        databases,
        program: path.join(__dirname, 'serve.cjs.js'),
        scratch,
        rounds: plan.rounds,
        durationMs: plan.httpMs,
      }),
    );
    yield* figures.filter(figure => plan.wants(figure.id));
  }
  if (wantsAny(plan, ['P18']) && plan.postgresSizes.length > 0) {
    step("search against the catalog's own");
    yield* await attempt(['P18'], async () => [
      await measureCatalogSearch({
        databases,
        program: path.join(__dirname, 'serve.cjs.js'),
        scratch,
        rounds: plan.rounds,
        durationMs: plan.httpMs,
        size: plan.catalogSearch,
      }),
    ]);
  }
  if (plan.browserWords.length > 0 && plan.postgresSizes.length > 0) {
    step('typing in a browser');
    yield* await attempt(['P19:time', 'P19:ratio'], () =>
      measureBrowser({
        ...options,
        databases,
        program: path.join(__dirname, 'serve.cjs.js'),
        words: plan.browserWords,
        say,
      }),
    );
  } else if (wantsAny(plan, ['P19'])) {
    yield* notAsked(
      ['P19:time', 'P19:ratio'],
      'needs a browser; asked for with --only P19 or --sap-portal DIR',
    );
  }
  if (wantsAny(plan, ['P7'])) {
    step('first ingest');
    yield* await attempt(['P7:single', 'P7:bulk'], () =>
      measureFirstIngest({
        databases,
        documents: plan.firstIngestDocuments,
        rounds: plan.rounds,
        scratch,
      }),
    );
  }
  const whoUses = new Map<number, WhoUsesTimes>();
  const places: [DatabaseKind, number][] = [
    ...plan.postgresSizes.map(
      size => ['PostgreSQL', size] as [DatabaseKind, number],
    ),
    ...plan.sqliteSizes.map(size => ['SQLite', size] as [DatabaseKind, number]),
  ];
  for (const [kind, size] of places) {
    yield* measureStore(context, { databases, kind, size, whoUses });
  }
  yield* compareSizes(plan, whoUses);
}

async function* measureStore(
  context: Context,
  on: {
    databases: BenchDatabases;
    kind: DatabaseKind;
    size: number;
    whoUses: Map<number, WhoUsesTimes>;
  },
): AsyncGenerator<Figure> {
  const { plan, options, say } = context;
  const { databases, kind, size } = on;
  const isPostgres = kind === 'PostgreSQL';
  const sizes = isPostgres ? plan.postgresSizes : plan.sqliteSizes;
  const isLargest = size === Math.max(...sizes);
  const isUsual = size === Math.max(...sizes.filter(one => one !== plan.large));
  const wanted: GoalId[] = [
    'P11:popular',
    'P11:rare',
    'P13:totals',
    'P13:top',
    'P13:licences',
    'P14',
  ];
  if (isPostgres) {
    wanted.push('P12:popular', 'P12:rare');
  }
  if (isUsual) {
    wanted.push('P9', isPostgres ? 'P5' : 'P6');
  }
  if (isUsual && isPostgres) {
    wanted.push('P16', 'P16:generation', 'P17', 'P25', 'P26');
  }
  if (isLargest && isPostgres) {
    wanted.push('P23');
  }
  if (!wantsAny(plan, wanted)) {
    return;
  }
  const place = isPostgres
    ? databases.postgres(`${size}`)
    : databases.sqlite(`${size}`);
  const name = `${kind}, ${size.toLocaleString('en-GB')} components`;
  let opened: BenchStore | undefined;
  try {
    const failed = await attempt(
      wanted.filter(id => plan.wants(id) && !id.startsWith('P12')),
      async () => {
        opened = await openFilledStore({
          databases,
          place,
          size,
          scratch: options.scratch,
          say,
        });
        return [];
      },
      name,
    );
    const store = opened;
    if (failed.length > 0 || !store) {
      yield* failed;
      return;
    }
    const lookUps = await LookUps.open(store, databases);
    try {
      yield* await attempt(
        wanted.filter(id => plan.wants(id) && /^P1[134]/.test(id)),
        async () => {
          const { figures, whoUses } = await measureQuestions({
            store,
            lookUps,
            terms: plan.terms,
            callsATerm: plan.callsATerm,
            rounds: plan.rounds,
            wants: plan.wants,
          });
          if (whoUses && isPostgres) {
            on.whoUses.set(size, whoUses);
          }
          return figures;
        },
        name,
      );
      if (isUsual && plan.wants('P9')) {
        yield* await attempt(
          ['P9'],
          async () => [
            await measureUnchanged({
              store,
              lookUps,
              documents: plan.unchangedDocuments,
              rounds: plan.rounds,
            }),
          ],
          name,
        );
      }
    } finally {
      await lookUps.close();
    }
    if (isUsual && isPostgres) {
      yield* measureBackend(context, store, name);
    }
    const rows = isPostgres ? 'P5' : 'P6';
    if (isUsual && plan.wants(rows)) {
      yield* await attempt([rows], async () => [
        await measureUsageRows({
          filled: store,
          databases,
          rows: plan.usageRows,
          rounds: plan.rounds,
          scratch: options.scratch,
        }),
      ]);
    }
    if (isLargest && isPostgres && plan.wants('P23')) {
      yield* await attempt(['P23'], async () => [
        await measureBytes(store, databases),
      ]);
    }
  } finally {
    await opened?.close();
    await databases.remove(place);
  }
}

/** What needs a whole backend, in a process of its own over the same data. */
async function* measureBackend(
  { plan, options, say }: Context,
  store: BenchStore,
  name: string,
): AsyncGenerator<Figure> {
  const backend = {
    program: path.join(__dirname, 'serve.cjs.js'),
    scratch: options.scratch,
    database: store.place.database,
    components: store.landscape.components,
  };
  const withBackend = async (
    work: (running: MeasuredBackend) => Promise<Figure[]>,
  ) => {
    const running = await MeasuredBackend.start({
      ...backend,
      withPlugin: true,
    });
    try {
      return await work(running);
    } finally {
      await running.stop();
    }
  };
  if (wantsAny(plan, ['P16', 'P17'])) {
    say('… over HTTP');
    const ids: GoalId[] = ['P16', 'P16:generation', 'P17'];
    const figures = await attempt(
      ids,
      () =>
        withBackend(running =>
          measureHttp({
            store,
            backend: running,
            rounds: plan.rounds,
            durationMs: plan.httpMs,
          }),
        ),
      name,
    );
    yield* figures.filter(figure => plan.wants(figure.id));
  }
  if (wantsAny(plan, ['P25'])) {
    say('… starts of the backend');
    yield* await attempt(
      ['P25'],
      async () => [await measureStart({ backend, rounds: plan.starts })],
      name,
    );
  }
  if (wantsAny(plan, ['P26'])) {
    say('… documents arriving while people ask');
    yield* await attempt(
      ['P26'],
      () =>
        withBackend(async running => [
          await measureArrivals({
            store,
            backend: running,
            arrivals: plan.arrivals,
            rounds: plan.arrivalRounds,
          }),
        ]),
      name,
    );
  }
}

/** P12: how a question's time grows with the company. */
function* compareSizes(
  plan: BenchPlan,
  whoUses: Map<number, WhoUsesTimes>,
): Generator<Figure> {
  const small = whoUses.get(Math.min(...plan.postgresSizes));
  for (const which of ['popular', 'rare'] as const) {
    const id: GoalId = `P12:${which}`;
    if (!plan.wants(id)) {
      continue;
    }
    const large = plan.large ? whoUses.get(plan.large) : undefined;
    if (!small || !large) {
      yield {
        id,
        on: 'PostgreSQL',
        judged: true,
        notMeasured: 'needs 100,000 components, which --large adds',
      };
    } else {
      yield {
        id,
        on: `PostgreSQL, ${plan.large?.toLocaleString('en-GB')} components`,
        judged: true,
        measured: summarise(ratios(large[which], small[which])),
        note: 'sizes measured one after the other, not in turns',
      };
    }
    const medium = whoUses.get(10_000);
    if (small && medium) {
      yield {
        id,
        on: 'PostgreSQL, 10,000 instead of 100,000 components',
        judged: false,
        measured: summarise(ratios(medium[which], small[which])),
      };
    }
  }
}

function notAsked(ids: GoalId[], notMeasured: string): Figure[] {
  return ids.map(id => ({ id, on: '', judged: true, notMeasured }));
}

/** A measurement that fails is told with its reason, and the others go on. */
async function attempt(
  ids: GoalId[],
  measure: () => Promise<Figure[]>,
  on = '',
): Promise<Figure[]> {
  try {
    return await measure();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    return ids.map(id => ({
      id,
      on,
      judged: true,
      failed: true,
      notMeasured: `failed: ${
        error instanceof Error ? error.message.split('\n')[0] : error
      }`,
    }));
  }
}
