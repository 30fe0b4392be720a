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

import { createFormat } from './useFormat';

const LOS_ANGELES = 'America/Los_Angeles';
const STOCKHOLM = 'Europe/Stockholm';
const AUCKLAND = 'Pacific/Auckland';

function at(now: string, timeZone: string) {
  return createFormat('en', 'unknown', {
    timeZone,
    now: () => Date.parse(now),
  });
}

describe('a date', () => {
  it.each([LOS_ANGELES, STOCKHOLM, AUCKLAND])(
    'without a time is the same day in %s',
    zone => {
      expect(at('2026-12-01T12:00:00Z', zone).date('2026-12-01')).toBe(
        'Dec 1, 2026',
      );
    },
  );

  it.each([
    [LOS_ANGELES, 'Nov 30, 2026'],
    [AUCKLAND, 'Dec 1, 2026'],
  ])('of a time is the day that it was in %s', (zone, day) => {
    expect(
      at('2026-12-01T12:00:00Z', zone).date('2026-12-01T06:00:00.000Z'),
    ).toBe(day);
  });

  it('that cannot be read is unknown', () => {
    const format = at('2026-12-01T12:00:00Z', STOCKHOLM);
    expect([format.date(undefined), format.date('soon')]).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});

describe('how long ago', () => {
  it.each([
    // Last evening, nine hours ago.
    ['2026-11-25T21:00:00Z', '2026-11-26T06:00:00Z', STOCKHOLM, 'yesterday'],
    // The same evening.
    ['2026-11-25T17:00:00Z', '2026-11-25T22:30:00Z', STOCKHOLM, 'today'],
    // One moment before midnight, by the clock of the reader.
    ['2026-11-26T07:30:00Z', '2026-11-26T08:30:00Z', LOS_ANGELES, 'yesterday'],
    ['2026-11-26T07:30:00Z', '2026-11-26T08:30:00Z', AUCKLAND, 'today'],
    // The night when clocks went back has 25 hours.
    ['2026-10-24T22:30:00Z', '2026-10-26T07:00:00Z', STOCKHOLM, 'yesterday'],
    ['2026-11-25', '2026-11-26T02:00:00Z', LOS_ANGELES, 'today'],
    ['2026-11-25', '2026-11-25T12:00:00Z', AUCKLAND, 'yesterday'],
    ['2026-11-12T08:00:00Z', '2026-11-26T06:00:00Z', STOCKHOLM, '2 weeks ago'],
    ['2026-09-20T08:00:00Z', '2026-11-26T06:00:00Z', STOCKHOLM, '2 months ago'],
    ['2024-11-01T08:00:00Z', '2026-11-26T06:00:00Z', STOCKHOLM, '2 years ago'],
    // A clock that goes ahead.
    ['2026-11-27T08:00:00Z', '2026-11-26T06:00:00Z', STOCKHOLM, 'today'],
  ])('%s is at %s in %s: %s', (iso, now, zone, text) => {
    expect(at(now, zone).ago(iso)).toBe(text);
  });

  it('is unknown of what cannot be read', () => {
    expect(at('2026-11-26T06:00:00Z', STOCKHOLM).ago(undefined)).toBe(
      'unknown',
    );
  });
});
