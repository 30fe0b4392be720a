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

import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Figure } from '../Figure';
import { summarise } from '../statistics';
import { writeLargeCycloneDx } from '../writeLargeCycloneDx';

const BYTES = 130_000_000;

/** Peak resident memory of a process that does nothing but read one document of 130 MB. */
export async function measurePeakMemory(options: {
  scratch: string;
  /** The built program of `readOnce.ts`. */
  program: string;
  runs: number;
}): Promise<Figure> {
  const file = path.join(options.scratch, 'huge.cdx.json');
  await pipeline(
    Readable.from(writeLargeCycloneDx({ bytes: BYTES })),
    createWriteStream(file),
  );
  const peaks: number[] = [];
  let note = '';
  for (let run = 0; run < options.runs; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      options.program,
      file,
    ]);
    const read: { peakMegabytes: number; components: number; ms: number } =
      JSON.parse(stdout);
    peaks.push(read.peakMegabytes);
    note = `${read.components.toLocaleString('en-GB')} components read in ${(
      read.ms / 1000
    ).toFixed(1)} s, worker and model included`;
  }
  await rm(file);
  return {
    id: 'P3:memory',
    on: '',
    judged: true,
    measured: summarise(peaks),
    note,
  };
}
