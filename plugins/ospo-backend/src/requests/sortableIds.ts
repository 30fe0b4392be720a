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

import { randomBytes } from 'node:crypto';

/** Crockford's letters: no I, L, O and U, so that an id can be read aloud. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Makes ids as ULIDs are: 48 bits of the time in milliseconds and 80 of chance, in 26 letters that sort by the time.
 * Those of one instance and one millisecond sort in the order in which they were made.
 */
export function sortableIds(options: { now: () => Date }): () => string {
  let last = -1;
  let chance = 0n;
  return () => {
    const time = options.now().getTime();
    chance =
      time === last
        ? chance + 1n
        : BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n;
    last = time;
    return letters(BigInt(time), 10) + letters(chance, 16);
  };
}

function letters(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest >>= 5n) {
    text = LETTERS[Number(rest & 31n)] + text;
  }
  return text;
}
