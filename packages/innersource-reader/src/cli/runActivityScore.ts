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

import { readFileSync, statSync } from 'node:fs';
import { activityScore } from '../activityScore/activityScore';
import { readRepository } from '../activityScore/readRepository';

const MAX_BYTES = 256 * 1024 * 1024;

const USAGE = `Usage: activity-score FILE.json [--as-of DATE]

Computes the InnerSource Commons repository activity score (corrected form of 2026) for a list of repositories in the
shape of repos.json, and prints one JSON object a line: full_name, score, state, missing, formula, as_of, inputs.
  --as-of DATE   the moment ages are counted to, ISO 8601; now when left out
A score is null when its dates are unknown. Ends with 0, 1 when the file or a row cannot be read, 2 when called wrongly.
`;

/** Runs the command; answers with the exit code. */
export function runActivityScore(
  args: readonly string[],
  output: { print: (text: string) => void; complain: (text: string) => void },
  now: () => Date,
): number {
  if (args.includes('--help') || args.includes('-h')) {
    output.print(USAGE);
    return 0;
  }
  const call = readCall(args, now);
  if ('problem' in call) {
    output.complain(`${call.problem}\n\n${USAGE}`);
    return 2;
  }
  const rows = readRows(call.file);
  if ('problem' in rows) {
    output.complain(`${rows.problem}\n`);
    return 1;
  }
  let unreadable = 0;
  rows.items.forEach((row, at) => {
    const repository = readRepository(row);
    if (!repository) {
      unreadable += 1;
      output.complain(
        `${call.file}: row ${at} is left out, it has no 'full_name' and no 'name'\n`,
      );
      return;
    }
    const { score, state, missing, formula, asOf, inputs } = activityScore(
      repository.inputs,
      call.asOf,
    );
    output.print(
      `${JSON.stringify({
        full_name: repository.fullName,
        score: score ?? null,
        state,
        missing,
        formula,
        as_of: asOf,
        inputs,
      })}\n`,
    );
  });
  return unreadable > 0 ? 1 : 0;
}

function readCall(
  args: readonly string[],
  now: () => Date,
): { file: string; asOf: Date } | { problem: string } {
  const files: string[] = [];
  let asOf = now();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === '--as-of' || arg.startsWith('--as-of=')) {
      const written = arg === '--as-of' ? args[++at] : arg.slice(8);
      asOf = new Date(written ?? '');
      if (Number.isNaN(asOf.getTime())) {
        return {
          problem: `'${written ?? ''}' is no date; write it like 2026-11-25`,
        };
      }
    } else if (arg.startsWith('-')) {
      return { problem: `No option '${arg}'` };
    } else {
      files.push(arg);
    }
  }
  const [file, more] = files;
  if (file === undefined || more !== undefined) {
    return { problem: 'Give one file' };
  }
  return { file, asOf };
}

function readRows(file: string): { items: unknown[] } | { problem: string } {
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) {
      return {
        problem: `${file}: ${size} bytes are more than the ${MAX_BYTES} that are read; split the list`,
      };
    }
    const parsed: unknown = JSON.parse(
      readFileSync(file, 'utf8').replace(/^\uFEFF/, ''),
    );
    return Array.isArray(parsed)
      ? { items: parsed }
      : { problem: `${file}: is no list of repositories` };
  } catch (error) {
    return {
      problem: `${file}: ${
        error instanceof Error ? error.message : String(error)
      }`,
    };
  }
}
