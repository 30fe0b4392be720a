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

import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import {
  FieldsOf,
  flag,
  many,
  paging,
  searchText,
  storable,
  text,
} from '../inputFields';
import { competencyAuthorities } from '../competencies/words';
import {
  ListPrecedentsQuery,
  ListRequestsQuery,
  SaveRequest,
} from './RequestsApi';
import { RequestCommand, RequestSubject } from './types';
import {
  confidentialities,
  requestOutcomes,
  requestStates,
  requestViews,
  triageReasons,
} from './words';

/** Bytes of a request's answers as JSON. @public */
export const MAX_ANSWERS_BYTES = 200_000;

function refOf(kinds: string, example: string) {
  return z
    .string()
    .max(300)
    .regex(
      new RegExp(`^(${kinds}):[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$`, 'i'),
      `is not a reference like '${example}'`,
    )
    .transform(ref => ref.toLocaleLowerCase('en-US'));
}

const entityRef = refOf('[A-Za-z]+', 'component:default/shop');
const competencyRef = refOf('competency', 'competency:default/training');
const providerRef = refOf('group|user', 'group:default/legal');
const id = storable(64);
const title = z.string().trim().pipe(storable(200));
const prose = z.string().trim().pipe(storable(20_000));
const reason = z.string().trim().pipe(storable(2_000));
const condition = z.string().trim().pipe(storable(2_000));
const conditions = z.array(condition).max(50);
const purl = storable(2_048);
const licenceKey = storable(4_100);
const day = z.iso.date();
const typeId = storable(100);

const subjectFields = {
  entityRef: entityRef.optional(),
  packageKey: purl.optional(),
  packageVersion: storable(512).optional(),
  licenceKey: licenceKey.optional(),
} satisfies FieldsOf<RequestSubject>;

const answers = z
  .record(z.string(), z.json())
  .refine(
    value =>
      new TextEncoder().encode(JSON.stringify(value)).length <=
      MAX_ANSWERS_BYTES,
    `are more than ${
      MAX_ANSWERS_BYTES / 1000
    } kB; shorten them, or link to what is long`,
  )
  .refine(
    value => !/\\u0000/.test(JSON.stringify(value)),
    'hold a character that no text has (U+0000)',
  ) as unknown as z.ZodType<JsonObject>;

const saveFields = {
  typeId,
  title,
  answers,
  subject: z.strictObject(subjectFields),
  confidentiality: z.enum(confidentialities).optional(),
} satisfies FieldsOf<SaveRequest>;

/** @public */
export const createRequestSchema = z.strictObject(saveFields);

const version = z.number().int().min(1);

/** @public */
export const saveRequestSchema = z.strictObject({ ...saveFields, version });

/** @public */
export const previewRequestSchema = z.strictObject({
  typeId,
  answers,
  subject: saveFields.subject,
  title: z.string().max(200).optional(),
});

type CommandOf<Kind extends RequestCommand['kind']> = Extract<
  RequestCommand,
  { kind: Kind }
>;

function command<Kind extends RequestCommand['kind']>(
  kind: Kind,
  fields: Omit<FieldsOf<CommandOf<Kind>>, 'kind'>,
) {
  return z.strictObject({ kind: z.literal(kind), ...fields });
}

const workItemId = id;

const commandSchema = z.discriminatedUnion('kind', [
  command('submit', {}),
  command('withdraw', { reason: reason.optional() }),
  command('reply', { text: prose }),
  command('require', {
    competencyRef,
    authority: z.enum(competencyAuthorities),
    blocking: z.boolean(),
    reason,
  }),
  command('decide', {
    outcome: z.enum(requestOutcomes),
    summary: prose,
    conditions,
    validUntil: day.optional(),
  }),
  command('publish', { title, summary: prose }),
  command('unpublish', {}),
  command('close', {}),
  command('reopen', { reason }),
  command('set-confidentiality', {
    confidentiality: z.enum(confidentialities),
  }),
  command('comment', { text: prose }),
  command('assign', { workItemId, providerRef }),
  command('take', { workItemId }),
  command('decline', { workItemId, reason }),
  command('hand-over', { workItemId, providerRef, reason }),
  command('ask-back', { workItemId, text: prose }),
  command('finish', {
    workItemId,
    finding: prose,
    recommendation: z.enum(requestOutcomes),
    conditions,
    hours: z.number().min(0).max(1_000).optional(),
  }),
  command('skip', { workItemId, reason }),
  command('reroute', { workItemId }),
]) as unknown as z.ZodType<RequestCommand>;

/** @public */
export const commandRequestSchema = z.strictObject({
  version,
  command: commandSchema,
});

/** @public */
export const listRequestsQuerySchema = z.strictObject({
  ...paging,
  view: z.enum(requestViews),
  q: searchText.optional(),
  state: many(z.enum(requestStates)),
  type: many(text),
  competency: many(competencyRef),
  triage: many(z.enum(triageReasons)),
  entityRef: entityRef.optional(),
  packageKey: purl.optional(),
  licenceKey: licenceKey.optional(),
  sort: z.enum(['-updatedAt', 'doneDue', '-createdAt']).optional(),
} satisfies FieldsOf<ListRequestsQuery>);

/** @public */
export const listPrecedentsQuerySchema = z.strictObject({
  ...paging,
  q: searchText.optional(),
  type: many(text),
  competency: many(competencyRef),
  entityRef: entityRef.optional(),
  packageKey: purl.optional(),
  licenceKey: licenceKey.optional(),
  state: many(z.enum(['valid', 'expiring', 'expired'])),
} satisfies FieldsOf<ListPrecedentsQuery>);

/** @public */
export const listGapsQuerySchema = z.strictObject({ ...paging, open: flag });

/** @public */
export const figuresQuerySchema = z
  .strictObject({ from: day, to: day, by: z.enum(['type', 'competency']) })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: "is before 'from'",
  });

/** @public */
export const routingQuerySchema = z.strictObject({ workItemId });

/** @public */
export const requestPathSchema = z.strictObject({ id });
