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

import { readSbomFile } from '../readSbomFile';
import { createFinding } from '../findings/FindingList';
import { SbomReading } from '../types';
import { findFiles, FoundFile } from './findFiles';
import { formatAsJson, formatForPeople } from './formatReading';

const USAGE = `Usage: sbom FILE_OR_DIR… [--json]

Reads CycloneDX and SPDX documents and says for each what is in it and what is wrong with it.
  --json   one JSON object a line: file, ok, format, specVersion, components, packages,
           relations, findings, error
Ends with 0 when every document was read, 1 when one was refused, 2 when called wrongly.
`;

/** Runs the command; answers with the exit code. */
export async function runCli(
  args: readonly string[],
  output: { print: (text: string) => void; complain: (text: string) => void },
): Promise<number> {
  const paths = args.filter(arg => !arg.startsWith('-'));
  const options = args.filter(arg => arg.startsWith('-'));
  if (options.includes('--help') || options.includes('-h')) {
    output.print(USAGE);
    return 0;
  }
  const wrong = options.find(option => option !== '--json');
  if (wrong !== undefined || paths.length === 0) {
    output.complain(
      `${
        wrong === undefined ? 'No file or folder given' : `No option '${wrong}'`
      }\n\n${USAGE}`,
    );
    return 2;
  }
  const asJson = options.includes('--json');
  let refused = 0;
  let read = 0;
  for (const path of paths) {
    for (const found of findFiles(path)) {
      const reading = await readFound(found);
      read += 1;
      refused += reading.ok ? 0 : 1;
      output.print(
        `${
          asJson
            ? formatAsJson(found.path, reading)
            : `${formatForPeople(found.path, reading)}\n`
        }\n`,
      );
    }
  }
  if (!asJson) {
    output.print(`${read} documents, ${refused} refused\n`);
  }
  return refused > 0 ? 1 : 0;
}

async function readFound(found: FoundFile): Promise<SbomReading> {
  if (found.problem !== undefined) {
    return {
      ok: false,
      error: createFinding({
        code: 'unreadable',
        place: found.path,
        detail: found.problem,
      }),
      findings: [],
    };
  }
  return readSbomFile(found.path);
}
