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

import { ActivityScoreInputs } from './activityScore';

/** What a row of `repos.json` says, as far as the score needs it. @public */
export interface ReadRepository {
  fullName: string;
  inputs: ActivityScoreInputs;
}

/** Reads one row of a `repos.json`; every field may be absent or of another type. Undefined when it names nothing. @public */
export function readRepository(row: unknown): ReadRepository | undefined {
  if (!isRecord(row)) {
    return undefined;
  }
  const fullName = text(row.full_name) ?? text(row.name);
  if (fullName === undefined) {
    return undefined;
  }
  const metadata = isRecord(row._InnerSourceMetadata)
    ? row._InnerSourceMetadata
    : {};
  return {
    fullName,
    inputs: {
      forks: count(row.forks_count),
      subscribers: count(row.subscribers_count),
      stars: count(row.stargazers_count),
      openIssues: count(row.open_issues_count),
      createdAt: time(row.created_at),
      updatedAt: time(row.updated_at),
      participation: weeks(metadata.participation),
      descriptionLength: text(row.description)?.length,
      motivationLength: text(metadata.motivation)?.length,
      hasGuidelines: text(metadata.guidelines) !== undefined,
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : undefined;
}

/** Crawlers write `2020-10-08T12:13:40.000Z`, `2021-06-26 14:24:34.508000+05:30` and what lies between. */
function time(value: unknown): string | undefined {
  const written = text(value)
    ?.trim()
    .replace(/^(\d{4}-\d\d-\d\d) /, '$1T');
  const millis = written === undefined ? NaN : Date.parse(written);
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}

/** Less than 13 weeks of history are no zeroes: nobody looked further back, or the project is younger. */
function weeks(value: unknown): number[] | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  const numbers = value.map(count);
  return numbers.every((week): week is number => week !== undefined)
    ? numbers
    : undefined;
}
