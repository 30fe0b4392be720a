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

import { InputError } from '@backstage/errors';
import { DateTime, Duration, Interval } from 'luxon';

/** When an organisation works. */
export interface BusinessCalendarOptions {
  /** IANA name. */
  timeZone: string;
  /** ISO weekdays, 1 is Monday. */
  workDays: readonly number[];
  /** Local times, `09:00` and `17:00`; the end may be `24:00`. */
  hours: { start: string; end: string };
  /** ISO dates. */
  holidays: readonly string[];
}

/** Longer than any service level; a calendar that never opens is noticed instead of looked through for ever. */
const MAX_DAYS = 3_660;

/** Counts time while the organisation works, and stands still otherwise. */
export class BusinessCalendar {
  readonly #zone: string;
  readonly #workDays: ReadonlySet<number>;
  readonly #holidays: ReadonlySet<string>;
  readonly #startMinute: number;
  readonly #endMinute: number;

  private constructor(options: BusinessCalendarOptions) {
    this.#zone = options.timeZone;
    this.#workDays = new Set(options.workDays);
    this.#holidays = new Set(options.holidays);
    this.#startMinute = minuteOfDay(options.hours.start);
    this.#endMinute = minuteOfDay(options.hours.end);
  }

  static create(options: BusinessCalendarOptions): BusinessCalendar {
    return new BusinessCalendar(options);
  }

  /**
   * The moment an ISO 8601 duration of business time after `start`. A day is a business day and ends at the time of
   * day at which it began; a week is as many days as the organisation works in one; hours count while it is open.
   */
  add(start: string, duration: string): string {
    const parsed = parseBusinessDuration(duration);
    let at = this.#nextOpening(this.#local(start));
    const days = parsed.weeks * this.#workDays.size + parsed.days;
    if (days > 0) {
      const minutes = at.hour * 60 + at.minute;
      at = this.#addDays(at, days);
      at = atMinute(at, minutes).set({ second: this.#local(start).second });
    }
    return iso(this.#addOpenMs(at, parsed.ms));
  }

  addMs(start: string, ms: number): string {
    return iso(this.#addOpenMs(this.#nextOpening(this.#local(start)), ms));
  }

  /** Business time from `start` to `end`; 0 when it ends before. */
  betweenMs(start: string, end: string): number {
    const from = this.#local(start);
    const to = this.#local(end);
    if (!(from < to)) {
      return 0;
    }
    let total = 0;
    const span = Interval.fromDateTimes(from, to);
    let day = from.startOf('day');
    for (let n = 0; n < MAX_DAYS && day < to; n++) {
      if (this.#isWorkDay(day)) {
        total +=
          span.intersection(this.#window(day))?.toDuration().toMillis() ?? 0;
      }
      day = day.plus({ days: 1 });
    }
    return total;
  }

  /** Business time that an ISO 8601 duration is long; a day is as long as the organisation is open. */
  lengthMs(duration: string): number {
    const { weeks, days, ms } = parseBusinessDuration(duration);
    const dayMs = (this.#endMinute - this.#startMinute) * 60_000;
    return (weeks * this.#workDays.size + days) * dayMs + ms;
  }

  #local(time: string): DateTime {
    return DateTime.fromISO(time, { zone: this.#zone });
  }

  #isWorkDay(day: DateTime): boolean {
    return (
      this.#workDays.has(day.weekday) &&
      !this.#holidays.has(day.toISODate() ?? '')
    );
  }

  #window(day: DateTime): Interval {
    return Interval.fromDateTimes(
      atMinute(day, this.#startMinute),
      atMinute(day, this.#endMinute),
    );
  }

  /** The moment itself while it is open, else when it next opens. */
  #nextOpening(at: DateTime): DateTime {
    let day = at;
    for (let n = 0; n < MAX_DAYS; n++) {
      if (this.#isWorkDay(day)) {
        const { start, end } = this.#window(day);
        if (start && end && at < end) {
          return at < start ? start : at;
        }
      }
      day = day.plus({ days: 1 }).startOf('day');
    }
    throw new Error('The calendar has no business day within ten years');
  }

  #addDays(at: DateTime, days: number): DateTime {
    let day = at;
    for (let left = days, n = 0; left > 0; n++) {
      if (n > MAX_DAYS) {
        throw new Error('The calendar has no business day within ten years');
      }
      day = day.plus({ days: 1 });
      left -= this.#isWorkDay(day) ? 1 : 0;
    }
    return day;
  }

  #addOpenMs(from: DateTime, ms: number): DateTime {
    let at = from;
    for (let left = ms, n = 0; n < MAX_DAYS; n++) {
      const { end } = this.#window(at);
      const open = end ? end.toMillis() - at.toMillis() : 0;
      if (left <= open) {
        return at.plus(left);
      }
      left -= open;
      at = this.#nextOpening(at.plus({ days: 1 }).startOf('day'));
    }
    throw new Error('The duration is longer than ten years');
  }
}

interface BusinessDuration {
  weeks: number;
  days: number;
  ms: number;
}

/** Weeks, days, hours and minutes; months and years are no business time. */
export function parseBusinessDuration(text: string): BusinessDuration {
  const parsed = Duration.fromISO(text);
  const { weeks, days, hours, minutes, seconds, years, months } = parsed;
  const numbers = [weeks, days, hours, minutes, seconds];
  if (
    !parsed.isValid ||
    years !== 0 ||
    months !== 0 ||
    numbers.some(number => number < 0) ||
    !numbers.some(number => number > 0) ||
    !Number.isInteger(weeks) ||
    !Number.isInteger(days) ||
    weeks * 7 + days > 1_000
  ) {
    throw new InputError(
      `'${text}' is no duration of business time; write it like 'P5D' (five business days) or 'PT4H'`,
    );
  }
  return {
    weeks,
    days,
    ms: Duration.fromObject({ hours, minutes, seconds }).toMillis(),
  };
}

/** Minutes since midnight of `09:30`. */
export function minuteOfDay(time: string): number {
  const found = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = found ? Number(found[1]) * 60 + Number(found[2]) : NaN;
  if (!(minutes <= 24 * 60)) {
    throw new InputError(`'${time}' is no time of day; write it like '09:00'`);
  }
  return minutes;
}

/** By the clock on the wall, so that a day on which it is put forward or back is as any other. */
function atMinute(day: DateTime, minute: number): DateTime {
  const midnight = day.startOf('day');
  return minute === 24 * 60
    ? midnight.plus({ days: 1 })
    : midnight.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}

function iso(at: DateTime): string {
  return at.toUTC().toJSDate().toISOString();
}
