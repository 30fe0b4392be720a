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
import {
  ListComponentPackagesQuery,
  ListComponentsQuery,
  ListLicencesQuery,
  ListPackagesQuery,
  ListPackageUsagesQuery,
} from './types';
import { sbomStates, usageRelations, usageScopes } from './words';

/**
 * Ties a schema to the hand-written type: a field added or dropped on one side only does not compile.
 *
 * @public
 */
export type FieldsOf<T> = { [Field in keyof Required<T>]: z.ZodType<T[Field]> };

const text = z.string().trim().min(1).max(500);

/** A query parameter that may be given once or several times. */
function many<T extends z.ZodType>(item: T) {
  return z
    .preprocess(
      value => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).max(50),
    )
    .optional() as unknown as z.ZodType<z.infer<T>[] | undefined>;
}

const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional() as unknown as z.ZodType<boolean | undefined>;

const paging = {
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(1000).optional(),
};

const filter = {
  q: z.string().trim().min(1).max(200).optional(),
  ecosystem: many(text),
  licence: many(z.string().min(1).max(4100)),
  owner: many(text),
  system: many(text),
  lifecycle: many(text),
  type: many(text),
  relation: many(z.enum(usageRelations)),
  scope: many(z.enum(usageScopes)),
};

/** @public */
export const listPackagesQuerySchema = z.strictObject({
  ...filter,
  ...paging,
  sort: z.enum(['-components', 'name']).optional(),
} satisfies FieldsOf<ListPackagesQuery>);

/** @public */
export const listLicencesQuerySchema = z.strictObject({
  ...filter,
  ...paging,
  sort: z.enum(['-components', '-packages', 'name']).optional(),
} satisfies FieldsOf<ListLicencesQuery>);

/** @public */
export const listComponentsQuerySchema = z.strictObject({
  ...paging,
  q: filter.q,
  owner: filter.owner,
  system: filter.system,
  lifecycle: filter.lifecycle,
  type: filter.type,
  sbomState: many(z.enum(sbomStates)),
  ownerState: many(z.enum(['present', 'missing', 'none'])),
  licenceUnknown: flag,
  sort: z.enum(['name', '-packages', 'lastSbomAt']).optional(),
} satisfies FieldsOf<ListComponentsQuery>);

/** @public */
export const listPackageUsagesQuerySchema = z.strictObject({
  ...paging,
  purl: z.string().min(1).max(2048),
  version: z.string().max(512).optional(),
  licence: filter.licence,
  owner: filter.owner,
  system: filter.system,
  lifecycle: filter.lifecycle,
  type: filter.type,
  relation: filter.relation,
  scope: filter.scope,
} satisfies FieldsOf<ListPackageUsagesQuery>);

/** @public */
export const listComponentPackagesQuerySchema = z.strictObject({
  ...paging,
  q: filter.q,
  ecosystem: filter.ecosystem,
  licence: filter.licence,
  relation: filter.relation,
  scope: filter.scope,
  target: text.optional(),
  stream: text.optional(),
} satisfies FieldsOf<ListComponentPackagesQuery>);
