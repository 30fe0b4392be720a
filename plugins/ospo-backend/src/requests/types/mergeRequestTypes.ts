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

import { parseFilterPredicate } from '@backstage/filter-predicates';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import {
  competencyAuthorities,
  confidentialities,
  LocalisedText,
  requestOutcomes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CompetencyRule, RequestTypeDefinition } from './RequestTypeDefinition';
import { shippedRequestTypes } from './shipped';

const localised = z
  .record(z.string().min(2).max(35), z.string().min(1).max(2_000))
  .refine(text => typeof text.en === 'string', "needs a text for 'en'")
  // What was refined cannot be told to the type.
  .transform(text => text as LocalisedText);

const jsonObject = z
  .record(z.string(), z.json())
  .transform((value): JsonObject => value);

const ruleSchema = z.strictObject({
  when: z
    .unknown()
    .transform(value =>
      value === undefined ? undefined : parseFilterPredicate(value),
    )
    .optional(),
  competency: z.string().min(1).max(300),
  authority: z.enum(competencyAuthorities),
  blocking: z.boolean(),
  reason: localised,
}) satisfies z.ZodType<CompetencyRule>;

const typeSchema = z.strictObject({
  title: localised,
  description: localised,
  schema: jsonObject,
  uiSchema: jsonObject.optional(),
  defaultConfidentiality: z.enum(confidentialities),
  serviceLevel: z.strictObject({ ack: z.string(), done: z.string() }),
  subjects: z.array(z.enum(['entity', 'package', 'licence'])),
  decidedBy: z.enum(['competency', 'core-team']),
  fourEyes: z.boolean(),
  routing: z.enum(['confirm', 'auto']),
  validFor: z.string().optional(),
  outcomes: z.array(z.enum(requestOutcomes)).min(1),
  rules: z.array(ruleSchema),
}) satisfies z.ZodType<Omit<RequestTypeDefinition, 'id'>>;

/**
 * The types that hold: those that come with the plugin, changed field by field by the ones that are declared, and new
 * ones after them; `false` switches one off.
 */
export function mergeRequestTypes(
  declared: unknown,
): readonly RequestTypeDefinition[] {
  if (
    typeof declared !== 'object' ||
    declared === null ||
    Array.isArray(declared)
  ) {
    throw new InputError(
      "'ospo.requests.types' must be an object with an id for each type of request",
    );
  }
  const changes = new Map<string, unknown>(Object.entries(declared));
  const shipped = new Map(shippedRequestTypes.map(type => [type.id, type]));
  const ids = [
    ...shipped.keys(),
    ...[...changes.keys()].filter(id => !shipped.has(id)),
  ];
  return ids.flatMap(id => {
    const change = changes.get(id);
    const known = shipped.get(id);
    if (change === false) {
      return [];
    }
    return change === undefined && known
      ? [known]
      : [read(id, { ...withoutId(known), ...Object(change) })];
  });
}

function withoutId(type: RequestTypeDefinition | undefined) {
  const { id: _id, ...rest } = type ?? { id: '' };
  return rest;
}

function read(id: string, value: unknown): RequestTypeDefinition {
  const parsed = typeSchema.safeParse(value);
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(id)) {
    throw new InputError(
      `'${id}' in 'ospo.requests.types' is no id; use lower-case letters, digits and hyphens`,
    );
  }
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.') || id}: ${issue.message}`,
    );
    throw new InputError(
      `'ospo.requests.types.${id}' cannot be used: ${problems.join('; ')}`,
    );
  }
  return { id, ...parsed.data };
}
