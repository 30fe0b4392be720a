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

/** A text of a forge without control characters, cut; undefined where nothing is left. @public */
export function boundedText(
  text: string | null | undefined,
  maxLength: number,
): string | undefined {
  const kept = (text ?? '')
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, maxLength);
  return kept === '' ? undefined : kept;
}

/** A time of a forge as ISO 8601 in UTC; undefined where it is none. @public */
export function isoTime(time: string | null | undefined): string | undefined {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
