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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  CompetencyAuthority,
  CompetencyProfile,
  ospoCompetencyManagePermission,
  ospoCompetencyReadPermission,
  SaveProfile,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { OfficeCaller, OfficeCallers } from '../access';
import { Erased, PersonRecords, PersonRows } from '../database/PersonRecords';
import { noCompetency } from './CompetenciesService';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { confirmerOf, ProfileStore } from './records/ProfileStore';
import { RecordsGeneration } from './records/RecordsGeneration';
import { RecordsStores } from './records/RecordsStore';
import { requireSteer } from './rules/stewardRules';
import { viewOf } from './view/OfficeView';

type AsCaller = { credentials: BackstageCredentials };

/** Everything that the office holds about one person. */
export interface PersonExport {
  userRef: string;
  exportedAt: string;
  tables: PersonRows;
}

export interface PeopleServiceOptions {
  callers: OfficeCallers;
  directory: DefaultCompetencyDirectory;
  knex: Knex;
  /** What each slice holds of people. */
  people: readonly PersonRecords[];
  profiles: ProfileStore;
  records: RecordsGeneration;
  stores: Pick<RecordsStores, 'absences'>;
  now: () => Date;
}

/** What people tell of themselves, and their rights to it. Every method first asks who may. */
export class PeopleService {
  readonly #options: PeopleServiceOptions;

  private constructor(options: PeopleServiceOptions) {
    this.#options = options;
  }

  static create(options: PeopleServiceOptions): PeopleService {
    return new PeopleService(options);
  }

  async getMyProfile(as: AsCaller): Promise<CompetencyProfile> {
    const { userRef } = await this.#person(as);
    const { profiles, stores } = this.#options;
    const [profile, absences] = await Promise.all([
      profiles.get(userRef),
      stores.absences.list({ provider_ref: [userRef] }),
    ]);
    return {
      userRef,
      entries: (profile?.entries ?? []).map(entry => ({
        competencyRef: entry.competencyRef,
        authority: entry.authority,
        confirmedBy: confirmerOf(entry),
        scope: entry.scope,
        hoursPerMonth: entry.hoursPerMonth,
      })),
      skills: profile?.skills ?? [],
      languages: profile?.languages ?? [],
      optedInAt: profile?.optedInAt,
      absences,
    };
  }

  /** More than `answer` may be said; it counts once somebody else confirmed it. */
  async saveMyProfile(
    profile: SaveProfile,
    as: AsCaller,
  ): Promise<CompetencyProfile> {
    const { caller, userRef } = await this.#person(as);
    const { directory, profiles, now } = this.#options;
    const view = await viewOf(await directory.snapshot(), caller);
    profile.entries.forEach(({ competencyRef }, index) => {
      if (!view.competencies.has(competencyRef)) {
        throw new InputError(
          `entries.${index}.competencyRef: '${competencyRef}' is no competency that you may read; the list of competencies has their refs`,
        );
      }
    });
    await profiles.save(userRef, profile, now().toISOString());
    return this.getMyProfile(as);
  }

  async deleteMyProfile(as: AsCaller): Promise<void> {
    const { userRef } = await this.#person(as);
    await this.#options.profiles.delete(userRef);
  }

  async exportMyData(as: AsCaller): Promise<PersonExport> {
    const { userRef } = await this.#person(as);
    const { knex, people, now } = this.#options;
    const exported = await Promise.all(
      people.map(records => records.export(knex, userRef)),
    );
    return {
      userRef,
      exportedAt: now().toISOString(),
      tables: Object.assign({}, ...exported),
    };
  }

  async erasePerson(
    { userRef }: { userRef: string },
    as: AsCaller,
  ): Promise<{ rows: number }> {
    const { caller, userRef: self } = await this.#person(as);
    if (userRef !== self) {
      caller.requireCoreTeam(ospoCompetencyManagePermission);
    }
    const { people, records } = this.#options;
    const erased = await records.change(async tx => {
      const parts: Erased[] = [];
      for (const part of people) {
        parts.push(await part.erase(tx, userRef));
      }
      return parts;
    });
    for (const { afterwards } of erased) {
      await afterwards?.();
    }
    return { rows: erased.reduce((sum, { rows }) => sum + rows, 0) };
  }

  async confirmProfileEntry(
    confirmation: {
      userRef: string;
      competencyRef: string;
      authority: CompetencyAuthority;
      confidential?: boolean;
    },
    as: AsCaller,
  ): Promise<void> {
    const { caller, userRef: self } = await this.#person(as);
    const { directory, profiles } = this.#options;
    const { userRef, competencyRef, confidential = false } = confirmation;
    const view = await viewOf(await directory.snapshot(), caller);
    const competency = view.competencies.get(competencyRef);
    if (!competency) {
      throw noCompetency(competencyRef);
    }
    requireSteer(competency, caller);
    if (userRef === self) {
      throw new NotAllowedError(
        'Nobody confirms their own authority; ask somebody else who steers this competency',
      );
    }
    const confirmed = await profiles.confirm({
      ...confirmation,
      confidential,
      confirmedBy: self,
    });
    if (!confirmed) {
      throw new NotFoundError(
        `'${userRef}' says nothing of '${competencyRef}'; they add it to their profile first`,
      );
    }
  }

  async #person(
    as: AsCaller,
  ): Promise<{ caller: OfficeCaller; userRef: string }> {
    const caller = await this.#options.callers.enter(as.credentials);
    caller.require(ospoCompetencyReadPermission);
    return { caller, userRef: requirePerson(caller) };
  }
}

/** Services get no personal data, and nothing is about them. */
export function requirePerson(caller: OfficeCaller): string {
  if (caller.userRef === undefined) {
    throw new NotAllowedError('Only people may do this, no services');
  }
  return caller.userRef;
}
