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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusRow {
  file: string;
  path: string;
  format: string;
  specVersion: string;
  components: number;
  bytes: number;
  category: string;
}

const CORPUS = join(__dirname, '../../../../../shared/data/sbom-corpus');

/** The rows of the index of real documents beside the repository; fails when they are not there. */
export function readCorpusIndex(): CorpusRow[] {
  const index = join(CORPUS, 'index.csv');
  if (!existsSync(index)) {
    throw new Error(`The corpus is missing: no '${index}'`);
  }
  const [head, ...lines] = readFileSync(index, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map(line => {
    const cells = splitCsv(line);
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return {
      file: cell('file'),
      path: join(CORPUS, cell('file')),
      format: cell('format'),
      specVersion: cell('specVersion'),
      components: Number(cell('components')),
      bytes: Number(cell('bytes')),
      category: cell('category'),
    };
  });
}

/** The bytes of a document of the corpus, by a part of its path that only it has. */
export function readCorpusFile(part: string): Buffer {
  const [row, ...others] = readCorpusIndex().filter(({ file }) =>
    file.endsWith(part),
  );
  if (!row || others.length > 0) {
    throw new Error(
      `${others.length + (row ? 1 : 0)} documents end in '${part}'`,
    );
  }
  return readFileSync(row.path);
}

function splitCsv(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)) {
    const cell = match[1];
    cells.push(
      cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell,
    );
  }
  return cells;
}
