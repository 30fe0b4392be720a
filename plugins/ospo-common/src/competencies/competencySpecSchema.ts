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
import { EXTERNAL_NAMESPACE } from '../catalogAnnotations';
import { CompetencyEntity, CompetencyProviderSpec } from './CompetencyEntity';
import { CompetencyScope } from './types';
import { competencyAuthorities, competencyTypes } from './words';
import { fullRef, providerRef } from './providerRef';

const MAX_PROVIDERS = 500;
const MAX_ITEMS = 100;
const HOURS_OF_A_MONTH = 744;

type KeysOf<T> = { [Field in keyof Required<T>]: z.ZodType };

/** The shape of `spec`. What a field must be is said in words by `competencyFieldRules`, not by zod. */
export function competencySpecSchema(options: { namespace: string }) {
  const { namespace } = options;
  const groups = { kinds: ['group'], namespace };
  const competencies = { kinds: ['competency'], namespace };
  const word = z
    .string()
    .max(100)
    .refine(value => value.trim() !== '');
  const words = z.array(word).max(MAX_ITEMS);

  const scope = z.strictObject({
    businessUnits: z
      .array(z.string().refine(value => fullRef(value, groups)))
      .max(MAX_ITEMS)
      .optional(),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .max(MAX_ITEMS)
      .optional(),
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .max(MAX_ITEMS)
      .optional(),
    technologies: words.optional(),
    confidential: z.boolean().optional(),
  } satisfies KeysOf<CompetencyScope>);

  const provider = z.strictObject({
    ref: z.string().refine(value => providerRef(value, namespace)),
    authority: z.enum(competencyAuthorities),
    scope: scope.optional(),
    priority: z.number().int().min(1).max(99).optional(),
    hoursPerMonth: z.number().positive().max(HOURS_OF_A_MONTH).optional(),
    onDemand: z.boolean().optional(),
  } satisfies KeysOf<CompetencyProviderSpec>);

  return z.strictObject({
    type: z.enum(competencyTypes),
    owner: z
      .string()
      .refine(value => fullRef(value, { kinds: ['group', 'user'], namespace }))
      .optional(),
    partOf: z
      .string()
      .refine(value => fullRef(value, competencies))
      .optional(),
    minProviders: z.number().int().min(1).max(99).optional(),
    providers: z.array(provider).max(MAX_PROVIDERS).optional(),
    requestTypes: words.optional(),
    externalIds: z
      .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/i), words)
      .optional(),
  } satisfies KeysOf<CompetencyEntity['spec']>);
}

/** What each field must be and how to mend it; `[]` stands for every item, `{}` for every key. */
export const competencyFieldRules: Record<
  string,
  { rule: string; mend: string }
> = {
  spec: {
    rule: 'is no object',
    mend: 'Write type, owner and providers below spec.',
  },
  'spec.type': {
    rule: 'is no type of competency',
    mend: `Write one of ${competencyTypes.join(', ')}.`,
  },
  'spec.owner': {
    rule: 'is no group or user',
    mend: "Write an entity ref, such as 'group:default/ospo'.",
  },
  'spec.partOf': {
    rule: 'is no competency',
    mend: "Write one entity ref, such as 'competency:default/licence-compliance'.",
  },
  'spec.minProviders': {
    rule: 'is no whole number from 1 to 99',
    mend: 'Write how many providers the office wants at least, without quotes.',
  },
  'spec.providers': {
    rule: `is no list of at most ${MAX_PROVIDERS} providers`,
    mend: 'Write a list whose items have ref and authority.',
  },
  'spec.providers[]': {
    rule: 'is no provider',
    mend: "Write an object with ref and authority, such as { ref: 'group:default/legal', authority: answer }.",
  },
  'spec.providers[].ref': {
    rule: 'is no group or user of this organisation, and no organisation outside',
    mend: `Write an entity ref, such as 'group:default/legal', or 'group:${EXTERNAL_NAMESPACE}/lawfirm'; persons outside are no users of the catalog.`,
  },
  'spec.providers[].authority': {
    rule: 'is no authority',
    mend: `Write one of ${competencyAuthorities.join(', ')}.`,
  },
  'spec.providers[].scope': {
    rule: 'is no scope',
    mend: 'Write an object with businessUnits, countries, languages, technologies or confidential, or leave it out for no limit.',
  },
  'spec.providers[].scope.businessUnits': {
    rule: `is no list of at most ${MAX_ITEMS} groups`,
    mend: "Write a list of groups, such as ['group:default/sales'].",
  },
  'spec.providers[].scope.businessUnits[]': {
    rule: 'is no group',
    mend: "Write an entity ref, such as 'group:default/sales'.",
  },
  'spec.providers[].scope.countries': {
    rule: `is no list of at most ${MAX_ITEMS} countries`,
    mend: "Write a list of codes, such as ['SE', 'NO'].",
  },
  'spec.providers[].scope.countries[]': {
    rule: 'is no country code',
    mend: "Write two capital letters of ISO 3166-1 in quotes, such as 'SE'.",
  },
  'spec.providers[].scope.languages': {
    rule: `is no list of at most ${MAX_ITEMS} languages`,
    mend: "Write a list of codes, such as ['sv', 'en'].",
  },
  'spec.providers[].scope.languages[]': {
    rule: 'is no language code',
    mend: "Write two small letters of ISO 639-1 in quotes, such as 'sv'.",
  },
  'spec.providers[].scope.technologies': {
    rule: `is no list of at most ${MAX_ITEMS} words`,
    mend: "Write a list, such as ['java', 'rust'].",
  },
  'spec.providers[].scope.technologies[]': {
    rule: 'is no text of 1 to 100 characters',
    mend: 'Write a word, in quotes if it looks like a number.',
  },
  'spec.providers[].scope.confidential': {
    rule: 'is neither true nor false',
    mend: 'Write true or false, without quotes.',
  },
  'spec.providers[].priority': {
    rule: 'is no whole number from 1 to 99',
    mend: 'Write 1 for who is asked first, up to 99; 5 is meant when it is left out.',
  },
  'spec.providers[].hoursPerMonth': {
    rule: `is no number above 0 and up to ${HOURS_OF_A_MONTH}`,
    mend: 'Write the agreed hours, without quotes, or leave it out when none were agreed.',
  },
  'spec.providers[].onDemand': {
    rule: 'is neither true nor false',
    mend: 'Write true or false, without quotes.',
  },
  'spec.requestTypes': {
    rule: `is no list of at most ${MAX_ITEMS} ids`,
    mend: "Write a list of ids of request types, such as ['licence-question'].",
  },
  'spec.requestTypes[]': {
    rule: 'is no text of 1 to 100 characters',
    mend: "Write the id of a request type, such as 'licence-question'.",
  },
  'spec.externalIds': {
    rule: 'is no object of lists',
    mend: "Write an object, such as { iso5230: ['3.1.2'] }.",
  },
  'spec.externalIds{}': {
    rule: `is no list of at most ${MAX_ITEMS} clauses or codes below a name of letters, digits and hyphens`,
    mend: "Write a list below a name, such as iso5230: ['3.1.2'].",
  },
  'spec.externalIds{}[]': {
    rule: 'is no text of 1 to 100 characters',
    mend: "Write it in quotes, such as '3.1.2'.",
  },
};
