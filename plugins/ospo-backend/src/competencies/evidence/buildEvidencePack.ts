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

import {
  CompetencyProvider,
  Evidence,
  EvidencePack,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { groupBy } from '../../shared/groupBy';
import { includesAuthority } from '../rules/authorityRules';
import { OfficeView } from '../view/OfficeView';
import { evidenceClauses } from './clauseRules';

/** What an assessor asks for, out of what is declared and recorded. */
export function buildEvidencePack(
  view: OfficeView,
  evidence: readonly Evidence[],
  now: Date,
): EvidencePack {
  const competencies = [...view.competencies.values()].sort((a, b) =>
    a.title.localeCompare(b.title, 'en'),
  );
  const byHolder = groupBy(
    evidence,
    item => `${item.competencyRef} ${item.subjectRef}`,
  );
  const roles = competencies.map(
    ({ ref, title, type, ownerRef, providers }) => ({
      competency: { ref, title },
      type,
      ownerRef,
      holders: providers.map(provider => ({
        ref: provider.ref,
        title: provider.title,
        kind: provider.kind,
        state: provider.state,
        authority: provider.authority,
        evidence: byHolder.get(`${ref} ${provider.ref}`) ?? [],
      })),
    }),
  );
  const legalExpertise = distinct(
    competencies
      .filter(({ type }) => type === 'legal')
      .flatMap(({ providers }) => providers)
      .filter(
        ({ state, authority }) =>
          state === 'present' && includesAuthority(authority, 'answer'),
      ),
  ).map(({ ref, title, kind }) => ({ ref, title, kind }));
  return {
    asOf: now.toISOString(),
    clauses: evidenceClauses({
      competencies,
      roles,
      legalExpertise,
      today: view.snapshot.today,
    }),
    roles,
    legalExpertise,
  };
}

function distinct(providers: CompetencyProvider[]): CompetencyProvider[] {
  return [...new Map(providers.map(item => [item.ref, item])).values()];
}
