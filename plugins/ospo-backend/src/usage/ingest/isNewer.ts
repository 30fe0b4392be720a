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

/** When a document was made and when it came, as far as it says. ISO 8601 UTC. */
export interface DocumentTimes {
  documentAt: string | undefined;
  receivedAt: string;
}

/**
 * Whether a document takes the place of the current one: by the time that the documents state, then by the time of
 * receipt. A document that claims to be from after its receipt counts as made when it came: a wrong clock must not
 * keep every later document out.
 */
export function isNewer(
  candidate: DocumentTimes,
  current: DocumentTimes,
): boolean {
  const [made, currentMade] = [madeAt(candidate), madeAt(current)];
  if (made !== undefined && currentMade !== undefined && made !== currentMade) {
    return made > currentMade;
  }
  return Date.parse(candidate.receivedAt) >= Date.parse(current.receivedAt);
}

function madeAt(times: DocumentTimes): number | undefined {
  if (times.documentAt === undefined) {
    return undefined;
  }
  const made = Date.parse(times.documentAt);
  return Number.isNaN(made)
    ? undefined
    : Math.min(made, Date.parse(times.receivedAt));
}

/** ISO 8601 UTC, of a time that a document states; undefined when it is none. */
export function toIsoTime(text: string | undefined): string | undefined {
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
