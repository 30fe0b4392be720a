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
import type {
  LicenceRef,
  UsageBasis,
  UsageComponent,
  UsageComponentRef,
  UsageCounts,
} from './types';
import { licenceStatuses, sbomStates } from './words';

/** Parts that several answers have in common. */

export const count = z.number().int().min(0);
export const time = z.iso.datetime();
export const day = z.iso.date();
export const ref = z.string().regex(/^[^:/]+:[^:/]+\/[^:/]+$/);

export const licenceFields = {
  key: z.string(),
  status: z.enum(licenceStatuses),
  expression: z.string().min(1).optional(),
  raw: z.string().min(1).optional(),
  mappedFrom: z.string().min(1).optional(),
} satisfies FieldsOf<LicenceRef>;

export const licenceRef = z.strictObject(licenceFields);

export const basis = z.strictObject({
  visibility: z.enum(['all', 'visible']),
  components: count,
  componentsWithSbom: count,
  oldestSbomAt: time.optional(),
  newestSbomAt: time.optional(),
  asOf: time,
} satisfies FieldsOf<UsageBasis>);

export const ownerState = z.enum(['present', 'missing', 'none']);

export const componentRefFields = {
  entityRef: ref,
  title: z.string().optional(),
  type: z.string().optional(),
  lifecycle: z.string().optional(),
  ownerRef: ref.optional(),
  ownerState,
  systemRef: ref.optional(),
} satisfies FieldsOf<UsageComponentRef>;

export const counts = z.strictObject({
  packages: count,
  direct: count,
  transitive: count,
  relationUnknown: count,
  licenceKnown: count,
  licenceUnknown: count,
} satisfies FieldsOf<UsageCounts>);

export const componentFields = {
  ...componentRefFields,
  sbomState: z.enum(sbomStates),
  lastSbomAt: time.optional(),
  counts: counts.optional(),
} satisfies FieldsOf<UsageComponent>;
