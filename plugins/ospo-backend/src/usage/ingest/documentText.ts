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

import { createHash } from 'node:crypto';

const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What both databases can hold and give back alike: no NUL, no half characters. */
export function storableText(text: string): string {
  const withoutNul = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return withoutNul.replace(LONE_SURROGATE, '\ufffd');
}

/**
 * A text that fits an index entry, which PostgreSQL limits to some 2,700 bytes. A longer one keeps its beginning and
 * ends in its hash, so that different texts stay different.
 */
export function indexableText(text: string, maxBytes: number): string {
  const storable = storableText(text);
  if (
    storable.length * 3 <= maxBytes ||
    Buffer.byteLength(storable) <= maxBytes
  ) {
    return storable;
  }
  const hash = textHash(storable);
  const beginning = Buffer.from(storable)
    .subarray(0, maxBytes - hash.length - 4)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return `${beginning}…${hash}`;
}

/** Stands for a text, or several, that may be too long for an index. */
export function textHash(...texts: (string | number)[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('base64url');
}
