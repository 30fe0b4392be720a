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

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
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
import { DiscoveryPass } from '../src/innersource/discovery/DiscoveryPass';
import { ProjectStore } from '../src/innersource/store/ProjectStore';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore } from './BenchStore';

const PROJECTS = 5_000;
const ENTITIES = 50_000;
const PAGE = 2_500;
const READ_LIMIT_MS = 30_000;
const never = {
  schedule: {
    frequency: { hours: 24 },
    timeout: { hours: 1 },
    initialDelay: { hours: 12 },
  },
};
const WORDS = [
  ...['payment', 'forecast', 'permit', 'archive', 'map', 'notification'],
  ...['identity', 'invoice', 'catalogue', 'search', 'report', 'schedule'],
  ...['translation', 'gateway', 'pipeline', 'dashboard', 'form', 'mailbox'],
];
const SKILLS = ['TypeScript', 'Rust', 'Go', 'SQL', 'Accessibility', 'Maps'];
const LANGUAGES = ['typescript', 'rust', 'go', 'python', 'java'];
const LEVELS = ['issues-welcome', 'contributions-welcome', 'shared-write'];

export const innerSourceGoals: GoalId[] = ['I1', 'I2', 'I2:memory'];

// Node has it only when it is asked for.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const silentLogger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};

/** I1 and I2: the first page of 5,000 projects over HTTP, and finding them among 50,000 entities. */
export async function measureInnerSource(options: {
  databases: BenchDatabases;
  program: string;
  scratch: string;
  rounds: Rounds;
  durationMs: number;
}): Promise<Figure[]> {
  const { databases, scratch } = options;
  const place = databases.postgres('innersource');
  await databases.remove(place);
  try {
    const store = await BenchStore.open({
      place,
      landscape: Landscape.create({ components: 1_000 }),
      scratch,
    });
    let found: Figure[];
    try {
      found = await measureDiscovery(ProjectStore.create(store));
    } finally {
      await store.close();
    }
    return [...(await measureFirstPage(options, place.database)), ...found];
  } finally {
    await databases.remove(place);
  }
}

/** What lives; the rest of the heap is what nobody has come to collect yet. */
function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The catalog's answers are made as they are asked for, so that they are in memory no longer than a page. */
async function measureDiscovery(store: ProjectStore): Promise<Figure[]> {
  let peak = 0;
  const pass = DiscoveryPass.create({
    store,
    // Nothing of a catalog but its pages is asked for here.
    catalog: {
      async *streamEntities() {
        for (let start = 0; start < ENTITIES; start += PAGE) {
          collect();
          peak = Math.max(peak, heldBytes());
          yield Array.from({ length: PAGE }, (_, at) => anEntity(start + at));
        }
      },
      getEntityByRef: async () => undefined,
      getEntitiesByRefs: async () => ({ items: [] }),
    },
    auth: {
      getOwnServiceCredentials: async () => ({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'plugin:ospo' },
      }),
    },
    config: {
      schedule: never.schedule,
      kinds: ['component'],
      rules: ['annotation', 'tag', 'label'],
      tags: ['inner-source'],
      labels: [],
      topics: [],
      maxShareGone: 1,
    },
    helpLabels: ['help wanted'],
    forgeOf: () => 'github',
    annotationPrefixes: ['ospo/'],
    pageSize: PAGE,
    logger: silentLogger,
    now: () => new Date(),
  });
  collect();
  const before = heldBytes();
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const since = performance.now();
    const report = await pass.run();
    times.push(performance.now() - since);
    if (report.projects !== PROJECTS) {
      throw new Error(`${report.projects} projects were found`);
    }
  }
  const on = `PostgreSQL, ${number(ENTITIES)} entities, ${number(
    PROJECTS,
  )} projects`;
  return [
    {
      id: 'I2',
      on,
      judged: true,
      measured: summarise(times.slice(0, 1)),
      note: `first pass, which writes all; later ones ${number(
        Math.min(...times.slice(1)),
      )} ms; without the catalog's own time`,
    },
    {
      id: 'I2:memory',
      on,
      judged: true,
      measured: summarise([(peak - before) / 1e6]),
      note: 'what is held at its most, collected before each page of 2,500',
    },
  ];
}

async function measureFirstPage(
  options: {
    program: string;
    scratch: string;
    rounds: Rounds;
    durationMs: number;
  },
  database: Record<string, unknown>,
): Promise<Figure[]> {
  const backend = await MeasuredBackend.start({
    program: options.program,
    scratch: options.scratch,
    database,
    components: 1_000,
    withPlugin: true,
    withOffice: true,
    ospo: {
      innerSource: {
        discovery: never,
        files: never,
        signals: { ...never, importSchedule: never.schedule },
      },
      competencies: {
        schedule: { ...never.schedule, initialDelay: { seconds: 1 } },
      },
    },
  });
  const load = HttpLoad.create({ port: backend.port });
  try {
    const headers = await backend.signIn(load);
    const paths = WORDS.map(
      (word, n) =>
        `/api/ospo/innersource/projects?limit=20&q=${word}&skill=${
          SKILLS[n % SKILLS.length]
        }&skill=${SKILLS[(n + 1) % SKILLS.length]}&language=${
          LANGUAGES[n % LANGUAGES.length]
        }&governanceLevel=${LEVELS[n % LEVELS.length]}`,
    );
    await untilAnswered(load, headers, paths[0]);
    const p95 = async (asked: readonly string[]) => {
      const requests = asked.map(path => ({ path, headers }));
      const { times } = await load.run({
        requests,
        durationMs: options.durationMs,
        expect: 200,
      });
      return percentile(times, 0.95);
    };
    const times = await interleave(
      { ping: () => p95(['/api/bench/ping']), page: () => p95(paths) },
      options.rounds,
    );
    return [
      {
        id: 'I1',
        on: `PostgreSQL, ${number(PROJECTS)} projects`,
        judged: true,
        measured: summarise(ratios(times.page, times.ping)),
        note: `${number(median(times.page))} against ${number(
          median(times.ping),
        )} ms, 16 connections`,
      },
    ];
  } finally {
    load.close();
    await backend.stop();
  }
}

/** One in ten is a project. */
function anEntity(n: number): Entity {
  const isProject = n % (ENTITIES / PROJECTS) === 0;
  const pick = (from: readonly string[], salt: number) =>
    from[(n * 7 + salt * 13 + Math.floor(n / 10)) % from.length];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `component-${n}`,
      namespace: 'default',
      title: `The ${pick(WORDS, 1)} ${pick(WORDS, 2)} ${n}`,
      description: `Does the ${pick(WORDS, 3)} of the ${pick(WORDS, 4)}.`,
      tags: [pick(LANGUAGES, 5), ...(isProject ? ['inner-source'] : [])],
      annotations: {
        'backstage.io/source-location': `url:https://forge.example/org/repo-${n}/tree/main/`,
        ...(isProject
          ? {
              'ospo/governance-level': pick(LEVELS, 6),
              'ospo/skills': `${pick(SKILLS, 7)}, ${pick(SKILLS, 8)}`,
              'ospo/motivation': `Because of the ${pick(WORDS, 9)}.`,
            }
          : {}),
      },
    },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${n % 50}` },
      { type: 'partOf', targetRef: `system:default/system-${n % 80}` },
      ...Array.from({ length: n % 5 }, (_, other) => ({
        type: 'dependencyOf',
        targetRef: `component:default/component-${(n + other) % ENTITIES}`,
      })),
    ],
  };
}

async function untilAnswered(
  load: HttpLoad,
  headers: Record<string, string>,
  path: string,
): Promise<void> {
  const since = performance.now();
  for (;;) {
    const { status, body } = await load.ask({ path, headers });
    if (status === 200) {
      return;
    }
    if (performance.now() - since > READ_LIMIT_MS) {
      throw new Error(`'${path}' is still answered ${status}: ${body}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}
