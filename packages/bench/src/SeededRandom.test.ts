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

import { BENCH_SEED, SeededRandom } from './SeededRandom';

describe('SeededRandom', () => {
  it('gives the numbers of mulberry32 for the seed', () => {
    const random = SeededRandom.create(BENCH_SEED);
    const again = SeededRandom.create(BENCH_SEED);
    const numbers = Array.from({ length: 1000 }, () => random.next());

    expect(numbers).toEqual(Array.from({ length: 1000 }, () => again.next()));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(new Set(numbers).size).toBe(1000);
  });

  it('draws normally distributed numbers', () => {
    const random = SeededRandom.create(1);
    const numbers = Array.from({ length: 20_000 }, () => random.normal());
    const mean = numbers.reduce((sum, value) => sum + value, 0) / 20_000;
    const variance =
      numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 20_000;

    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
