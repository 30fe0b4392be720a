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

export interface ProfileRow {
  user_ref: string;
  /** JSON. */
  skills: string;
  /** JSON. */
  languages: string;
  opted_in_at: string;
}

export interface ProfileEntryRow {
  user_ref: string;
  competency_ref: string;
  authority: string;
  confirmed_authority: string | null;
  confirmed_by: string | null;
  confirmed_confidential: boolean | number;
  /** JSON. */
  scope: string;
  hours_per_month: number | null;
}

export interface AbsenceRow {
  id: string;
  provider_ref: string;
  from_day: string;
  to_day: string;
}

export interface AgreementRow {
  id: string;
  provider_ref: string;
  competency_ref: string;
  hours_per_month: number;
  valid_from: string;
  valid_to: string | null;
  agreed_by: string;
  note: string | null;
}

export interface EvidenceRow {
  id: string;
  subject_ref: string;
  competency_ref: string;
  kind: string;
  title: string;
  day: string;
  expires: string | null;
  assessor_ref: string | null;
  link: string | null;
}

export interface RotaRow {
  id: string;
  competency_ref: string;
  provider_ref: string;
  from_day: string;
  to_day: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    competency_state: { id: number; generation: number };
    competency_profiles: ProfileRow;
    competency_profile_entries: ProfileEntryRow;
    competency_absences: AbsenceRow;
    competency_agreements: AgreementRow;
    competency_evidence: EvidenceRow;
    competency_rota: RotaRow;
  }
}
