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
  interleave,
  median,
  number,
  percentile,
  ratios,
  Rounds,
  summarise,
  timedEach,
} from 'bench';
import { UsageQueries } from '../src/usage/queries/UsageQueries';
import { totalsOfEverything } from '../src/usage/queries/getOverview';
import { BenchStore } from './BenchStore';
import { LookUps } from './LookUps';
import { readSubjects, Subjects } from './readSubjects';

const CALLS = 100;

/** Medians in ms, for the comparison of sizes. */
export interface WhoUsesTimes {
  popular: number[];
  rare: number[];
}

/** P11, P13, P14: the questions, put to the slice's read model, against one row by its key. */
export async function measureQuestions(options: {
  store: BenchStore;
  lookUps: LookUps;
  terms: number;
  callsATerm: number;
  rounds: Rounds;
  wants: (id: GoalId) => boolean;
}): Promise<{ figures: Figure[]; whoUses: WhoUsesTimes | undefined }> {
  const { store, lookUps, wants } = options;
  const { knex, landscape, place } = store;
  const queries = UsageQueries.create({
    knex,
    now: () => new Date(),
    staleAfterMs: 90 * 86_400_000,
  });
  const on = `${place.kind}, ${landscape.components.toLocaleString(
    'en-GB',
  )} components`;
  // The goals were set where a look-up crosses a connection; on SQLite it is a call of a few microseconds.
  const judged = place.kind === 'PostgreSQL';
  const subjects = await readSubjects(knex);
  const figures: Figure[] = [];

  const isAnyWanted = (ids: GoalId[]) => ids.some(wants);
  const whoUses = isAnyWanted([
    'P11:popular',
    'P11:rare',
    'P12:popular',
    'P12:rare',
  ])
    ? await measureWhoUses()
    : undefined;
  if (isAnyWanted(['P13:totals', 'P13:top', 'P13:licences'])) {
    await measureSummaries();
  }
  if (wants('P14')) {
    figures.push(await measureSearch());
  }
  return { figures: figures.filter(figure => wants(figure.id)), whoUses };

  async function measureWhoUses(): Promise<WhoUsesTimes> {
    const ask = (keys: Subjects['popular']) =>
      p50(CALLS, async index => {
        const page = await queries.listPackageUsages(
          { purl: keys[index % keys.length] },
          undefined,
        );
        if (!page || page.items.length === 0) {
          throw new Error(`Nobody uses '${keys[index % keys.length]}'`);
        }
      });
    const times = await interleave(
      {
        floor: async () => median(await lookUps.times(CALLS)),
        popular: () => ask(subjects.popular),
        rare: () => ask(subjects.rare),
      },
      options.rounds,
    );
    figures.push(
      toFigure('P11:popular', times.popular, times.floor),
      toFigure('P11:rare', times.rare, times.floor),
    );
    return { popular: times.popular, rare: times.rare };
  }

  async function measureSummaries() {
    const times = await interleave(
      {
        floor: async () => median(await lookUps.times(CALLS)),
        totals: () => p50(CALLS, () => totalsOfEverything(knex)),
        top: () =>
          p50(CALLS, () => queries.listPackages({ limit: 50 }, undefined)),
        licences: () => p50(CALLS, () => queries.listLicences({}, undefined)),
      },
      options.rounds,
    );
    figures.push(
      toFigure('P13:totals', times.totals, times.floor),
      toFigure('P13:top', times.top, times.floor),
      toFigure('P13:licences', times.licences, times.floor),
    );
  }

  async function measureSearch(): Promise<Figure> {
    const terms = landscape.searchTerms(options.terms);
    let worst = '';
    const times = await interleave(
      {
        floor: async () => percentile(await lookUps.times(200), 0.95),
        ours: async () => {
          let slowest = 0;
          for (const q of terms) {
            const p95 = percentile(
              await timedEach(options.callsATerm, () =>
                queries.listPackages({ q, limit: 20 }, undefined),
              ),
              0.95,
            );
            if (p95 > slowest) {
              slowest = p95;
              worst = q;
            }
          }
          return slowest;
        },
      },
      options.rounds,
    );
    const measured = toFigure('P14', times.ours, times.floor);
    return {
      ...measured,
      note: `${measured.note}; slowest at the end '${worst}'`,
    };
  }

  function toFigure(id: GoalId, ours: number[], floor: number[]): Figure {
    return {
      id,
      on,
      judged,
      measured: summarise(ratios(ours, floor)),
      note: `${number(median(ours))} against ${number(median(floor))} ms`,
    };
  }
}

async function p50(
  calls: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  return median(await timedEach(calls, work));
}
