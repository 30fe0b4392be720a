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

import { Response } from 'express';
import { CSV_BYTE_ORDER_MARK, csvRecord, CsvValue } from './csv';
import { writeStream } from './writeStream';

/** Columns by their heading, in the order of the file. */
export type CsvColumns<T> = Record<string, (row: T) => CsvValue>;

interface CsvPage<T> {
  items: T[];
  nextCursor?: string;
}

interface CsvFile<T> {
  fileName: string;
  columns: CsvColumns<T>;
  readPage: (cursor: string | undefined) => Promise<CsvPage<T>>;
  /** After so many rows the file ends with a line that says so. */
  maxRows?: number;
}

/** Sends a list as one CSV file: page after page, no faster than it is taken. */
export async function sendCsv<T>(
  res: Response,
  options: CsvFile<T>,
): Promise<void> {
  // Whatever is wrong with the request shows with the first page, while the status can still say so.
  const first = await options.readPage(undefined);
  res.setHeader('Content-Type', 'text/csv; charset=utf-8');
  res.setHeader(
    'Content-Disposition',
    `attachment; filename="${options.fileName}"`,
  );
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'private, no-store');
  await writeStream(res, csvPieces(first, options));
}

async function* csvPieces<T>(
  first: CsvPage<T>,
  options: CsvFile<T>,
): AsyncIterable<string> {
  const { columns, readPage, maxRows = Infinity } = options;
  const readers = Object.values(columns);
  yield CSV_BYTE_ORDER_MARK + csvRecord(Object.keys(columns));
  let left = maxRows;
  for (let page = first; ; page = await readPage(page.nextCursor)) {
    const rows = page.items.slice(0, left);
    yield rows.map(row => csvRecord(readers.map(read => read(row)))).join('');
    left -= rows.length;
    const isCut = rows.length < page.items.length;
    if (page.nextCursor === undefined && !isCut) {
      return;
    }
    if (isCut || left === 0) {
      yield csvRecord([
        `Cut after ${maxRows} rows; narrow the filters for the others`,
      ]);
      return;
    }
  }
}
