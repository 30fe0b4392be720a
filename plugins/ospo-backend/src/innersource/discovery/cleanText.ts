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

import { plainText } from '../../shared/plainText';

const MAX_ITEMS = 50;
const MAX_ITEM = 100;

/** A text that somebody wrote, plain and of bounded length; undefined when nothing is left of it. */
export function cleanText(
  value: unknown,
  maxLength: number,
): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const text = plainText(value.slice(0, maxLength * 2).replace(/\s+/g, ' '))
    .trim()
    .slice(0, maxLength);
  return text === '' ? undefined : Buffer.from(text).toString();
}

/** A list that somebody wrote, each text once whatever its letters; undefined when it is empty. */
export function cleanList(
  values: readonly unknown[] | undefined,
  maxItems = MAX_ITEMS,
): string[] | undefined {
  const found = new Map<string, string>();
  for (const value of values ?? []) {
    const text = cleanText(value, MAX_ITEM);
    if (text !== undefined && !found.has(text.toLowerCase())) {
      found.set(text.toLowerCase(), text);
    }
    if (found.size === maxItems) {
      break;
    }
  }
  return found.size === 0 ? undefined : [...found.values()];
}

/** An http(s) URL without credentials, as it may stand in a link; with `mailto` where that is meant. */
export function cleanLink(
  value: unknown,
  options: { mailto?: boolean } = {},
): string | undefined {
  if (
    typeof value !== 'string' ||
    value.length > 2048 ||
    !URL.canParse(value)
  ) {
    return undefined;
  }
  const url = new URL(value);
  const isWeb = /^https?:$/.test(url.protocol);
  return (isWeb && !url.username && !url.password) ||
    (options.mailto && url.protocol === 'mailto:')
    ? url.href
    : undefined;
}
