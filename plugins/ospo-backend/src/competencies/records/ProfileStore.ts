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
  CompetencyAuthority,
  SaveProfile,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { includesAuthority, saysMore } from '../rules/authorityRules';
import { StoredProfileEntry } from './OfficeRecords';
import { RecordsGeneration } from './RecordsGeneration';
import { fromProfileEntry, toProfileEntry } from './rows';

export interface StoredProfile {
  skills: string[];
  languages: string[];
  optedInAt: string;
  entries: StoredProfileEntry[];
}

/** What people told about themselves. */
export class ProfileStore {
  readonly #knex: Knex;
  readonly #records: RecordsGeneration;

  private constructor(options: { knex: Knex; records: RecordsGeneration }) {
    this.#knex = options.knex;
    this.#records = options.records;
  }

  static create(options: {
    knex: Knex;
    records: RecordsGeneration;
  }): ProfileStore {
    return new ProfileStore(options);
  }

  async get(userRef: string): Promise<StoredProfile | undefined> {
    const [row, entries] = await Promise.all([
      this.#knex('competency_profiles').where({ user_ref: userRef }).first(),
      this.#entries(this.#knex, userRef),
    ]);
    return (
      row && {
        // Written by us alone, from checked values.
        skills: JSON.parse(row.skills) as string[],
        languages: JSON.parse(row.languages) as string[],
        optedInAt: row.opted_in_at,
        entries,
      }
    );
  }

  /** Replaces what they said before; what somebody confirmed stays confirmed, unless they say more than then. */
  async save(
    userRef: string,
    profile: SaveProfile,
    optedInAt: string,
  ): Promise<void> {
    await this.#records.change(async tx => {
      const values = {
        skills: JSON.stringify(profile.skills),
        languages: JSON.stringify(profile.languages),
      };
      await tx('competency_profiles')
        .insert({ user_ref: userRef, ...values, opted_in_at: optedInAt })
        .onConflict('user_ref')
        .merge(values);
      const before = new Map(
        (await this.#entries(tx, userRef)).map(e => [e.competencyRef, e]),
      );
      await tx('competency_profile_entries')
        .where({ user_ref: userRef })
        .delete();
      if (profile.entries.length > 0) {
        await tx('competency_profile_entries').insert(
          profile.entries.map(entry =>
            fromProfileEntry({
              ...entry,
              userRef,
              ...keptConfirmation(before.get(entry.competencyRef), entry),
            }),
          ),
        );
      }
    });
  }

  async delete(userRef: string): Promise<void> {
    await this.#records.change(async tx => {
      // SQLite minds the reference only when it is told to.
      await tx('competency_profile_entries')
        .where({ user_ref: userRef })
        .delete();
      await tx('competency_profiles').where({ user_ref: userRef }).delete();
    });
  }

  /** Answers false when they say nothing of this competency. */
  async confirm(confirmation: {
    userRef: string;
    competencyRef: string;
    authority: CompetencyAuthority;
    confidential: boolean;
    confirmedBy: string;
  }): Promise<boolean> {
    const { userRef, competencyRef, authority, confidential, confirmedBy } =
      confirmation;
    return await this.#records.change(async tx => {
      const changed = await tx('competency_profile_entries')
        .where({ user_ref: userRef, competency_ref: competencyRef })
        .update({
          authority,
          confirmed_authority: authority,
          confirmed_by: confirmedBy,
          confirmed_confidential: confidential,
        });
      return changed > 0;
    });
  }

  async #entries(knex: Knex, userRef: string): Promise<StoredProfileEntry[]> {
    const rows = await knex('competency_profile_entries')
      .where({ user_ref: userRef })
      .orderBy('competency_ref');
    return rows.map(toProfileEntry);
  }
}

function keptConfirmation(
  before: StoredProfileEntry | undefined,
  entry: SaveProfile['entries'][number],
): Pick<
  StoredProfileEntry,
  'confirmedAuthority' | 'confirmedBy' | 'confirmedConfidential'
> {
  if (!before || saysMore(before, entry)) {
    return { confirmedConfidential: false };
  }
  const { confirmedAuthority, confirmedBy, confirmedConfidential } = before;
  return { confirmedAuthority, confirmedBy, confirmedConfidential };
}

/** By whom what they claim was confirmed; absent when it was not, or not as far as they claim. */
export function confirmerOf(entry: StoredProfileEntry): string | undefined {
  const { authority, confirmedAuthority, confirmedBy } = entry;
  return confirmedAuthority && includesAuthority(confirmedAuthority, authority)
    ? confirmedBy
    : undefined;
}
