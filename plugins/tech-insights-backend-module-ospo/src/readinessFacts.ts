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

import { InnerSourceProjectDetail } from '@ospo-suite/backstage-plugin-ospo-common';

/** What a project's checklist says, as facts with the names of the schema. */
export function readinessFacts({
  readiness,
  standing,
}: Pick<InnerSourceProjectDetail, 'readiness' | 'standing'>): Record<
  string,
  string | number
> {
  const count = (state: string) =>
    readiness.filter(line => line.state === state).length;
  return {
    ...Object.fromEntries(
      readiness.map(({ id, state }) => [factName(id), state]),
    ),
    met: count('met'),
    notMet: count('not-met'),
    unknown: count('unknown'),
    standing,
  };
}

/** `trusted-committers` as checks write it: `trustedCommitters`. */
export function factName(line: string): string {
  return line.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
