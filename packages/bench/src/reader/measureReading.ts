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

import { readSbom, readSbomFile } from '@ospo-suite/sbom-reader';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Figure } from '../Figure';
import { number } from '../formatTable';
import { interleave, Rounds, timed } from '../interleave';
import { ratios, summarise, median } from '../statistics';
import { writeLargeCycloneDx } from '../writeLargeCycloneDx';
import { LoopWatch } from './LoopWatch';

const MEGABYTE = 1_000_000;
const IDLE_MS = 300;

/** P1 and P3: how fast a 20 MB document is read, and how long the thread that asked is held up. */
export async function measureReading(options: {
  rounds: Rounds;
  scratch: string;
}): Promise<Figure[]> {
  const bytes = Buffer.concat([
    ...writeLargeCycloneDx({ bytes: 20 * MEGABYTE }),
  ]);
  const file = path.join(options.scratch, 'large.cdx.json');
  await writeFile(file, bytes);
  const megabytes = bytes.length / MEGABYTE;
  const stalls: number[] = [];
  const walks: number[] = [];
  const idle: number[] = [];
  const times = await interleave(
    {
      parse: () => timed(() => JSON.parse(bytes.toString('utf8'))),
      inPlace: () =>
        timed(async () => {
          const reading = await readSbom(bytes);
          if (!reading.ok) {
            throw new Error(`The reader refused: ${reading.error.message}`);
          }
        }),
      inWorker: async () => {
        const watch = LoopWatch.start();
        const since = performance.now();
        const reading = await readSbomFile(file);
        const ms = performance.now() - since;
        stalls.push(await watch.stop());
        if (!reading.ok) {
          throw new Error(`The reader refused: ${reading.error.message}`);
        }
        walks.push(await timed(() => countNames(reading.components)));
        return ms;
      },
      // What the machine does to a loop that has nothing to do.
      idle: () =>
        timed(async () => {
          const watch = LoopWatch.start();
          await new Promise(resolve => setTimeout(resolve, IDLE_MS));
          idle.push(await watch.stop());
        }),
    },
    options.rounds,
  );
  const speed = (samples: number[]) =>
    `${Math.round(megabytes / (median(samples) / 1000))} MB/s`;
  return [
    {
      id: 'P1',
      on: '',
      judged: true,
      measured: summarise(ratios(times.parse, times.inPlace)),
      note: `${speed(times.inPlace)} in this thread, ${speed(
        times.inWorker,
      )} through the worker with the result handed over; JSON.parse ${speed(
        times.parse,
      )}`,
    },
    {
      id: 'P3',
      on: '',
      judged: true,
      measured: summarise(stalls.slice(options.rounds.dropped)),
      note: `through the worker, the way the plugin reads; ${number(
        median(idle),
      )} ms while nothing is read; making all components afterwards takes the caller ${number(
        median(walks.slice(options.rounds.dropped)),
      )} ms`,
    },
  ];
}

/** Asks for every component, which is when `readSbomFile` makes it. */
function countNames(components: Iterable<{ name: string }>): number {
  const names = new Set<string>();
  for (const { name } of components) {
    names.add(name);
  }
  return names.size;
}
