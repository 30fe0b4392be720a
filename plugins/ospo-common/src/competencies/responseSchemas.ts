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
import { count, day, ownerState, ref, time } from '../usage/responseFields';
import {
  Absence,
  CapacityAgreement,
  ClaimedProvision,
  Competency,
  CompetencyDetail,
  CompetencyMatch,
  CompetencyProfile,
  CompetencyProvider,
  CompetencyRef,
  CompetencyScope,
  CompetencySpeed,
  CoverageCell,
  CoverageMap,
  Evidence,
  EvidenceClause,
  EvidencePack,
  HelpReason,
  HelpSuggestion,
  OspoFinding,
  OspoPage,
  ProfileEntry,
  ProviderLoad,
  RotaTurn,
  WhoCanHelp,
} from './types';
import {
  competencyAuthorities,
  competencyTypes,
  coverageDimensions,
  coverageStates,
  evidenceKinds,
  providerKinds,
  providerStates,
} from './words';

/** A page of a list. @public */
export function ospoPageSchema<T>(item: z.ZodType<T>) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().optional(),
    total: z.strictObject({ value: count, bounded: z.boolean() }).optional(),
  } satisfies FieldsOf<OspoPage<T>>);
}

const text = z.string().min(1);
const hours = z.number().min(0);
const authority = z.enum(competencyAuthorities);
const coverage = z.enum(coverageStates);
const kind = z.enum(providerKinds);
const state = z.enum(providerStates);

const finding = z.strictObject({
  code: text,
  severity: z.enum(['error', 'warning', 'info']),
  where: text,
  message: text,
  mend: text,
} satisfies FieldsOf<OspoFinding>);

const scope = z.strictObject({
  businessUnits: z.array(ref).optional(),
  countries: z.array(text).optional(),
  languages: z.array(text).optional(),
  technologies: z.array(text).optional(),
  confidential: z.boolean().optional(),
} satisfies FieldsOf<CompetencyScope>);

const competencyRef = z.strictObject({
  ref,
  title: text,
} satisfies FieldsOf<CompetencyRef>);

const provider = z.strictObject({
  ref,
  kind,
  state,
  title: text.optional(),
  authority,
  scope,
  claimed: z
    .strictObject({
      authority,
      confidential: z.boolean(),
    } satisfies FieldsOf<ClaimedProvision>)
    .optional(),
  priority: z.number(),
  hoursPerMonth: hours.optional(),
  onDemand: z.boolean(),
  source: z.enum(['competency', 'annotation', 'profile']),
  contractEnds: day.optional(),
  mailbox: text.optional(),
} satisfies FieldsOf<CompetencyProvider>);

const competencyFields = {
  ref,
  title: text,
  description: z.string().optional(),
  type: z.enum(competencyTypes),
  tags: z.array(text),
  ownerRef: ref.optional(),
  ownerState,
  partOf: ref.optional(),
  minProviders: count,
  requestTypes: z.array(text),
  externalIds: z.record(z.string(), z.array(z.string())),
  coverage,
  providers: z.array(provider),
  findings: z.array(finding),
} satisfies FieldsOf<Competency>;

/** @public */
export const competencySchema = z.strictObject(competencyFields);

/** @public */
export const competencyDetailSchema = z.strictObject({
  ...competencyFields,
  parents: z.array(competencyRef),
  children: z.array(competencyRef),
  speed: z.strictObject({
    n: count,
    medianAckHours: hours.optional(),
    medianDoneHours: hours.optional(),
    since: day,
  } satisfies FieldsOf<CompetencySpeed>),
  precedents: count,
  onDuty: z.array(ref),
  may: z.strictObject({ manage: z.boolean() }),
} satisfies FieldsOf<CompetencyDetail>);

/** @public */
export const competencyMatchSchema = z.strictObject({
  competency: competencySchema,
  matched: z.array(
    z.strictObject({
      field: z.enum(['title', 'description', 'tags', 'request-type']),
      words: z.array(text).min(1),
    }),
  ),
} satisfies FieldsOf<CompetencyMatch>);

const helpReason = z.strictObject({
  code: z.enum([
    'distribution',
    'licence',
    'licence-unknown',
    'finding',
    'no-sbom',
    'inner-source',
  ]),
  fact: text,
  source: z.enum(['annotation', 'sbom', 'catalog']),
} satisfies FieldsOf<HelpReason>);

/** @public */
export const whoCanHelpSchema = z.strictObject({
  owner: z.strictObject({ ref: ref.optional(), state: ownerState }).optional(),
  trustedCommitters: z.array(
    z.strictObject({ ref, state: z.enum(['present', 'missing']) }),
  ),
  suggestions: z.array(
    z.strictObject({
      competency: competencyRef.extend({ coverage }),
      reasons: z.array(helpReason).min(1),
      requestType: text.optional(),
    } satisfies FieldsOf<HelpSuggestion>),
  ),
} satisfies FieldsOf<WhoCanHelp>);

const cell = z.strictObject({
  column: text,
  state: coverage,
  internal: count,
  external: count,
  contractEnds: day.optional(),
} satisfies FieldsOf<CoverageCell>);

/** @public */
export const coverageMapSchema = z.strictObject({
  dimension: z.enum(coverageDimensions),
  columns: z.array(z.strictObject({ key: text, title: text })),
  columnsLeftOut: count.optional(),
  rows: z.array(
    z.strictObject({
      competency: competencyRef,
      overall: cell,
      cells: z.array(cell),
    }),
  ),
  load: z.array(
    z.strictObject({
      ref,
      title: text.optional(),
      kind,
      agreedHoursPerMonth: hours.optional(),
      openWorkItems: count,
      openHours: hours,
      doneHours: hours,
      doneEstimated: count,
      state: z.enum(['idle', 'fit', 'overloaded', 'unknown']),
    } satisfies FieldsOf<ProviderLoad>),
  ),
  asOf: time,
} satisfies FieldsOf<CoverageMap>);

/** @public */
export const absenceSchema = z.strictObject({
  id: text,
  providerRef: ref,
  from: day,
  to: day,
} satisfies FieldsOf<Absence>);

/** @public */
export const competencyProfileSchema = z.strictObject({
  userRef: ref,
  entries: z.array(
    z.strictObject({
      competencyRef: ref,
      authority,
      confirmedBy: ref.optional(),
      scope,
      hoursPerMonth: hours.optional(),
    } satisfies FieldsOf<ProfileEntry>),
  ),
  skills: z.array(text),
  languages: z.array(text),
  optedInAt: time.optional(),
  absences: z.array(absenceSchema),
} satisfies FieldsOf<CompetencyProfile>);

/** @public */
export const capacityAgreementSchema = z.strictObject({
  id: text,
  providerRef: ref,
  competencyRef: ref,
  hoursPerMonth: hours,
  validFrom: day,
  validTo: day.optional(),
  agreedBy: ref,
  note: text.optional(),
} satisfies FieldsOf<CapacityAgreement>);

/** @public */
export const evidenceSchema = z.strictObject({
  id: text,
  subjectRef: ref,
  competencyRef: ref,
  kind: z.enum(evidenceKinds),
  title: text,
  date: day,
  expires: day.optional(),
  assessorRef: ref.optional(),
  link: z.url({ protocol: /^https?$/ }).optional(),
} satisfies FieldsOf<Evidence>);

/** @public */
export const rotaTurnSchema = z.strictObject({
  id: text,
  competencyRef: ref,
  providerRef: ref,
  from: day,
  to: day,
} satisfies FieldsOf<RotaTurn>);

/** @public */
export const evidencePackSchema = z.strictObject({
  asOf: time,
  clauses: z.array(
    z.strictObject({
      standard: z.enum(['ISO/IEC 5230:2020', 'ISO/IEC 18974:2023']),
      clause: text,
      title: text,
      state: z.enum(['met', 'partly-met', 'not-met']),
      missing: z.array(z.strictObject({ text, mend: text })),
      competencies: z.array(ref),
    } satisfies FieldsOf<EvidenceClause>),
  ),
  roles: z.array(
    z.strictObject({
      competency: competencyRef,
      type: z.enum(competencyTypes),
      ownerRef: ref.optional(),
      holders: z.array(
        z.strictObject({
          ref,
          title: text.optional(),
          kind,
          state,
          authority,
          evidence: z.array(evidenceSchema),
        }),
      ),
    }),
  ),
  legalExpertise: z.array(
    z.strictObject({ ref, title: text.optional(), kind }),
  ),
} satisfies FieldsOf<EvidencePack>);
