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

import { hash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * A keyset cursor: the position after the last row of a page, tied to the list, sort and filters that it was made for.
 * It is opaque to callers and holds nothing that the page did not show; whatever comes back is checked before use.
 */
export function encodeCursor(options: {
  binding: string;
  position: readonly (string | number)[];
}): string {
  return Buffer.from(
    JSON.stringify([options.binding, ...options.position]),
  ).toString('base64url');
}

/** Reads a cursor, or throws an InputError when it is not one of this very list. */
export function decodeCursor<T>(options: {
  cursor: string | undefined;
  binding: string;
  position: z.ZodType<T>;
}): T | undefined {
  const { cursor, binding, position } = options;
  if (cursor === undefined) {
    return undefined;
  }
  const [madeFor, ...rest] = readArray(cursor);
  const parsed = position.safeParse(rest);
  if (madeFor !== binding || !parsed.success) {
    throw new InputError(
      'cursor: not one of this list with this sort and these filters; ask for the first page again',
    );
  }
  return parsed.data;
}

/** A short name for what a cursor belongs to; equal for equal values, whatever the order of their keys. */
export function cursorBinding(of: Record<string, unknown>): string {
  const entries = Object.entries(of)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify(entries), 'base64url').slice(0, 10);
}

function readArray(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
