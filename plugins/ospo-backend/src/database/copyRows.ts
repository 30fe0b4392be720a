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

import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Knex } from 'knex';
import { from as copyFrom } from 'pg-copy-streams';
import { NumberColumns, NumberRow } from './NumberRow';

const PIECE_ROWS = 1_000;
/** Signature, flags, and the length of no extension. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const TRAILER = Buffer.from('ffff', 'hex');
const BYTES = { integer: 4, smallint: 2 };

/** What `pg` gives us of a connection. */
interface PostgresConnection {
  query(stream: Writable): Writable;
}

/** Adds rows to a table of PostgreSQL by binary COPY, on the connection of the transaction. */
export async function copyRows(
  tx: Knex,
  options: {
    table: string;
    columns: NumberColumns;
    rows: readonly NumberRow[];
  },
): Promise<void> {
  const names = Object.keys(options.columns).join(', ');
  const widths = Object.values(options.columns).map(type => BYTES[type]);
  const connection: PostgresConnection = await tx.client.acquireConnection();
  try {
    const copying = connection.query(
      copyFrom(
        `copy ${options.table} (${names}) from stdin with (format binary)`,
      ),
    );
    await pipeline(Readable.from(encodeRows(widths, options.rows)), copying);
  } finally {
    // Of a transaction it is the transaction's own, and this does nothing.
    await tx.client.releaseConnection(connection);
  }
}

/** Each row as the number of its fields, and each field with its length before it. */
function* encodeRows(
  widths: readonly number[],
  rows: readonly NumberRow[],
): Generator<Buffer> {
  const rowBytes = widths.reduce((sum, width) => sum + 4 + width, 2);
  yield HEADER;
  for (let start = 0; start < rows.length; start += PIECE_ROWS) {
    const end = Math.min(start + PIECE_ROWS, rows.length);
    const piece = Buffer.allocUnsafe((end - start) * rowBytes);
    let at = 0;
    for (let index = start; index < end; index++) {
      const row = rows[index];
      at = piece.writeInt16BE(widths.length, at);
      for (let column = 0; column < widths.length; column++) {
        const width = widths[column];
        at = piece.writeInt32BE(width, at);
        at =
          width === 4
            ? piece.writeInt32BE(row[column], at)
            : piece.writeInt16BE(row[column], at);
      }
    }
    yield piece;
  }
  yield TRAILER;
}
