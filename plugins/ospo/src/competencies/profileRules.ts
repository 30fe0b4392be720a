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
  CompetencyProfile,
  SaveProfile,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What stands in the fields of the profile. */
export interface ProfileDraft {
  entries: EntryDraft[];
  skills: string;
  languages: string;
}

export interface EntryDraft {
  competencyRef: string;
  authority: CompetencyProfile['entries'][number]['authority'];
  hours: string;
  scope: CompetencyProfile['entries'][number]['scope'];
}

/** Most hours a month that a person offers. */
export const MOST_HOURS = 200;

export function toDraft(profile: CompetencyProfile): ProfileDraft {
  return {
    entries: profile.entries.map(entry => ({
      competencyRef: entry.competencyRef,
      authority: entry.authority,
      hours: entry.hoursPerMonth?.toString() ?? '',
      scope: entry.scope,
    })),
    skills: profile.skills.join(', '),
    languages: profile.languages.join(', '),
  };
}

export function toSave(draft: ProfileDraft): SaveProfile {
  return {
    entries: draft.entries.map(entry => ({
      competencyRef: entry.competencyRef,
      authority: entry.authority,
      scope: entry.scope,
      hoursPerMonth: readHours(entry.hours, MOST_HOURS),
    })),
    skills: readWords(draft.skills),
    languages: readWords(draft.languages),
  };
}

/** Words between commas, each once. */
export function readWords(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map(word => word.trim())
        .filter(Boolean),
    ),
  ];
}

/** Hours as a person writes them, with a point or a comma; nothing when nothing is written. */
export function readHours(text: string, most: number): number | undefined {
  const hours = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && hours >= 0 && hours <= most ? hours : undefined;
}

/** True for hours that are written and cannot be read. */
export function isWrongHours(text: string, most: number = MOST_HOURS): boolean {
  return text.trim() !== '' && readHours(text, most) === undefined;
}
