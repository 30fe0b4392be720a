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

import { encode } from './copyBinary';

describe('copyBinary', () => {
  it('writes the signature, each row with the lengths of its fields, and the end mark', () => {
    const bytes = Buffer.concat([
      ...encode(
        [
          { name: 'id', bytes: 4 },
          { name: 'flags', bytes: 2 },
        ],
        [
          [1, 2],
          [-1, 258],
        ],
      ),
    ]);

    expect(bytes.toString('hex')).toBe(
      [
        '5047434f50590aff0d0a00',
        '00000000',
        '00000000',
        '0002',
        '00000004',
        '00000001',
        '00000002',
        '0002',
        '0002',
        '00000004',
        'ffffffff',
        '00000002',
        '0102',
        'ffff',
      ].join(''),
    );
  });
});
