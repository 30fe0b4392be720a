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
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectorySnapshot } from '../../competencies';

/** A provider of a competency, or of one that it is a part of. */
export interface Candidate {
  provider: CompetencyProvider;
  /** The competency that names it. */
  competencyRef: string;
  /** 0 for the competency itself, 1 for its parent, and so on. */
  distance: number;
  /** A person named in a competency, who told nothing themselves. */
  isOptedIn: boolean;
}

const indexes = new WeakMap<DirectorySnapshot, DirectoryIndex>();

/** What routing asks of a snapshot again and again, worked out once for each. */
export class DirectoryIndex {
  readonly #snapshot: DirectorySnapshot;
  readonly #candidates = new Map<string, readonly Candidate[]>();
  readonly #units = new Map<string, ReadonlySet<string>>();
  readonly #absences = new Map<string, { from: string; to: string }[]>();
  readonly #agreements = new Map<string, CapacityAgreement[]>();

  private constructor(snapshot: DirectorySnapshot) {
    this.#snapshot = snapshot;
    for (const absence of snapshot.absences) {
      push(this.#absences, absence.providerRef, absence);
    }
    for (const agreement of snapshot.agreements) {
      push(
        this.#agreements,
        agreementKey(agreement.providerRef, agreement.competencyRef),
        agreement,
      );
    }
  }

  static of(snapshot: DirectorySnapshot): DirectoryIndex {
    const known = indexes.get(snapshot) ?? new DirectoryIndex(snapshot);
    indexes.set(snapshot, known);
    return known;
  }

  /** The competency and those that it is a part of, nearest first; a circle ends where it closes. */
  lineOf(competencyRef: string): string[] {
    const line: string[] = [];
    const seen = new Set<string>();
    for (
      let ref: string | undefined = competencyRef;
      ref !== undefined && !seen.has(ref);
      ref = this.#snapshot.competencies.get(ref)?.partOf
    ) {
      seen.add(ref);
      line.push(ref);
    }
    return line;
  }

  /** Each provider once, as the nearest competency names it. */
  candidatesOf(competencyRef: string): readonly Candidate[] {
    const known = this.#candidates.get(competencyRef);
    if (known) {
      return known;
    }
    const found = new Map<string, Candidate>();
    for (const [distance, ref] of this.lineOf(competencyRef).entries()) {
      const providers = this.#snapshot.competencies.get(ref)?.providers ?? [];
      for (const provider of providers) {
        const isOptedIn =
          provider.kind !== 'person' ||
          provider.source !== 'competency' ||
          this.#snapshot.optedIn.has(provider.ref);
        const earlier = found.get(provider.ref);
        if (!earlier) {
          found.set(provider.ref, {
            provider,
            competencyRef: ref,
            distance,
            isOptedIn,
          });
        } else if (isOptedIn) {
          earlier.isOptedIn = true;
        }
      }
    }
    const candidates = [...found.values()];
    this.#candidates.set(competencyRef, candidates);
    return candidates;
  }

  /** A group and all that it is within; a circle ends where it closes. */
  unitsOf(groupRef: string): ReadonlySet<string> {
    const known = this.#units.get(groupRef);
    if (known) {
      return known;
    }
    const units = new Set<string>();
    for (
      let ref: string | undefined = groupRef;
      ref !== undefined && !units.has(ref);
      ref = this.#snapshot.groups.get(ref)?.parentRef
    ) {
      units.add(ref);
    }
    this.#units.set(groupRef, units);
    return units;
  }

  /** Whether it is away on any of the days; a group also when all its members are. */
  isAbsent(ref: string, days: { from: string; to: string }): boolean {
    return (
      this.#isAway(ref, days) ||
      this.#everyMember(ref, member => this.#isAway(member, days))
    );
  }

  /** Whether nobody but this person could do it. */
  isOnly(ref: string, userRef: string): boolean {
    return ref === userRef || this.#everyMember(ref, m => m === userRef);
  }

  /** Hours a month that hold on a day; undefined when nobody ever said. */
  hoursPerMonth(candidate: Candidate, day: string): number | undefined {
    const { provider, competencyRef } = candidate;
    const agreed = this.#agreements
      .get(agreementKey(provider.ref, competencyRef))
      ?.filter(
        ({ validFrom, validTo }) =>
          validFrom <= day && (validTo === undefined || day <= validTo),
      )
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
    return agreed?.hoursPerMonth ?? provider.hoursPerMonth;
  }

  #isAway(ref: string, days: { from: string; to: string }): boolean {
    return (this.#absences.get(ref) ?? []).some(
      ({ from, to }) => from <= days.to && days.from <= to,
    );
  }

  #everyMember(ref: string, is: (member: string) => boolean): boolean {
    const members = this.#snapshot.groups.get(ref)?.memberRefs ?? [];
    return members.length > 0 && members.every(is);
  }
}

function agreementKey(providerRef: string, competencyRef: string): string {
  return `${providerRef} ${competencyRef}`;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) {
    list.push(value);
  } else {
    map.set(key, [value]);
  }
}
