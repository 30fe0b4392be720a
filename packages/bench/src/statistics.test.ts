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

import { median, percentile, ratios, summarise } from './statistics';

describe('statistics', () => {
  it.each([
    [[3], 3],
    [[4, 1, 3], 3],
    [[4, 1, 3, 10], 3.5],
  ])('finds the median of %j', (samples, expected) => {
    expect(median(samples)).toBe(expected);
  });

  it('finds percentiles by the nearest rank, whatever the order', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);

    expect(percentile(samples, 0.95)).toBe(95);
    expect(percentile(samples, 0)).toBe(1);
    expect(percentile(samples, 1)).toBe(100);
  });

  it('compares round by round', () => {
    expect(ratios([2, 9], [1, 3])).toEqual([2, 3]);
    expect(() => ratios([1], [1, 2])).toThrow('unequal number');
  });

  it('summarises with the extremes, and refuses to summarise nothing', () => {
    expect(summarise([2, 8, 4])).toEqual({ median: 4, min: 2, max: 8 });
    expect(() => summarise([])).toThrow('median of nothing');
  });
});
