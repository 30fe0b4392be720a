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

import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import { RequestSubject } from '@ospo-suite/backstage-plugin-ospo-common';
import { authorityRank } from '../routing/authority';
import { RequiredWork } from '../rules/RequestEventBody';
import { CompetencyRule, RequestTypeDefinition } from './RequestTypeDefinition';

/**
 * The competencies that answers switch on. Two rules that require the same one make one work item: of the higher
 * authority, blocking when either is, with both reasons.
 */
export function requiredCompetencies(
  type: Pick<RequestTypeDefinition, 'rules'>,
  of: { answers: JsonObject; subject: RequestSubject },
): RequiredWork[] {
  const found = new Map<string, RequiredWork>();
  for (const rule of type.rules) {
    if (applies(rule, of)) {
      const work = toWork(rule);
      const known = found.get(work.competencyRef);
      found.set(work.competencyRef, known ? merge(known, work) : work);
    }
  }
  return [...found.values()];
}

/** The entity ref of a competency that may be named in short. */
export function competencyRefOf(name: string): string {
  const [kind, rest] = name.includes(':')
    ? name.toLocaleLowerCase('en-US').split(':')
    : ['competency', name.toLocaleLowerCase('en-US')];
  return `${kind}:${rest.includes('/') ? rest : `default/${rest}`}`;
}

function applies(
  { when }: CompetencyRule,
  of: { answers: JsonObject; subject: RequestSubject },
): boolean {
  return when === undefined || evaluateFilterPredicate(when, of);
}

function toWork(rule: CompetencyRule): RequiredWork {
  const { competency, authority, blocking, reason } = rule;
  return {
    competencyRef: competencyRefOf(competency),
    authority,
    blocking,
    reason,
  };
}

function merge(one: RequiredWork, other: RequiredWork): RequiredWork {
  const higher =
    authorityRank(other.authority) > authorityRank(one.authority) ? other : one;
  const languages = new Set([
    ...Object.keys(one.reason),
    ...Object.keys(other.reason),
  ]);
  const inLanguage = (work: RequiredWork, language: string) =>
    work.reason[language] ?? work.reason.en;
  const reason = Object.fromEntries(
    [...languages].map(language => [
      language,
      `${inLanguage(one, language)} ${inLanguage(other, language)}`,
    ]),
  );
  return {
    competencyRef: one.competencyRef,
    authority: higher.authority,
    blocking: one.blocking || other.blocking,
    reason: { ...reason, en: `${one.reason.en} ${other.reason.en}` },
  };
}
