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

import { writeFile } from 'node:fs/promises';
import {
  Figure,
  findBroken,
  formatReached,
  formatTable,
  goals,
  judge,
  knownMisses,
  machineLines,
} from 'bench';
import { BenchOptions, BenchPlan, planOf } from './BenchOptions';
import { measureAll } from './measureAll';

/** Measures, prints the table, and ends with 1 when a reduced run finds a ratio broken that normally holds. */
async function main(): Promise<number> {
  // Written by scripts/bench.mjs, the only caller.
  const options: BenchOptions = JSON.parse(process.argv[2]);
  const plan = planOf(options);
  const judging = { isReduced: plan.isReduced, knownMisses };
  const machine = machineLines();
  say(machine.join('\n'));
  const since = performance.now();
  const broke: string[] = [];
  let figures = await collect(plan);
  const suspects = findBroken(figures, judging);
  if (suspects.length > 0) {
    // The machine may have had something else to do; what is really broken is so twice.
    say(`\n… a second time: ${suspects.map(({ id }) => id).join(', ')}`);
    const ids = new Set(suspects.map(({ id }) => id));
    const again = await collect({ ...plan, wants: id => ids.has(id) });
    figures = figures.map(figure => better(figure, again));
  }
  const seconds = Math.round((performance.now() - since) / 1000);
  const { lines, isBroken } = judge(figures, judging);
  const text = formatTable(figures, 'text');
  say(`\n${text}\n${lines.join('\n')}\n${seconds} s`);
  if (options.json) {
    await writeFile(
      options.json,
      `${JSON.stringify(
        {
          at: new Date().toISOString(),
          ...{ machine, seconds, figures },
          broken: findBroken(figures, judging),
          broke,
        },
        null,
        2,
      )}\n`,
    );
  }
  if (options.markdown) {
    await writeFile(options.markdown, formatTable(figures, 'markdown'));
  }
  return isBroken || broke.length > 0 ? 1 : 0;

  async function collect(wanted: BenchPlan): Promise<Figure[]> {
    const collected: Figure[] = [];
    try {
      for await (const figure of measureAll({ plan: wanted, options, say })) {
        collected.push(figure);
        // So that a run that is cut off has told what it knows.
        say(`    ${formatReached(figure)}`);
      }
    } catch (error) {
      // The table is told all the same.
      broke.push(error instanceof Error ? `${error.stack}` : `${error}`);
      say(`BROKE OFF: ${broke.at(-1)}`);
    }
    return collected;
  }
}

/** The better one of two measurements of the same. */
function better(figure: Figure, again: readonly Figure[]): Figure {
  const second = again.find(
    other => other.id === figure.id && other.on === figure.on,
  );
  if (!second?.measured) {
    return figure;
  }
  const isBetter =
    !figure.measured ||
    (goals[figure.id].reach === 'at least'
      ? second.measured.median > figure.measured.median
      : second.measured.median < figure.measured.median);
  const note = (kept: Figure) => `${kept.note ?? ''}; measured twice`;
  return isBetter
    ? { ...second, note: note(second) }
    : { ...figure, note: note(figure) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
