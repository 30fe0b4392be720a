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

import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from './cursor';

const position = z.tuple([z.string(), z.int32()]);

describe('cursor', () => {
  it('gives back the position it was made of', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, id) => {
        const cursor = encodeCursor({ binding: 'list', position: [text, id] });
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor({ cursor, binding: 'list', position })).toEqual([
          text,
          id,
        ]);
      }),
    );
  });

  it('takes nothing else, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map(json => Buffer.from(json).toString('base64url')),
          fc.constant(encodeCursor({ binding: 'other', position: ['a', 1] })),
          fc.constant(
            encodeCursor({ binding: 'list', position: ['a', 2 ** 40] }),
          ),
        ),
        cursor => {
          expect(() =>
            decodeCursor({ cursor, binding: 'list', position }),
          ).toThrow(InputError);
        },
      ),
    );
  });

  it('is absent on the first page', () => {
    expect(decodeCursor({ cursor: undefined, binding: 'list', position })).toBe(
      undefined,
    );
  });
});

describe('cursorBinding', () => {
  it('does not depend on order, and does on every value', () => {
    expect(cursorBinding({ a: 1, b: ['x'], c: undefined })).toBe(
      cursorBinding({ b: ['x'], a: 1 }),
    );
    expect(cursorBinding({ a: 1 })).not.toBe(cursorBinding({ a: 2 }));
  });
});
