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

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../cli/findFiles';
import { fuzzReader } from './fuzzReader';

const USAGE =
  'Usage: fuzz [FILE_OR_DIR…] [--count 50000] [--seed 20261123] [--max-bytes 50000]\n';

/* eslint-disable no-restricted-syntax -- run from the sources of the repository only */
const DEFAULT_FOLDERS = [
  join(__dirname, '../../../../../shared/data/sbom-corpus'),
  join(__dirname, '../../../../examples'),
].filter(existsSync);
/* eslint-enable no-restricted-syntax */

/** Reads mutations of the documents in a folder and prints the counts; ends with 1 when anything went wrong. */
async function main(args: readonly string[]): Promise<number> {
  const options = { count: 50_000, seed: 20261123, 'max-bytes': 50_000 };
  const paths: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const name = args[i].slice(2);
    if (name === 'count' || name === 'seed' || name === 'max-bytes') {
      if (!args[i].startsWith('--') || !/^\d+$/.test(args[i + 1] ?? '')) {
        process.stderr.write(USAGE);
        return 2;
      }
      options[name] = Number(args[i + 1]);
      i += 1;
    } else {
      paths.push(args[i]);
    }
  }
  const folders = paths.length > 0 ? paths : DEFAULT_FOLDERS;
  const documents = folders
    .flatMap(path => [...findFiles(path)])
    .filter(found => found.problem === undefined)
    .filter(found => statSync(found.path).size <= options['max-bytes'])
    .map(found => readFileSync(found.path))
    .filter(bytes => bytes.length > 0);
  if (documents.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const report = await fuzzReader({
    documents,
    count: options.count,
    seed: options.seed,
    onProgress: done => {
      if (done % 5000 === 0) {
        process.stderr.write(`${done} of ${options.count}\n`);
      }
    },
  });
  process.stdout.write(
    `${JSON.stringify({ seed: options.seed, ...report }, null, 2)}\n`,
  );
  return report.failures.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
