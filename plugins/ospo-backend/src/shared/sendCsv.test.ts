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

import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Response } from 'express';
import { sendCsv } from './sendCsv';

/** A response whose receiver takes nothing unless the test reads. */
function aResponse() {
  const stream = new PassThrough({ highWaterMark: 1_000 });
  return {
    stream,
    // Headers and a stream are all that is used of a response here.
    response: Object.assign(stream, {
      setHeader: jest.fn(),
    }) as unknown as Response,
  };
}

async function afterSomeTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await setImmediate();
  }
}

describe('sendCsv', () => {
  it('reads no further than the receiver takes, and stops when it has gone', async () => {
    const { stream, response } = aResponse();
    let pagesRead = 0;
    const sent = sendCsv(response, {
      fileName: 'endless.csv',
      columns: { text: (row: string) => row },
      readPage: async () => {
        pagesRead++;
        return { items: ['x'.repeat(2_000)], nextCursor: 'more' };
      },
    });

    await afterSomeTurns();
    expect(pagesRead).toBeLessThan(5);
    stream.read();
    await afterSomeTurns();
    expect(pagesRead).toBeLessThan(10);

    stream.destroy();
    await sent;
    const atEnd = pagesRead;
    await afterSomeTurns();
    expect(pagesRead).toBe(atEnd);
  });

  it.each([
    [2, '"Cut after 2 rows; narrow the filters for the others"'],
    [3, '"Cut after 3 rows; narrow the filters for the others"'],
    [4, undefined],
  ])('says so when it stops after %i of four rows', async (maxRows, cut) => {
    const { stream, response } = aResponse();
    const sent = sendCsv(response, {
      fileName: 'numbers.csv',
      columns: { number: (row: number) => row },
      maxRows,
      readPage: async cursor =>
        cursor ? { items: [4] } : { items: [1, 2, 3], nextCursor: 'second' },
    });
    const pieces: Buffer[] = [];
    for await (const piece of stream) {
      pieces.push(piece);
    }
    await sent;
    const [, ...lines] = Buffer.concat(pieces).toString().trim().split('\r\n');
    const rows = [1, 2, 3, 4].slice(0, maxRows).map(String);
    expect(lines.slice(0, maxRows)).toEqual(rows);
    expect(lines[maxRows]).toBe(cut);
  });

  it('writes headings and every page', async () => {
    const { stream, response } = aResponse();
    const pages: Record<string, { items: number[]; nextCursor?: string }> = {
      first: { items: [1, 2], nextCursor: 'second' },
      second: { items: [3] },
    };
    const sent = sendCsv(response, {
      fileName: 'numbers.csv',
      columns: { number: (row: number) => row, double: row => row * 2 },
      readPage: async (cursor = 'first') => pages[cursor],
    });
    const pieces: Buffer[] = [];
    for await (const piece of stream) {
      pieces.push(piece);
    }
    await sent;

    expect(Buffer.concat(pieces).toString('utf8')).toBe(
      '\uFEFFnumber,double\r\n1,2\r\n2,4\r\n3,6\r\n',
    );
  });
});
