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

import { FindingList } from '../findings/FindingList';

/** A time as ISO 8601 in UTC, or nothing with a finding when it cannot be read. */
export function readTimestamp(
  text: string | undefined,
  options: { findings: FindingList; where: string },
): string | undefined {
  if (!text) {
    return undefined;
  }
  const match =
    /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?\s*([Zz]|[+-]\d\d:?\d\d)?$/.exec(
      text.trim(),
    );
  const zone = match?.[4]?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? 'Z';
  const date = match
    ? new Date(
        `${match[1]}T${match[2]}${(match[3] ?? '').slice(
          0,
          4,
        )}${zone.toUpperCase()}`,
      )
    : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) {
    options.findings.add('timestamp-unreadable', options.where, text);
    return undefined;
  }
  if (!match?.[4]) {
    options.findings.add('timestamp-without-zone', options.where, text);
  }
  return date.toISOString();
}
