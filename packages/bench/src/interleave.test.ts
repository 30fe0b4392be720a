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

import { interleave } from './interleave';

describe('interleave', () => {
  it('takes turns, and drops the first rounds', async () => {
    const turns: string[] = [];
    let round = 0;
    const samples = await interleave(
      {
        floor: () => {
          turns.push('floor');
          return 10;
        },
        ours: async () => {
          turns.push('ours');
          round += 1;
          return round;
        },
      },
      { rounds: 4, dropped: 2 },
    );

    expect(turns).toEqual(Array(4).fill(['floor', 'ours']).flat());
    expect(samples).toEqual({ floor: [10, 10], ours: [3, 4] });
  });

  it('refuses a measurement that is no number', async () => {
    await expect(
      interleave({ ours: () => 1 / 0 }, { rounds: 1, dropped: 0 }),
    ).rejects.toThrow("'ours' returned Infinity");
  });
});
