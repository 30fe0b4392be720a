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

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const PIECE_ROWS = 500;
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Sends rows of text by COPY. */
export async function copyText(
  client: Client,
  options: {
    table: string;
    columns: readonly string[];
    rows: readonly (readonly (string | null)[])[];
  },
): Promise<void> {
  const { table, columns, rows } = options;
  await pipeline(
    Readable.from(encodeText(rows)),
    client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
  );
}

/** A line for each row, its fields separated by tabs. */
export function* encodeText(
  rows: readonly (readonly (string | null)[])[],
): Generator<string> {
  for (let start = 0; start < rows.length; start += PIECE_ROWS) {
    yield rows
      .slice(start, start + PIECE_ROWS)
      .map(row => `${row.map(encodeField).join('\t')}\n`)
      .join('');
  }
}

function encodeField(value: string | null): string {
  return value === null
    ? '\\N'
    : value.replace(/[\\\n\r\t]/g, found => ESCAPES[found]);
}
