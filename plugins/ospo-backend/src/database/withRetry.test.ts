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

import { withRetry } from './withRetry';

function failingWith(code: string, times: number) {
  const work = jest.fn(async () => {
    if (work.mock.calls.length <= times) {
      throw Object.assign(new Error('no'), { code });
    }
    return 'done';
  });
  return work;
}

describe('withRetry', () => {
  const pauses: number[] = [];
  const pause = async (ms: number) => {
    pauses.push(ms);
  };

  beforeEach(() => {
    pauses.length = 0;
  });

  it.each(['40P01', '40001', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '57P01'])(
    'tries again after %s, at most five times, and waits longer each time',
    async code => {
      expect(await withRetry(failingWith(code, 4), { pause })).toBe('done');
      expect(pauses).toHaveLength(4);
      expect(pauses[3]).toBeGreaterThan(pauses[0]);

      await expect(
        withRetry(failingWith(code, 5), { pause }),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    },
  );

  it('does not try again what will fail again', async () => {
    const work = failingWith('23505', 9);
    await expect(withRetry(work, { pause })).rejects.toMatchObject({
      code: '23505',
    });
    expect(work).toHaveBeenCalledTimes(1);
  });
});
