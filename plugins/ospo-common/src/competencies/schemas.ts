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
  FieldsOf,
  many,
  paging,
  searchText,
  storable,
  text,
} from '../inputFields';
import {
  ListCompetenciesQuery,
  SaveProfile,
  WhoCanHelpQuery,
} from './CompetenciesApi';
import {
  Absence,
  CapacityAgreement,
  CompetencyScope,
  Evidence,
  ProfileEntry,
  RotaTurn,
} from './types';
import {
  competencyAuthorities,
  competencyTypes,
  coverageDimensions,
  coverageStates,
  evidenceKinds,
  providerKinds,
} from './words';

function refOf(kinds: string, example: string) {
  return z
    .string()
    .max(300)
    .regex(
      new RegExp(`^(${kinds}):[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$`, 'i'),
      `is not a reference like '${example}'`,
    )
    .transform(ref => ref.toLowerCase());
}

const entityRef = refOf('[A-Za-z]+', 'component:default/shop');
const competencyRef = refOf('competency', 'competency:default/training');
const providerRef = refOf('group|user', 'group:default/legal');
const userRef = refOf('user', 'user:default/anna');
const day = z.iso.date();
const title = storable(200);
const hours = z.number().min(0).max(744);
const authority = z.enum(competencyAuthorities);

function inOrder<T extends { from: string; to: string }>(days: T): boolean {
  return days.from <= days.to;
}
const ORDER = { path: ['to'], message: "is before 'from'" };

/** @public */
export const listCompetenciesQuerySchema = z.strictObject({
  ...paging,
  q: searchText.optional(),
  type: many(z.enum(competencyTypes)),
  tag: many(text),
  provider: many(providerRef),
  providerKind: many(z.enum(providerKinds)),
  coverage: many(z.enum(coverageStates)),
  sort: z.enum(['title', 'coverage']).optional(),
} satisfies FieldsOf<ListCompetenciesQuery>);

/** @public */
export const competencyQuerySchema = z.strictObject({ ref: competencyRef });

/** @public */
export const matchQuerySchema = z.strictObject({
  q: z.string().trim().pipe(storable(2000)),
});

/** @public */
export const whoCanHelpQuerySchema = z
  .strictObject({
    entityRef: entityRef.optional(),
    purl: storable(2048).optional(),
    licence: storable(4100).optional(),
  } satisfies FieldsOf<WhoCanHelpQuery>)
  .refine(
    query =>
      Object.values(query).filter(value => value !== undefined).length === 1,
    'give exactly one of entityRef, purl and licence',
  );

/** @public */
export const coverageQuerySchema = z.strictObject({
  by: z.enum(coverageDimensions),
});

const scopeSchema = z.strictObject({
  businessUnits: z
    .array(refOf('group', 'group:default/sales'))
    .max(50)
    .optional(),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "is not a country like 'SE'"))
    .max(50)
    .optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, "is not a language like 'sv'"))
    .max(50)
    .optional(),
  technologies: z.array(storable(100)).max(50).optional(),
  confidential: z.boolean().optional(),
} satisfies FieldsOf<CompetencyScope>);

const entrySchema = z.strictObject({
  competencyRef,
  authority,
  scope: scopeSchema,
  hoursPerMonth: hours.optional(),
} satisfies FieldsOf<Omit<ProfileEntry, 'confirmedBy'>>);

/** @public */
export const saveProfileSchema = z.strictObject({
  entries: z
    .array(entrySchema)
    .max(50)
    .refine(
      entries =>
        new Set(entries.map(entry => entry.competencyRef)).size ===
        entries.length,
      'name a competency twice',
    ),
  skills: z.array(storable(100)).max(50),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, "is not a language like 'sv'"))
    .max(50),
} satisfies FieldsOf<SaveProfile>);

/** @public */
export const personSchema = z.strictObject({ userRef });

/** @public */
export const confirmationSchema = z.strictObject({
  userRef,
  competencyRef,
  authority,
  confidential: z.boolean().optional(),
});

/** @public */
export const listAbsencesQuerySchema = z.strictObject({
  providerRef: providerRef.optional(),
});

/** @public */
export const addAbsenceSchema = z
  .strictObject({
    providerRef,
    from: day,
    to: day,
  } satisfies FieldsOf<Omit<Absence, 'id'>>)
  .refine(inOrder, ORDER);

/** @public */
export const listAgreementsQuerySchema = z.strictObject({
  providerRef: providerRef.optional(),
  competencyRef: competencyRef.optional(),
});

/** @public */
export const addAgreementSchema = z
  .strictObject({
    providerRef,
    competencyRef,
    hoursPerMonth: hours,
    validFrom: day,
    validTo: day.optional(),
    note: storable(2000).optional(),
  } satisfies FieldsOf<Omit<CapacityAgreement, 'id' | 'agreedBy'>>)
  .refine(
    ({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo,
    { path: ['validTo'], message: "is before 'validFrom'" },
  );

/** @public */
export const listEvidenceQuerySchema = z.strictObject({
  subjectRef: providerRef.optional(),
  competencyRef: competencyRef.optional(),
});

/** @public */
export const addEvidenceSchema = z
  .strictObject({
    subjectRef: providerRef,
    competencyRef,
    kind: z.enum(evidenceKinds),
    title,
    date: day,
    expires: day.optional(),
    assessorRef: providerRef.optional(),
    link: z
      .string()
      .max(2000)
      .pipe(
        z.url({
          protocol: /^https?$/,
          error: 'is not a link that begins with http:// or https://',
        }),
      )
      .optional(),
  } satisfies FieldsOf<Omit<Evidence, 'id'>>)
  .refine(({ date, expires }) => expires === undefined || date <= expires, {
    path: ['expires'],
    message: "is before 'date'",
  });

/** @public */
export const listRotaQuerySchema = z.strictObject({ competencyRef });

/** @public */
export const addRotaTurnSchema = z
  .strictObject({
    competencyRef,
    providerRef,
    from: day,
    to: day,
  } satisfies FieldsOf<Omit<RotaTurn, 'id'>>)
  .refine(inOrder, ORDER);

/** @public */
export const recordPathSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'is no id'),
});
