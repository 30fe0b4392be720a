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
  ListSourcesQuery,
} from './queryTypes';
import {
  FieldsOf,
  flag,
  many,
  paging,
  searchText,
  storable,
  text,
} from '../inputFields';
import { sbomStates, usageRelations, usageScopes } from './words';

const filter = {
  q: searchText.optional(),
  ecosystem: many(text),
  licence: many(storable(4100)),
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
  purl: storable(2048),
  version: storable(512).optional(),
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

/** @public */
export const listSnapshotsQuerySchema = z.strictObject({ ...paging });

/** @public */
export const listSourcesQuerySchema = z.strictObject({
  ...paging,
  state: many(z.enum(['waiting', 'ok', 'unchanged', 'failed'])),
} satisfies FieldsOf<ListSourcesQuery>);

/** @public */
export const noQuerySchema = z.strictObject({});

/** @public */
export const searchQuerySchema = z.strictObject({ q: searchText });

/** @public */
export const packageQuerySchema = z.strictObject({ purl: storable(2048) });

/** @public */
export const licenceQuerySchema = z.strictObject({ key: storable(4100) });

/** @public */
export const trendQuerySchema = z.strictObject({
  entityRef: storable(300).optional(),
});

const snapshotId = z.coerce.number().int().min(1).max(2_147_483_647);

/** @public */
export const changesQuerySchema = z.strictObject({
  from: snapshotId,
  to: snapshotId,
});

/** @public */
export const uploadSbomQuerySchema = z.strictObject({
  target: storable(200).optional(),
  stream: storable(200).optional(),
  asOf: z.iso.date().optional(),
});

const namePart = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'is not a part of an entity ref')
  .max(63);

/** The path parameters that name a component. @public */
export const componentPathSchema = z.object({
  kind: namePart,
  namespace: namePart,
  name: namePart,
});

/** @public */
export const sbomPathSchema = componentPathSchema.extend({ snapshotId });
