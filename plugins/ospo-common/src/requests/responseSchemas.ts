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

import { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { FieldsOf } from '../inputFields';
import { competencyAuthorities, providerKinds } from '../competencies/words';
import { CompetencyRef } from '../competencies/types';
import { count, day, ref, time } from '../usage/responseFields';
import {
  Decision,
  LocalisedText,
  OspoRequest,
  Precedent,
  Prefill,
  RequestDetail,
  RequestEvent,
  RequestFigures,
  RequestPreview,
  RequestSubject,
  RequestType,
  RoutingCandidate,
  RoutingExplanation,
  RoutingGap,
  WorkItem,
  WorkItemSummary,
} from './types';
import {
  confidentialities,
  rankingCodes,
  rejectionCodes,
  requestOutcomes,
  requestStates,
  triageReasons,
  workItemStates,
} from './words';

const words = z.string().min(1);
const json = z.json() as unknown as z.ZodType<JsonValue>;
const jsonObject = z.record(
  z.string(),
  z.json(),
) as unknown as z.ZodType<JsonObject>;
const localised = z
  .looseObject({ en: words })
  .catchall(words) as unknown as z.ZodType<LocalisedText>;
const authority = z.enum(competencyAuthorities);
const outcome = z.enum(requestOutcomes);
const state = z.enum(requestStates);

const competency = z.strictObject({
  ref,
  title: words,
} satisfies FieldsOf<CompetencyRef>);

const subject = z.strictObject({
  entityRef: ref.optional(),
  packageKey: words.optional(),
  packageVersion: words.optional(),
  licenceKey: words.optional(),
} satisfies FieldsOf<RequestSubject>);

/** @public */
export const requestTypeSchema = z.strictObject({
  id: words,
  title: localised,
  description: localised,
  schema: jsonObject,
  uiSchema: jsonObject,
  defaultConfidentiality: z.enum(confidentialities),
  serviceLevel: z.strictObject({ ack: words, done: words }),
  subjects: z.array(z.enum(['entity', 'package', 'licence'])),
  decidedBy: z.enum(['competency', 'core-team']),
  fourEyes: z.boolean(),
  routing: z.enum(['confirm', 'auto']),
  validFor: words.optional(),
  outcomes: z.array(outcome),
  problems: z.array(words).optional(),
} satisfies FieldsOf<RequestType>);

const summaryFields = {
  id: words,
  competency,
  state: z.enum(workItemStates),
  blocking: z.boolean(),
  providerRef: ref.optional(),
  assigneeRef: ref.optional(),
} satisfies FieldsOf<WorkItemSummary>;

const requestFields = {
  id: words,
  number: z.string().regex(/^R-\d+$/),
  typeId: words,
  title: words,
  state,
  version: count,
  confidentiality: z.enum(confidentialities),
  requesterRef: ref,
  subject,
  createdAt: time,
  updatedAt: time,
  submittedAt: time.optional(),
  decidedAt: time.optional(),
  closedAt: time.optional(),
  ackDue: time.optional(),
  doneDue: time.optional(),
  isOverdue: z.boolean(),
  outcome: outcome.optional(),
  next: z.strictObject({
    step: z.enum([
      'submit',
      'triage',
      'confirm',
      'accept',
      'work',
      'reply',
      'decide',
      'close',
      'none',
    ]),
    who: z.array(ref),
    by: time.optional(),
  }),
  triage: z.array(z.enum(triageReasons)),
  workItems: z.array(z.strictObject(summaryFields)),
} satisfies FieldsOf<OspoRequest>;

/** @public */
export const ospoRequestSchema = z.strictObject(requestFields);

// Which commands there are is said by the type; here they are words.
const kinds = z.array(words) as unknown as z.ZodType<RequestDetail['may']>;

const workItem = z.strictObject({
  ...summaryFields,
  authority,
  reason: localised,
  ackDue: time.optional(),
  doneDue: time.optional(),
  finding: words.optional(),
  recommendation: outcome.optional(),
  conditions: z.array(words),
  hours: z.number().optional(),
  tries: z.array(
    z.strictObject({
      providerRef: ref,
      ended: z.enum(['declined', 'expired', 'handed-over']),
      reason: words.optional(),
      at: time,
    }),
  ),
  may: kinds as unknown as z.ZodType<WorkItem['may']>,
} satisfies FieldsOf<WorkItem>);

const event = z.strictObject({
  id: words,
  at: time,
  actorRef: words,
  kind: words,
  workItemId: words.optional(),
  text: words.optional(),
  from: words.optional(),
  to: words.optional(),
  providerRef: ref.optional(),
} satisfies FieldsOf<RequestEvent>);

const decision = z.strictObject({
  requestId: words,
  outcome,
  summary: words,
  conditions: z.array(words),
  decidedBy: words,
  decidedAt: time,
  validUntil: day.optional(),
  facts: z.array(
    z.strictObject({ label: words, value: words, source: words, asOf: time }),
  ),
  precedentId: words.optional(),
} satisfies FieldsOf<Decision>);

/** @public */
export const requestDetailSchema = z.strictObject({
  ...requestFields,
  answers: jsonObject,
  type: requestTypeSchema,
  items: z.array(workItem),
  events: z.array(event),
  decision: decision.optional(),
  question: z
    .strictObject({
      workItemId: words.optional(),
      text: words,
      askedAt: time,
      by: words,
    })
    .optional(),
  may: kinds,
} satisfies FieldsOf<RequestDetail>);

/** @public */
export const precedentSchema = z.strictObject({
  id: words,
  typeId: words,
  title: words,
  summary: words,
  outcome,
  conditions: z.array(words),
  subject,
  competencies: z.array(competency),
  publishedAt: time,
  validUntil: day.optional(),
  state: z.enum(['valid', 'expiring', 'expired']),
} satisfies FieldsOf<Precedent>);

/** @public */
export const requestPreviewSchema = z.strictObject({
  prefill: z.array(
    z.strictObject({
      field: words,
      value: json,
      source: z.enum(['catalog', 'sbom', 'annotation']),
      detail: words,
      asOf: time.optional(),
    } satisfies FieldsOf<Prefill>),
  ),
  competencies: z.array(
    z.strictObject({
      competency,
      declared: z.boolean(),
      authority,
      blocking: z.boolean(),
      reason: localised,
    }),
  ),
  precedents: z.array(precedentSchema),
  problems: z.array(z.strictObject({ field: z.string(), message: words })),
} satisfies FieldsOf<RequestPreview>);

/** @public */
export const routingExplanationSchema = z.strictObject({
  workItemId: words,
  competency,
  authority,
  proposedRef: ref.optional(),
  candidates: z.array(
    z.strictObject({
      ref,
      title: words.optional(),
      kind: z.enum(providerKinds),
      authority,
      rank: z.number().int().min(1).optional(),
      rejections: z.array(
        z.strictObject({ code: z.enum(rejectionCodes), detail: words }),
      ),
      ranking: z.array(
        z.strictObject({
          code: z.enum(rankingCodes),
          value: words,
          decisive: z.boolean(),
        }),
      ),
    } satisfies FieldsOf<RoutingCandidate>),
  ),
  asOf: time,
} satisfies FieldsOf<RoutingExplanation>);

/** @public */
export const routingGapSchema = z.strictObject({
  id: words,
  competency,
  requestId: words,
  requestNumber: words,
  at: time,
  closedAt: time.optional(),
  candidates: count,
} satisfies FieldsOf<RoutingGap>);

/** @public */
export const requestFiguresSchema = z.strictObject({
  from: day,
  to: day,
  rows: z.array(
    z.strictObject({
      key: words,
      title: words,
      titles: localised.optional(),
      in: count,
      answered: count,
      open: count,
      overdue: count,
      medianAckHours: z.number().min(0).optional(),
      medianDoneHours: z.number().min(0).optional(),
      nAck: count,
      nDone: count,
    }),
  ),
} satisfies FieldsOf<RequestFigures>);
