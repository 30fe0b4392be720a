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

const PIECE_ROWS = 1_000;

/** A whole number in a column of that many bytes. */
export type CopyColumn = { name: string; bytes: 2 | 4 };

/** Sends rows of whole numbers by PostgreSQL's fastest way in, the binary COPY. */
export async function copyBinary(
  client: Client,
  options: {
    table: string;
    columns: readonly CopyColumn[];
    rows: readonly (readonly number[])[];
  },
): Promise<void> {
  const names = options.columns.map(column => column.name).join(', ');
  await pipeline(
    Readable.from(encode(options.columns, options.rows)),
    client.query(
      copyFrom(
        `copy ${options.table} (${names}) from stdin with (format binary)`,
      ),
    ),
  );
}

/** A signature; for each row the number of fields, and each with its length; and an end mark. */
export function* encode(
  columns: readonly CopyColumn[],
  rows: readonly (readonly number[])[],
): Generator<Buffer> {
  const rowBytes = columns.reduce((sum, column) => sum + 4 + column.bytes, 2);
  yield Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
  for (let start = 0; start < rows.length; start += PIECE_ROWS) {
    const piece = rows.slice(start, start + PIECE_ROWS);
    const buffer = Buffer.allocUnsafe(piece.length * rowBytes);
    let at = 0;
    for (const row of piece) {
      at = buffer.writeInt16BE(columns.length, at);
      for (let column = 0; column < columns.length; column++) {
        const { bytes } = columns[column];
        at = buffer.writeInt32BE(bytes, at);
        at = buffer.writeIntBE(row[column], at, bytes);
      }
    }
    yield buffer;
  }
  yield Buffer.from('ffff', 'hex');
}
