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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { DateTime, IANAZone } from 'luxon';
import { readMs, readPositive, readSchedule } from '../shared/readConfig';
import { RequestsConfig } from './RequestsConfig';
import {
  BusinessCalendarOptions,
  minuteOfDay,
  parseBusinessDuration,
} from '../shared/time/BusinessCalendar';
import { mergeRequestTypes } from './types/mergeRequestTypes';

/** Reads `ospo.requests`, and throws an InputError that names the key when a value cannot be used. */
export function readRequestsConfig(config: Config): RequestsConfig {
  const read = (key: string) => `ospo.requests.${key}`;
  return {
    types: mergeRequestTypes(config.getOptional(read('types')) ?? {}),
    calendar: readCalendar(config),
    reminders: {
      acknowledge: readDurations(config, read('reminders.acknowledge'), [
        'P1D',
      ]),
      expireAfter: readDurations(config, read('reminders.expireAfter'), [
        'P3D',
      ])[0],
      reply: readDurations(config, read('reminders.reply'), ['P3D', 'P10D']),
      done: readDurations(config, read('reminders.done'), ['P1D', 'P3D']),
    },
    hoursPerWorkItem: readPositive(config, read('hoursPerWorkItem')) ?? 2,
    draftsPerDay: readPositive(config, read('draftsPerDay')) ?? 50,
    readServices: config.getOptionalStringArray(read('readServices')) ?? [],
    keepDraftsMs: readMs(config, read('retention.drafts'), { days: 180 }),
    keepClosedMs: config.has(read('retention.closed'))
      ? readMs(config, read('retention.closed'), { days: 0 })
      : undefined,
    expiringDays: readPositive(config, read('expiringDays')) ?? 60,
    schedule: readSchedule(config, read('schedule'), {
      frequency: { minutes: 5 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 30 },
    }),
  };
}

function readCalendar(config: Config): BusinessCalendarOptions {
  const key = 'ospo.requests.calendar';
  const calendar = config.getOptionalConfig(key);
  const timeZone = calendar?.getOptionalString('timeZone') ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `'${timeZone}' in '${key}.timeZone' is no time zone; write it like 'Europe/Stockholm'`,
    );
  }
  const workDays = calendar?.getOptional<number[]>('workDays') ?? [
    1, 2, 3, 4, 5,
  ];
  if (
    !Array.isArray(workDays) ||
    workDays.length === 0 ||
    workDays.some(day => !Number.isInteger(day) || day < 1 || day > 7)
  ) {
    throw new InputError(
      `'${key}.workDays' must list days of the week as numbers, 1 is Monday`,
    );
  }
  const holidays = calendar?.getOptionalStringArray('holidays') ?? [];
  const wrong = holidays.find(
    day => !DateTime.fromISO(day).isValid || day.length !== 10,
  );
  if (wrong !== undefined) {
    throw new InputError(
      `'${wrong}' in '${key}.holidays' is no day; write it like '2026-12-24'`,
    );
  }
  const hours = {
    start: calendar?.getOptionalString('hours.start') ?? '09:00',
    end: calendar?.getOptionalString('hours.end') ?? '17:00',
  };
  if (minuteOfDay(hours.start) >= minuteOfDay(hours.end)) {
    throw new InputError(`'${key}.hours' must end after they start`);
  }
  return { timeZone, workDays, hours, holidays };
}

function readDurations(
  config: Config,
  key: string,
  fallback: [string, ...string[]],
): [string, ...string[]] {
  const value = config.getOptional(key);
  const list = value === undefined ? fallback : [value].flat().map(String);
  const [first, ...rest] = list;
  if (first === undefined) {
    return fallback;
  }
  for (const duration of list) {
    try {
      parseBusinessDuration(duration);
    } catch (error) {
      throw new InputError(
        `'${key}': ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return [first, ...rest];
}
