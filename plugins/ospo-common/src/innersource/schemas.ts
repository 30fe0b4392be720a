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
import { FieldsOf, many, paging, searchText, text } from '../inputFields';
import {
  ListProjectsQuery,
  OverlapQuery,
  ProjectFilters,
} from './InnerSourceApi';
import { governanceLevels, projectStandings, signalLevels } from './words';

const entityRef = z
  .string()
  .max(300)
  .regex(
    /^[A-Za-z]+:[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/,
    "is not a reference like 'component:default/shop'",
  )
  .transform(ref => ref.toLowerCase());

const label = many(z.enum([...signalLevels, 'unknown']));

const filters = {
  q: searchText.optional(),
  skill: many(text),
  language: many(text),
  contribution: many(text),
  governanceLevel: many(z.enum(governanceLevels)),
  businessUnit: many(entityRef),
  system: many(entityRef),
  activity: label,
  welcoming: label,
  standing: many(z.enum(projectStandings)),
} satisfies FieldsOf<ProjectFilters>;

const sort = z
  .enum([
    'relevance',
    'title',
    'activity',
    'welcoming',
    'reach',
    'last-push',
    'wanted-help',
  ])
  .optional();

/** @public */
export const projectFiltersSchema = z.strictObject(filters);

/** @public */
export const listProjectsQuerySchema = z.strictObject({
  ...filters,
  ...paging,
  sort,
} satisfies FieldsOf<ListProjectsQuery>);

/** @public */
export const projectsCsvQuerySchema = z.strictObject({
  ...filters,
  sort,
} satisfies FieldsOf<Omit<ListProjectsQuery, 'limit' | 'cursor'>>);

/** @public */
export const projectQuerySchema = z.strictObject({ ref: entityRef });

/** @public */
export const overlapQuerySchema = z
  .strictObject({
    q: z.string().trim().min(1).max(2000).optional(),
    entityRef: entityRef.optional(),
    limit: z.coerce.number().int().min(1).max(50).optional(),
  } satisfies FieldsOf<OverlapQuery>)
  .refine(
    query => query.q !== undefined || query.entityRef !== undefined,
    'give q, entityRef, or both',
  );
