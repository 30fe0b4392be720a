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

import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../shared/cursor';

/** Rows that are looked through at once, when a page is not full after the first look. */
const ROUND = 1_000;
/** After so many rounds a page ends short, with a cursor to go on from. */
const MAX_ROUNDS = 6;
/** Hidden rows that are looked at again, because others may have left their place since. */
const OVERLAP = 100;
const MAX_SKIP = 10_000_000;

type Position = [sortedBy: string, id: string];

/** Where a page begins: after a row, and then after so many more. A row that was hidden is never named, only counted. */
export interface RowPlace {
  after?: Position;
  skip: number;
}

export interface ScanOptions<Row, Item> {
  limit: number;
  from: RowPlace;
  read: (place: RowPlace, size: number) => Promise<Row[]>;
  /** What the reader may see of rows, by their id. */
  see: (rows: Row[]) => Promise<ReadonlyMap<string, Item>>;
  positionOf: (row: Row) => Position;
}

/**
 * A page of what the reader may see. What is hidden from them is made up for from what follows, as far as that is
 * bearable; a page may end short, but it says where it goes on for as long as there are rows.
 */
export async function scanVisible<Row extends { id: string }, Item>(
  options: ScanOptions<Row, Item>,
): Promise<{ items: Item[]; next?: RowPlace }> {
  const { limit, from, read, see, positionOf } = options;
  const items: Item[] = [];
  let lastShown = from.after;
  let hidden = from.skip;
  let place = from;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const size = round === 0 ? limit + 1 : ROUND;
    const rows = await read(place, size);
    const shown = await see(rows);
    for (const row of rows) {
      const item = shown.get(row.id);
      if (!item) {
        hidden += 1;
      } else if (items.length === limit) {
        return { items, next: { after: lastShown, skip: 0 } };
      } else {
        items.push(item);
        lastShown = positionOf(row);
        hidden = 0;
      }
    }
    const last = rows.at(-1);
    if (rows.length < size || !last) {
      return { items };
    }
    place = { after: positionOf(last), skip: 0 };
  }
  const skip = Math.max(0, hidden - OVERLAP);
  return { items, next: { after: lastShown, skip } };
}

const cursorSchema = z.tuple([
  z.string(),
  z.string(),
  z.int().min(0).max(MAX_SKIP),
]);

export function writePlace({ after, skip }: RowPlace, binding: string): string {
  const [sortedBy, id] = after ?? ['', ''];
  return encodeCursor({ binding, position: [sortedBy, id, skip] });
}

/** The place of a cursor, or the beginning. */
export function readPlace(
  cursor: string | undefined,
  binding: string,
): RowPlace {
  const position = decodeCursor({ cursor, binding, position: cursorSchema });
  if (!position) {
    return { skip: 0 };
  }
  const [sortedBy, id, skip] = position;
  return { after: id === '' ? undefined : [sortedBy, id], skip };
}
