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

import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ospoTranslationRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useTranslationRef } from './useTranslationRef';

/** Writes numbers and times in the reader's language; what is missing is written as unknown. */
export interface Format {
  language: string;
  number(value: number | undefined): string;
  /** With a sign: what was gained or lost. */
  change(value: number): string;
  percent(share: number | undefined): string;
  bytes(value: number): string;
  date(iso: string | undefined): string;
  dateTime(iso: string | undefined): string;
  /** How many days of the calendar ago a time was, in days, weeks, months or years. */
  ago(iso: string | undefined): string;
  /** An ISO 8601 duration of one unit, such as `P13W`; others stay as they are. */
  duration(iso: string): string;
  /** Hours, as days where there are many. */
  hours(value: number): string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const durationUnits: Record<string, string> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

/** The unit that people would use; nothing lies in the future, whatever a clock says. */
function sinceDays(days: number): {
  value: number;
  unit: 'day' | 'week' | 'month' | 'year';
} {
  if (days < 14) {
    return { value: Math.max(0, days), unit: 'day' };
  }
  if (days < 60) {
    return { value: Math.floor(days / 7), unit: 'week' };
  }
  return days < 730
    ? { value: Math.floor(days / 30.44), unit: 'month' }
    : { value: Math.floor(days / 365.25), unit: 'year' };
}

/** A day of the calendar, which is the same day everywhere; times are not. */
function isDay(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso);
}

/** Number of the day that it is at a time, for readers in a time zone. */
function createDayNumber(timeZone: string | undefined) {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  });
  return (at: number) => {
    const part = Object.fromEntries(
      parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(part.year, part.month - 1, part.day) / DAY_MS;
  };
}

/**
 * Writes in one language.
 *
 * @param zone - where the reader is, and the time there; the browser's own when left out
 */
export function createFormat(
  language: string,
  unknown: string,
  zone: { timeZone?: string; now?: () => number } = {},
): Format {
  const { timeZone, now = Date.now } = zone;
  const number = new Intl.NumberFormat(language);
  const change = new Intl.NumberFormat(language, {
    signDisplay: 'exceptZero',
  });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const dayNumber = createDayNumber(timeZone);
  const size = (value: number, unit: 'byte' | 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      maximumFractionDigits: 1,
    }).format(value);
  const time = (format: Intl.DateTimeFormat, iso: string | undefined) => {
    const at = iso === undefined ? NaN : Date.parse(iso);
    return Number.isNaN(at) ? unknown : format.format(at);
  };
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    language,
    number: value => (value === undefined ? unknown : number.format(value)),
    change: value => change.format(value),
    percent: share => (share === undefined ? unknown : percent.format(share)),
    bytes: value => {
      if (value < 1000) {
        return size(value, 'byte');
      }
      return value < 1_000_000
        ? size(value / 1000, 'kilobyte')
        : size(value / 1_000_000, 'megabyte');
    },
    date: iso => time(iso !== undefined && isDay(iso) ? day : date, iso),
    dateTime: iso => time(dateTime, iso),
    ago: iso => {
      const at = iso === undefined ? NaN : Date.parse(iso);
      if (iso === undefined || Number.isNaN(at)) {
        return unknown;
      }
      const then = isDay(iso) ? at / DAY_MS : dayNumber(at);
      const { value, unit } = sinceDays(dayNumber(now()) - then);
      return relative.format(-value, unit);
    },
    hours: value => {
      const isDays = value >= 48;
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: isDays ? 'day' : 'hour',
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }).format(isDays ? value / 24 : value);
    },
    duration: iso => {
      const [, value, letter] = /^P(\d{1,6})([DWMY])$/.exec(iso) ?? [];
      return letter === undefined
        ? iso
        : new Intl.NumberFormat(language, {
            style: 'unit',
            unit: durationUnits[letter],
            unitDisplay: 'long',
          }).format(Number(value));
    },
  };
}

/** One a language: what they hold is dear to make, and every cell of a list writes with one. */
const formats = new Map<string, Format>();

function formatOf(language: string, unknown: string): Format {
  const key = `${language} ${unknown}`;
  let format = formats.get(key);
  if (!format) {
    format = createFormat(language, unknown);
    formats.set(key, format);
  }
  return format;
}

export function useFormat(): Format {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const { t } = useTranslationRef(ospoTranslationRef);
  return formatOf(language, t('face.unknown'));
}
