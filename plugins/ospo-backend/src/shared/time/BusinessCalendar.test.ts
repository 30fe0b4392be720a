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

import fc from 'fast-check';
import { BusinessCalendar, parseBusinessDuration } from './BusinessCalendar';

const stockholm = BusinessCalendar.create({
  timeZone: 'Europe/Stockholm',
  workDays: [1, 2, 3, 4, 5],
  hours: { start: '09:00', end: '17:00' },
  holidays: ['2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06'],
});
const roundTheClock = BusinessCalendar.create({
  timeZone: 'Europe/Stockholm',
  workDays: [1, 2, 3, 4, 5, 6, 7],
  hours: { start: '00:00', end: '24:00' },
  holidays: [],
});

describe('BusinessCalendar', () => {
  it.each([
    [
      'a day, on a Monday',
      '2026-11-23T09:30:00Z',
      'P1D',
      '2026-11-24T09:30:00.000Z',
    ],
    [
      'a day over a weekend',
      '2026-11-27T13:00:00Z',
      'P1D',
      '2026-11-30T13:00:00.000Z',
    ],
    [
      'begun on a Sunday',
      '2026-11-29T13:00:00Z',
      'P1D',
      '2026-12-01T08:00:00.000Z',
    ],
    [
      'begun before it opens',
      '2026-11-23T03:00:00Z',
      'PT2H',
      '2026-11-23T10:00:00.000Z',
    ],
    [
      'begun after it closed',
      '2026-11-23T17:00:00Z',
      'PT2H',
      '2026-11-24T10:00:00.000Z',
    ],
    [
      'hours over an evening',
      '2026-11-23T15:00:00Z',
      'PT4H',
      '2026-11-24T11:00:00.000Z',
    ],
    [
      'a week is five days',
      '2026-11-23T09:00:00Z',
      'P1W',
      '2026-11-30T09:00:00.000Z',
    ],
    [
      'over holidays',
      '2026-12-23T10:00:00Z',
      'P1D',
      '2026-12-28T10:00:00.000Z',
    ],
    [
      'over New Year',
      '2026-12-30T10:00:00Z',
      'P3D',
      '2027-01-05T10:00:00.000Z',
    ],
    [
      'days and hours',
      '2026-11-23T09:00:00Z',
      'P1DT3H',
      '2026-11-24T12:00:00.000Z',
    ],
    // Clocks go forward on 29 March 2026 and back on 25 October 2026.
    [
      'a day when the clock goes forward',
      '2026-03-27T09:00:00Z',
      'P1D',
      '2026-03-30T08:00:00.000Z',
    ],
    [
      'a day when the clock goes back',
      '2026-10-23T08:00:00Z',
      'P1D',
      '2026-10-26T09:00:00.000Z',
    ],
    [
      'hours when the clock goes back',
      '2026-10-23T14:00:00Z',
      'PT2H',
      '2026-10-26T09:00:00.000Z',
    ],
  ])('adds %s', (_case, start, duration, expected) => {
    expect(stockholm.add(start, duration)).toBe(expected);
  });

  it('counts what really passes on days that are longer or shorter', () => {
    expect(roundTheClock.add('2026-03-28T22:00:00Z', 'PT4H')).toBe(
      '2026-03-29T02:00:00.000Z',
    );
    expect(
      roundTheClock.betweenMs('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'),
    ).toBe(23 * 3_600_000);
    expect(
      roundTheClock.betweenMs('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'),
    ).toBe(25 * 3_600_000);
  });

  it.each([
    ['within a day', '2026-11-23T09:00:00Z', '2026-11-23T11:30:00Z', 2.5],
    ['over a night', '2026-11-23T15:00:00Z', '2026-11-24T09:00:00Z', 2],
    ['over a weekend', '2026-11-27T08:00:00Z', '2026-11-30T16:00:00Z', 16],
    ['over holidays', '2026-12-23T08:00:00Z', '2026-12-28T16:00:00Z', 16],
    ['backwards', '2026-11-24T09:00:00Z', '2026-11-23T09:00:00Z', 0],
    ['while closed', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z', 0],
  ])('measures %s', (_case, start, end, hours) => {
    expect(stockholm.betweenMs(start, end)).toBe(hours * 3_600_000);
  });

  it('gives back the time that it added, wherever it began', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }),
        fc.integer({ min: 1, max: 100 * 60 }),
        (minute, length) => {
          const start = new Date(
            Date.UTC(2026, 0, 1) + minute * 60_000,
          ).toISOString();
          const end = stockholm.addMs(start, length * 60_000);
          expect(stockholm.betweenMs(start, end)).toBe(length * 60_000);
          expect(end > start).toBe(true);
        },
      ),
    );
  });

  it.each(['P1M', 'P1Y', 'P0D', '-P1D', 'P1.5D', 'tomorrow', '', 'P5000D'])(
    "refuses '%s'",
    text => {
      expect(() => parseBusinessDuration(text)).toThrow(
        'is no duration of business time',
      );
    },
  );

  it('says so when it never opens', () => {
    const closed = BusinessCalendar.create({
      timeZone: 'UTC',
      workDays: [],
      hours: { start: '09:00', end: '17:00' },
      holidays: [],
    });
    expect(() => closed.add('2026-11-23T09:00:00Z', 'P1D')).toThrow(
      'no business day',
    );
  });
});
