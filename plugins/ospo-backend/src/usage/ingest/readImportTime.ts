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

/**
 * When a document of former times counts as received: at noon of its day, which is the same day nearly everywhere, and
 * now for one of today. Undefined for a document that simply comes.
 */
export function readImportTime(
  asOf: string | undefined,
  now: Date,
): string | undefined {
  if (asOf === undefined) {
    return undefined;
  }
  const noon = `${asOf}T12:00:00.000Z`;
  if (!isDay(asOf, noon)) {
    throw new InputError(`'asOf' is '${asOf}'; write a day as YYYY-MM-DD`);
  }
  const today = now.toISOString().slice(0, 10);
  if (asOf > today) {
    throw new InputError(
      `'asOf' is ${asOf}, and today is ${today}; nothing can be imported from the future`,
    );
  }
  return asOf === today ? now.toISOString() : noon;
}

/** Also that there is such a day: the 31st of February is parsed as one in March. */
function isDay(text: string, time: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(time)) &&
    new Date(time).toISOString() === time
  );
}
