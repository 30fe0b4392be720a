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

import { Validators } from './Validators';

const now = new Date('2026-11-25T12:00:00Z');

function create(previous: Record<string, string> = {}, at = now) {
  return Validators.create({ previous, now: at });
}

it('keeps an etag for a week', () => {
  const validators = create();
  validators.set('commits', '"1"');
  const kept = validators.toRecord();
  expect(create(kept).get('commits')).toEqual({
    etag: '"1"',
    readAt: new Date('2026-11-25T00:00:00Z'),
  });
  const later = (days: number) =>
    create(kept, new Date(now.getTime() + days * 86_400_000));
  expect(later(6).get('commits')).toBeDefined();
  expect(later(7).get('commits')).toBeUndefined();
});

it('hands on what was not read this time, and forgets what has no etag', () => {
  const validators = create({
    facts: '2026-11-24|"1"',
    commits: '2026-11-24|"2"',
  });
  validators.set('commits', undefined);
  expect(validators.toRecord()).toEqual({ facts: '2026-11-24|"1"' });
});

it('stays within bounds', () => {
  const validators = create(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`n${i}`, '2026-11-24|"1"']),
    ),
  );
  validators.set('one more', '"1"');
  validators.set('n0', 'x'.repeat(200));
  const kept = validators.toRecord();
  expect(Object.keys(kept)).toHaveLength(49);
  expect(kept).not.toHaveProperty('one more');
});

it.each(['"1"', '2026-11-24|', 'tomorrow|"1"', '2026-12-24|"1"'])(
  'does not trust %j',
  entry => {
    expect(create({ facts: entry }).get('facts')).toBeUndefined();
  },
);

it('takes back what was set since a mark', () => {
  const validators = create({
    facts: '2026-11-24|"1"',
    commits: '2026-11-24|"2"',
  });
  const before = validators.toRecord();
  const takeBack = validators.mark();
  validators.set('commits', undefined);
  validators.set('help', '"3"');
  takeBack();
  expect(validators.toRecord()).toEqual(before);
});
