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
  RejectionCode,
  rejectionCodes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectorySnapshot } from '../../competencies';
import { hasAuthority } from './authority';
import { Candidate, DirectoryIndex } from './DirectoryIndex';
import { RoutedWork, RoutingContext } from './RoutingContext';
import { scopeMismatch } from './scopeMismatch';

export interface Rejection {
  code: RejectionCode;
  detail: string;
}

interface Question {
  candidate: Candidate;
  work: RoutedWork;
  context: RoutingContext;
  snapshot: DirectorySnapshot;
  index: DirectoryIndex;
}

/** Each says why not, or nothing when this does not speak against the provider. */
const checks: Record<RejectionCode, (of: Question) => string | undefined> = {
  missing: ({ candidate: { provider } }) =>
    provider.state === 'missing'
      ? `'${provider.ref}' is not in the catalog`
      : undefined,
  'authority-too-low': ({ candidate: { provider }, work }) => {
    const { authority: held, claimed } = provider;
    if (hasAuthority(held, work.authority)) {
      return undefined;
    }
    return claimed && claimed.authority !== held
      ? `says '${claimed.authority}', which nobody confirmed; '${work.authority}' is needed`
      : `may '${held}', and '${work.authority}' is needed`;
  },
  'out-of-scope': ({ candidate: { provider }, context, index }) => {
    const mismatch = scopeMismatch(provider.scope, context, index);
    return mismatch &&
      context.confidentiality === 'confidential' &&
      provider.claimed?.confidential
      ? `${mismatch}; offers to be, which nobody confirmed`
      : mismatch;
  },
  inactive: ({ candidate: { provider }, snapshot }) => {
    const group = snapshot.groups.get(provider.ref);
    return provider.kind === 'group' && group && group.memberRefs.length === 0
      ? 'the group has no members'
      : undefined;
  },
  absent: ({ candidate: { provider }, context, index }) => {
    const days = {
      from: context.now.slice(0, 10),
      to: context.neededUntil.slice(0, 10),
    };
    return index.isAbsent(provider.ref, days)
      ? `is away between ${days.from} and ${days.to}`
      : undefined;
  },
  'no-capacity': ({ candidate, context, index }) => {
    const hours = index.hoursPerMonth(candidate, context.now.slice(0, 10));
    const load = context.loads.get(candidate.provider.ref);
    const used =
      (load?.hoursThisMonth ?? 0) +
      (load?.open ?? 0) * context.hoursPerWorkItem;
    return hours !== undefined && used + context.hoursPerWorkItem > hours
      ? `${round(used)} of ${round(
          hours,
        )} hours of this month are taken, and a work item is taken to need ${round(
          context.hoursPerWorkItem,
        )}`
      : undefined;
  },
  'contract-ended': ({ candidate: { provider }, context }) => {
    const { contractEnds, state } = provider;
    const isOver =
      state === 'contract-ended' ||
      (contractEnds !== undefined && contractEnds < context.now.slice(0, 10));
    return isOver
      ? `the contract ended${contractEnds ? ` on ${contractEnds}` : ''}`
      : undefined;
  },
  'is-requester': ({ candidate: { provider }, context, index }) => {
    if (!index.isOnly(provider.ref, context.requesterRef)) {
      return undefined;
    }
    return provider.ref === context.requesterRef
      ? 'is who asks'
      : 'has no member but who asks';
  },
  'not-opted-in': ({ candidate }) =>
    candidate.isOptedIn ? undefined : 'is a person who did not offer this',
  'declined-before': ({ candidate: { provider }, work }) => {
    const last = work.tries.filter(
      ({ providerRef }) => providerRef === provider.ref,
    );
    return last.length > 0
      ? `was asked before: ${last.map(({ ended }) => ended).join(', ')}`
      : undefined;
  },
};

/** Everything that speaks against a provider, in the order in which it is told. */
export function rejectionsOf(question: Question): Rejection[] {
  const found: Rejection[] = [];
  for (const code of rejectionCodes) {
    const detail = checks[code](question);
    if (detail !== undefined) {
      found.push({ code, detail });
    }
  }
  return found;
}

function round(hours: number): string {
  return String(Math.round(hours * 10) / 10);
}
