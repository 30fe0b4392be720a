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
  Competency,
  EvidenceClause,
  EvidencePack,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { includesAuthority } from '../rules/authorityRules';

type Role = EvidencePack['roles'][number];
type Missing = EvidenceClause['missing'][number];

export interface ClauseInput {
  competencies: readonly Competency[];
  roles: readonly Role[];
  legalExpertise: EvidencePack['legalExpertise'];
  /** ISO 8601 date. */
  today: string;
}

/** One thing that a clause asks for. */
interface Check {
  /** `partly` when some of it is there. */
  found: 'yes' | 'partly' | 'no';
  missing?: Missing;
}

const INQUIRY_TYPE = 'external-compliance-inquiry';
const FRAME_5230 = 'iso5230';

/** The clauses about people, their roles and what they are able to do, each with what is there for it. */
export function evidenceClauses(input: ClauseInput): EvidenceClause[] {
  const { competencies } = input;
  const security = competencies.filter(({ type }) => type === 'security');
  const inquiry = competencies.filter(
    ({ requestTypes, externalIds }) =>
      requestTypes.includes(INQUIRY_TYPE) ||
      externalIds[FRAME_5230]?.includes('3.2.1'),
  );
  return [
    clause(
      ['ISO/IEC 5230:2020', '3.1.2', 'Competence'],
      competencies,
      competenceChecks(competencies, input),
    ),
    clause(
      ['ISO/IEC 5230:2020', '3.2.1', 'Access'],
      inquiry,
      accessChecks(inquiry, input),
    ),
    clause(
      ['ISO/IEC 5230:2020', '3.2.2', 'Effectively resourced'],
      competencies,
      resourceChecks(input),
    ),
    clause(
      ['ISO/IEC 18974:2023', '4.1.2', 'Competence'],
      security,
      competenceChecks(security, input),
    ),
  ];
}

function clause(
  [standard, number, title]: [EvidenceClause['standard'], string, string],
  competencies: readonly Competency[],
  checks: readonly Check[],
): EvidenceClause {
  return {
    standard,
    clause: number,
    title,
    state: stateOf(checks),
    missing: checks.flatMap(check => check.missing ?? []),
    competencies: competencies.map(({ ref }) => ref),
  };
}

function stateOf(checks: readonly Check[]): EvidenceClause['state'] {
  if (checks.every(({ found }) => found === 'yes')) {
    return 'met';
  }
  return checks.every(({ found }) => found === 'no') ? 'not-met' : 'partly-met';
}

/** Roles with what they are responsible for, who holds them, and what shows that these are able to. */
function competenceChecks(
  competencies: readonly Competency[],
  { roles, today }: ClauseInput,
): Check[] {
  const holdersOf = new Map(
    roles.map(({ competency, holders }) => [
      competency.ref,
      holders.filter(({ state }) => state === 'present'),
    ]),
  );
  const isShown = (competency: Competency) =>
    (holdersOf.get(competency.ref) ?? []).every(({ evidence }) =>
      evidence.some(({ expires }) => expires === undefined || expires >= today),
    );
  const held = competencies.filter(
    ({ ref }) => (holdersOf.get(ref) ?? []).length > 0,
  );
  return [
    everyOne(competencies, ({ description }) => Boolean(description), {
      text: 'Roles do not say what they are responsible for',
      mend: 'Describe each of these competencies in the catalog.',
    }),
    everyOne(competencies, competency => held.includes(competency), {
      text: 'Roles are held by nobody',
      mend: 'Name a provider that the catalog has for each of these competencies.',
    }),
    everyOne(held, isShown, {
      text: 'Holders have no valid evidence of their competence',
      mend: 'Record a training, certificate, experience or assessment for each holder of these competencies.',
    }),
  ];
}

/** A way for those outside to ask, and somebody who answers. */
function accessChecks(
  inquiry: readonly Competency[],
  { roles }: ClauseInput,
): Check[] {
  const refs = new Set(inquiry.map(({ ref }) => ref));
  const providers = inquiry
    .flatMap(competency => competency.providers)
    .filter(({ state }) => state === 'present');
  const isPublished = roles
    .filter(role => refs.has(role.competency.ref))
    .some(({ holders }) =>
      holders.some(({ evidence }) => evidence.some(({ link }) => link)),
    );
  return [
    {
      found: providers.length > 0 ? 'yes' : 'no',
      missing:
        providers.length > 0
          ? undefined
          : {
              text: 'Nobody is named to answer compliance questions from outside',
              mend: `Give a competency the request type '${INQUIRY_TYPE}' or the external id ${FRAME_5230}: 3.2.1, and a provider.`,
            },
    },
    {
      found: providers.some(({ mailbox }) => mailbox) ? 'yes' : 'no',
      missing: providers.some(({ mailbox }) => mailbox)
        ? undefined
        : {
            text: 'There is no address that people outside can write to',
            mend: "Give a group among these providers a role mailbox in its 'spec.profile.email'.",
          },
    },
    {
      found: isPublished ? 'yes' : 'no',
      missing: isPublished
        ? undefined
        : {
            text: 'Whether the address is published outside is not recorded',
            mend: 'Record evidence with the link of the public page for one of these providers.',
          },
    },
  ];
}

/** Names, hours, legal expertise, somebody responsible, and a way to deal with what goes wrong. */
function resourceChecks({
  competencies,
  legalExpertise,
}: ClauseInput): Check[] {
  const present = (competency: Competency) =>
    competency.providers.filter(({ state }) => state === 'present');
  const mayDecide = competencies.some(competency =>
    present(competency).some(({ authority }) =>
      includesAuthority(authority, 'decide'),
    ),
  );
  return [
    everyOne(competencies, competency => present(competency).length > 0, {
      text: 'Roles name no person, group or function',
      mend: 'Name a provider that the catalog has for each of these competencies.',
    }),
    everyOne(
      competencies,
      competency =>
        present(competency).some(
          ({ hoursPerMonth, onDemand }) =>
            onDemand || (hoursPerMonth !== undefined && hoursPerMonth > 0),
        ),
      {
        text: 'No time is agreed for roles',
        mend: 'Agree hours with a provider of each of these competencies, or mark one as on demand.',
      },
    ),
    everyOne(competencies, ({ ownerState }) => ownerState === 'present', {
      text: 'Nobody is responsible for roles',
      mend: 'Name an owner that the catalog has for each of these competencies.',
    }),
    {
      found: legalExpertise.length > 0 ? 'yes' : 'no',
      missing:
        legalExpertise.length > 0
          ? undefined
          : {
              text: 'Nobody with legal expertise can be asked',
              mend: "Name a provider with authority 'answer' or more for a competency of type 'legal', inside or outside.",
            },
    },
    {
      found: mayDecide ? 'yes' : 'no',
      missing: mayDecide
        ? undefined
        : {
            text: 'Nobody may decide what happens to a case of non-compliance',
            mend: "Give a provider the authority 'decide' or 'sign'.",
          },
    },
  ];
}

/** Holds for all, for some or for none; none at all is nothing found. */
function everyOne(
  competencies: readonly Competency[],
  holds: (competency: Competency) => boolean,
  missing: Missing,
): Check {
  const without = competencies.filter(competency => !holds(competency));
  if (competencies.length > 0 && without.length === 0) {
    return { found: 'yes' };
  }
  const names = without.map(({ title }) => title).join(', ');
  return {
    found: without.length < competencies.length ? 'partly' : 'no',
    missing: {
      ...missing,
      text:
        names === ''
          ? `${missing.text}: there are none`
          : `${missing.text}: ${names}`,
    },
  };
}
