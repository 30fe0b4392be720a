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

import { BoundedCache } from './BoundedCache';

describe('BoundedCache', () => {
  it('drops what was used least recently', () => {
    const cache = BoundedCache.create<number>({ maxSize: 2, now: () => 0 });
    cache.set('a', 1, { ttlMs: 10 });
    cache.set('b', 2, { ttlMs: 10 });
    cache.get('a');
    cache.set('c', 3, { ttlMs: 10 });

    expect(['a', 'b', 'c'].map(key => cache.get(key))).toEqual([
      1,
      undefined,
      3,
    ]);
  });

  it('counts sizes, also of what replaces and of what is too large', () => {
    const cache = BoundedCache.create<number>({ maxSize: 10, now: () => 0 });
    cache.set('a', 1, { ttlMs: 10, size: 6 });
    cache.set('a', 2, { ttlMs: 10, size: 7 });
    cache.set('b', 3, { ttlMs: 10, size: 3 });
    expect([cache.get('a'), cache.get('b')]).toEqual([2, 3]);

    cache.set('c', 4, { ttlMs: 10, size: 11 });
    expect(['a', 'b', 'c'].map(key => cache.get(key))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    cache.set('d', 5, { ttlMs: 10, size: 10 });
    expect(cache.get('d')).toBe(5);
  });

  it('takes in what is new when everything else is in use', () => {
    const cache = BoundedCache.create<number, number>({
      maxSize: 3,
      now: () => 0,
    });
    for (let key = 0; key < 20; key++) {
      cache.set(key, key, { ttlMs: 10 });
      [key, key - 1, key - 2].forEach(used => cache.get(used));

      expect(cache.get(key)).toBe(key);
    }
    expect(Array.from({ length: 20 }, (_, key) => cache.get(key))).toEqual([
      ...Array(17).fill(undefined),
      ...[17, 18, 19],
    ]);
  });

  it('forgets what is too old', () => {
    let now = 0;
    const cache = BoundedCache.create<number>({ maxSize: 2, now: () => now });
    cache.set('a', 1, { ttlMs: 10 });
    now = 9;
    expect(cache.get('a')).toBe(1);
    now = 10;
    expect(cache.get('a')).toBe(undefined);
  });
});
