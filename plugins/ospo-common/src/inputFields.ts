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

import { z } from 'zod';

/**
 * Ties a schema to the hand-written type: a field added or dropped on one side only does not compile.
 *
 * @public
 */
export type FieldsOf<T> = { [Field in keyof Required<T>]: z.ZodType<T[Field]> };

/**
 * Text that a database can hold: PostgreSQL refuses U+0000, and half a surrogate pair has no UTF-8. Neither is in any
 * name, so it is said here instead of answering differently on different databases.
 */
export function storable(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .refine(
      // eslint-disable-next-line no-control-regex -- the character itself is what is looked for
      value => !/\u0000/.test(value) && !/\p{Surrogate}/u.test(value),
      'holds a character that no name has (U+0000 or half a surrogate pair)',
    );
}

/** Text of ordinary length. */
export const text = storable(500);

function asList(value: unknown): unknown {
  if (value === undefined || Array.isArray(value)) {
    return value;
  }
  // Express makes an object of what is given more than twenty times.
  return typeof value === 'object' && value !== null
    ? Object.values(value)
    : [value];
}

/** A query parameter that may be given once or several times. */
export function many<T extends z.ZodType>(item: T) {
  return z
    .preprocess(value => asList(value), z.array(item).max(50))
    .optional() as unknown as z.ZodType<z.infer<T>[] | undefined>;
}

export const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional() as unknown as z.ZodType<boolean | undefined>;

export const paging = {
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(1000).optional(),
};

export const searchText = z.string().trim().pipe(storable(200));
