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
  Absence,
  CapacityAgreement,
  competencyAuthorities,
  CompetencyAuthority,
  CompetencyScope,
  Evidence,
  evidenceKinds,
  RotaTurn,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { StoredProfileEntry } from './OfficeRecords';
import {
  AbsenceRow,
  AgreementRow,
  EvidenceRow,
  ProfileEntryRow,
  RotaRow,
} from './tables';

export function toAbsence(row: AbsenceRow): Absence {
  return {
    id: row.id,
    providerRef: row.provider_ref,
    from: row.from_day,
    to: row.to_day,
  };
}

export function fromAbsence(absence: Absence): AbsenceRow {
  return {
    id: absence.id,
    provider_ref: absence.providerRef,
    from_day: absence.from,
    to_day: absence.to,
  };
}

export function toAgreement(row: AgreementRow): CapacityAgreement {
  return {
    id: row.id,
    providerRef: row.provider_ref,
    competencyRef: row.competency_ref,
    hoursPerMonth: row.hours_per_month,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    agreedBy: row.agreed_by,
    note: row.note ?? undefined,
  };
}

export function fromAgreement(agreement: CapacityAgreement): AgreementRow {
  return {
    id: agreement.id,
    provider_ref: agreement.providerRef,
    competency_ref: agreement.competencyRef,
    hours_per_month: agreement.hoursPerMonth,
    valid_from: agreement.validFrom,
    valid_to: agreement.validTo ?? null,
    agreed_by: agreement.agreedBy,
    note: agreement.note ?? null,
  };
}

export function toEvidence(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    subjectRef: row.subject_ref,
    competencyRef: row.competency_ref,
    kind: evidenceKinds.find(kind => kind === row.kind) ?? 'experience',
    title: row.title,
    date: row.day,
    expires: row.expires ?? undefined,
    assessorRef: row.assessor_ref ?? undefined,
    link: row.link ?? undefined,
  };
}

export function fromEvidence(evidence: Evidence): EvidenceRow {
  return {
    id: evidence.id,
    subject_ref: evidence.subjectRef,
    competency_ref: evidence.competencyRef,
    kind: evidence.kind,
    title: evidence.title,
    day: evidence.date,
    expires: evidence.expires ?? null,
    assessor_ref: evidence.assessorRef ?? null,
    link: evidence.link ?? null,
  };
}

export function toRotaTurn(row: RotaRow): RotaTurn {
  return {
    id: row.id,
    competencyRef: row.competency_ref,
    providerRef: row.provider_ref,
    from: row.from_day,
    to: row.to_day,
  };
}

export function fromRotaTurn(turn: RotaTurn): RotaRow {
  return {
    id: turn.id,
    competency_ref: turn.competencyRef,
    provider_ref: turn.providerRef,
    from_day: turn.from,
    to_day: turn.to,
  };
}

export function toProfileEntry(row: ProfileEntryRow): StoredProfileEntry {
  return {
    userRef: row.user_ref,
    competencyRef: row.competency_ref,
    authority: toAuthority(row.authority) ?? 'triage',
    confirmedAuthority: toAuthority(row.confirmed_authority),
    confirmedBy: row.confirmed_by ?? undefined,
    confirmedConfidential: Boolean(row.confirmed_confidential),
    // Written by us alone, from a checked value.
    scope: JSON.parse(row.scope) as CompetencyScope,
    hoursPerMonth: row.hours_per_month ?? undefined,
  };
}

export function fromProfileEntry(entry: StoredProfileEntry): ProfileEntryRow {
  return {
    user_ref: entry.userRef,
    competency_ref: entry.competencyRef,
    authority: entry.authority,
    confirmed_authority: entry.confirmedAuthority ?? null,
    confirmed_by: entry.confirmedBy ?? null,
    confirmed_confidential: entry.confirmedConfidential,
    scope: JSON.stringify(entry.scope),
    hours_per_month: entry.hoursPerMonth ?? null,
  };
}

function toAuthority(text: string | null): CompetencyAuthority | undefined {
  return competencyAuthorities.find(authority => authority === text);
}
