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
  CapacityAgreement,
  CompetencyProvider,
  ProviderDeclaration,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { StoredProfileEntry } from '../records/OfficeRecords';
import { effectiveEntry, isConfirmed } from '../rules/authorityRules';
import {
  CatalogReading,
  DeclaredCompetency,
  ShortFormEntry,
} from './CatalogReading';

const UNRANKED = { scope: {}, priority: 5, onDemand: false };

/**
 * The providers of a competency out of the three places where they are declared. Who is declared twice counts once,
 * as the first says: the competency itself, then the annotation, then what a person said of themselves.
 */
export function mergeProviders(options: {
  competency: DeclaredCompetency;
  shortForms: readonly ShortFormEntry[];
  entries: readonly StoredProfileEntry[];
  agreements: readonly CapacityAgreement[];
  reading: CatalogReading;
  today: string;
}): CompetencyProvider[] {
  const { competency, reading, today } = options;
  const providers = new Map<string, CompetencyProvider>();

  function add(
    declared: ProviderDeclaration & Pick<CompetencyProvider, 'claimed'>,
    source: CompetencyProvider['source'],
    confirmed: boolean,
  ): void {
    if (!providers.has(declared.ref)) {
      providers.set(declared.ref, {
        ...declared,
        hoursPerMonth:
          agreedHours(options.agreements, declared.ref, today) ??
          declared.hoursPerMonth,
        source,
        ...describe(declared.ref, { reading, today, confirmed }),
      });
    }
  }
  for (const declared of competency.providers) {
    add(declared, 'competency', true);
  }
  for (const { providerRef, authority } of options.shortForms) {
    if (authority) {
      add({ ...UNRANKED, ref: providerRef, authority }, 'annotation', true);
    }
  }
  for (const entry of options.entries) {
    const { userRef: ref, hoursPerMonth } = entry;
    add(
      { ...UNRANKED, ref, ...effectiveEntry(entry), hoursPerMonth },
      'profile',
      isConfirmed(entry),
    );
  }
  return [...providers.values()].sort(
    (a, b) => a.priority - b.priority || (a.ref < b.ref ? -1 : 1),
  );
}

function describe(
  ref: string,
  options: { reading: CatalogReading; today: string; confirmed: boolean },
): Pick<
  CompetencyProvider,
  'kind' | 'state' | 'title' | 'contractEnds' | 'mailbox'
> {
  const { reading, today, confirmed } = options;
  if (ref.startsWith('user:')) {
    const present = confirmed ? 'present' : 'unconfirmed';
    return {
      kind: 'person',
      state: reading.users.has(ref) ? present : 'missing',
      title: reading.userTitles.get(ref),
    };
  }
  const group = reading.groups.get(ref);
  if (!group) {
    return {
      kind: ref.startsWith('group:external/') ? 'external' : 'group',
      state: 'missing',
    };
  }
  const { contractEnds } = group;
  const isOver = contractEnds !== undefined && contractEnds < today;
  return {
    kind: group.isExternal ? 'external' : 'group',
    state: group.isExternal && isOver ? 'contract-ended' : 'present',
    title: group.title,
    contractEnds: group.isExternal ? contractEnds : undefined,
    mailbox: group.mailbox,
  };
}

/** Hours that are agreed for today; an agreement counts more than what Git says. */
function agreedHours(
  agreements: readonly CapacityAgreement[],
  providerRef: string,
  today: string,
): number | undefined {
  const valid = agreements.filter(
    agreement =>
      agreement.providerRef === providerRef &&
      agreement.validFrom <= today &&
      (agreement.validTo === undefined || agreement.validTo >= today),
  );
  return valid.length > 0
    ? valid.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0)
    : undefined;
}
