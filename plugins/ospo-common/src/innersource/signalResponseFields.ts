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
import { FieldsOf } from '../inputFields';
import { count, time } from '../usage/responseFields';
import { SignalNote, SignalNoteCode, signalNoteTexts } from './signalNotes';
import {
  ActivitySignals,
  FoundDocument,
  ProjectSignals,
  ReachSignals,
  SignalLabel,
  SignalValue,
  WelcomingSignals,
} from './types';
import {
  baseDocuments,
  governanceLevels,
  signalLevels,
  signalStates,
} from './words';

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const governanceLevel = z.enum(governanceLevels);

const noteCodes = Object.keys(signalNoteTexts) as [
  SignalNoteCode,
  ...SignalNoteCode[],
]; // keys of an object are not typed by it

const signalNote = z.strictObject({
  code: z.enum(noteCodes),
  values: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
} satisfies FieldsOf<SignalNote>);

function signal<T>(value: z.ZodType<T>) {
  return z
    .strictObject({
      value: value.nullable(),
      state: z.enum(signalStates),
      source: text.optional(),
      fetchedAt: time.optional(),
      window: text.optional(),
      inputs: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
      note: text.optional(),
      notes: z.array(signalNote).min(1).optional(),
    } satisfies FieldsOf<SignalValue<T>>)
    .refine(
      ({ value: told, state, note }) =>
        state === 'unknown'
          ? told === null && note !== undefined
          : told !== null || state === 'error',
      'unknown is null with a note, and what is known is not null',
    );
}

export const label = z.strictObject({
  state: z.enum(['known', 'partial', 'unknown']),
  level: z.enum(signalLevels).optional(),
  percentile: z.number().min(0).max(100).optional(),
  n: count,
} satisfies FieldsOf<SignalLabel>);

const document = z.strictObject({
  document: z.enum(baseDocuments),
  as: z.enum(['file', 'section', 'link']),
  where: text,
} satisfies FieldsOf<FoundDocument>);

export const lastHumanPush = signal(time);
export const wantedHelp = signal(count);
export const dependants = signal(count);

const activity = z.strictObject({
  lastHumanPush,
  humanCommitsPerWeek13: signal(z.number().min(0)),
  humanCommitsPerWeek52: signal(z.number().min(0)),
  humanAuthors: signal(count),
  releases: signal(count),
  participation: signal(z.array(count)),
} satisfies FieldsOf<ActivitySignals>);

const welcoming = z.strictObject({
  documentation: signal(z.array(document)),
  governanceLevel: signal(governanceLevel),
  wantedHelp,
  firstResponseHours: signal(z.number().min(0)),
  promiseKept: signal(share),
} satisfies FieldsOf<WelcomingSignals>);

const reach = z.strictObject({
  dependants,
  usedBy: signal(count),
  outsideShare: signal(share),
  contributionDistance: signal(z.number().min(0)),
} satisfies FieldsOf<ReachSignals>);

export const signals = z.strictObject({
  activity,
  welcoming,
  reach,
  activityScore: signal(z.number()),
} satisfies FieldsOf<ProjectSignals>);
