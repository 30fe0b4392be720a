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
  CompetencyType,
  CoverageDimension,
  CoverageState,
  EvidenceKind,
  ProviderKind,
  ProviderState,
} from './words';

/**
 * A page of a list. `nextCursor` is opaque and absent on the last page; `total` is `bounded` when there are at least
 * this many.
 *
 * @public
 */
export interface OspoPage<T> {
  items: T[];
  nextCursor?: string;
  total?: { value: number; bounded: boolean };
}

/** Something wrong in what the catalog or a person declared, with where it is and how to mend it. @public */
export interface OspoFinding {
  code: string;
  severity: 'error' | 'warning' | 'info';
  /** Field and value, for example `spec.providers[0].authority: 'boss'`. */
  where: string;
  message: string;
  mend: string;
}

/** What a provider answers for; an absent list means no limit. @public */
export interface CompetencyScope {
  /** Group refs; their descendants are included. */
  businessUnits?: string[];
  /** ISO 3166-1 alpha-2. */
  countries?: string[];
  /** ISO 639-1. */
  languages?: string[];
  technologies?: string[];
  /** May be given confidential requests; false when not said. */
  confidential?: boolean;
}

/** What a person's profile says, as far as somebody else has to confirm it. @public */
export interface ClaimedProvision {
  authority: CompetencyAuthority;
  /** Whether they say that they may be given confidential requests. */
  confidential: boolean;
}

/** @public */
export interface CompetencyProvider {
  /** Entity ref, `group:external/lawfirm-x`. */
  ref: string;
  kind: ProviderKind;
  state: ProviderState;
  title?: string;
  /** As far as it counts: declared in the catalog, little enough to be given to oneself, or confirmed. */
  authority: CompetencyAuthority;
  /** The same. */
  scope: CompetencyScope;
  /** What a person says of themselves beyond that; it counts for nothing until it is confirmed. */
  claimed?: ClaimedProvision;
  /** 1 is asked first; 5 when not said. */
  priority: number;
  /** Agreed hours a month for this competency; absent means unknown, not zero. */
  hoursPerMonth?: number;
  /** Is paid for or called only when asked. */
  onDemand: boolean;
  /** Where this was declared. */
  source: 'competency' | 'annotation' | 'profile';
  /** Last day of an external organisation's contract, ISO 8601 date. */
  contractEnds?: string;
  /** Role mailbox of a group. */
  mailbox?: string;
}

/** @public */
export interface Competency {
  /** Entity ref, `competency:default/licence-compliance`. */
  ref: string;
  title: string;
  description?: string;
  type: CompetencyType;
  tags: string[];
  /** Who steers it. */
  ownerRef?: string;
  ownerState: 'present' | 'missing' | 'none';
  /** The competency that this one is a part of. */
  partOf?: string;
  /** Providers that the office wants, at least. */
  minProviders: number;
  /** Ids of request types that bring this competency in. */
  requestTypes: string[];
  /** Clauses and codes of other frames, for example `iso5230: ['3.1.2']`. */
  externalIds: Record<string, string[]>;
  coverage: CoverageState;
  providers: CompetencyProvider[];
  findings: OspoFinding[];
}

/**
 * How fast a competency answers, measured over the work items of the last 365 days, in hours of business time.
 * Absent medians are unknown: nothing was measured.
 *
 * @public
 */
export interface CompetencySpeed {
  n: number;
  medianAckHours?: number;
  medianDoneHours?: number;
  since: string;
}

/** @public */
export interface CompetencyDetail extends Competency {
  parents: CompetencyRef[];
  children: CompetencyRef[];
  speed: CompetencySpeed;
  /** Precedents that are open to the reader. */
  precedents: number;
  /** Who is on duty today. */
  onDuty: string[];
  may: { manage: boolean };
}

/** @public */
export interface CompetencyRef {
  ref: string;
  title: string;
}

/** A competency that fits what somebody wrote, with what it was recognised by. @public */
export interface CompetencyMatch {
  competency: Competency;
  /** Words of the question and the field they were found in, best first. */
  matched: {
    field: 'title' | 'description' | 'tags' | 'request-type';
    words: string[];
  }[];
}

/** One competency that an entity's, package's or licence's facts call for, and why. @public */
export interface HelpSuggestion {
  competency: CompetencyRef & { coverage: CoverageState };
  /** Each names the fact it rests on, for example "GPL-3.0-only in 2 packages". */
  reasons: HelpReason[];
  /** Request type that asks them. */
  requestType?: string;
}

/** @public */
export interface HelpReason {
  code:
    | 'distribution'
    | 'licence'
    | 'licence-unknown'
    | 'finding'
    | 'no-sbom'
    | 'inner-source';
  /** The value that the reason rests on, as text. */
  fact: string;
  /** Where the fact comes from. */
  source: 'annotation' | 'sbom' | 'catalog';
}

/** Who can help with an entity, a package or a licence. @public */
export interface WhoCanHelp {
  /** The entity's owner; absent for packages and licences. */
  owner?: { ref?: string; state: 'present' | 'missing' | 'none' };
  trustedCommitters: { ref: string; state: 'present' | 'missing' }[];
  suggestions: HelpSuggestion[];
}

/** One cell of the coverage map. @public */
export interface CoverageCell {
  /** Key of the column. */
  column: string;
  state: CoverageState;
  internal: number;
  external: number;
  /** First contract end among the providers counted, ISO 8601 date. */
  contractEnds?: string;
}

/** @public */
export interface CoverageMap {
  dimension: CoverageDimension;
  columns: { key: string; title: string }[];
  /** How many columns more there are than are shown. */
  columnsLeftOut?: number;
  rows: {
    competency: CompetencyRef;
    overall: CoverageCell;
    cells: CoverageCell[];
  }[];
  /** Empty while nobody measures it. */
  load: ProviderLoad[];
  asOf: string;
}

/**
 * What a provider has been given against what was agreed. `idle` below a quarter of the agreed hours, `overloaded` above all of
 * them, `unknown` when no hours were agreed.
 *
 * @public
 */
export interface ProviderLoad {
  ref: string;
  title?: string;
  kind: ProviderKind;
  agreedHoursPerMonth?: number;
  openWorkItems: number;
  /** Estimated hours of open work items. */
  openHours: number;
  /** Hours of work items finished in the last 30 days: as reported, else estimated as those that are open. */
  doneHours: number;
  /** How many of these are estimated, because nobody reported their hours. */
  doneEstimated: number;
  state: 'idle' | 'fit' | 'overloaded' | 'unknown';
}

/** What a person tells about themselves; lives in the plugin's database only. @public */
export interface CompetencyProfile {
  userRef: string;
  entries: ProfileEntry[];
  /** Skills for inner-source matches. */
  skills: string[];
  languages: string[];
  optedInAt?: string;
  absences: Absence[];
}

/** @public */
export interface ProfileEntry {
  competencyRef: string;
  /** Persons give themselves at most `answer`; more is confirmed by the competency's owner or the core team. */
  authority: CompetencyAuthority;
  confirmedBy?: string;
  scope: CompetencyScope;
  hoursPerMonth?: number;
}

/** Days on which a provider is not there; no reason is ever asked. @public */
export interface Absence {
  id: string;
  providerRef: string;
  /** ISO 8601 dates, both included. */
  from: string;
  to: string;
}

/** Hours that a provider's line has agreed to. @public */
export interface CapacityAgreement {
  id: string;
  providerRef: string;
  competencyRef: string;
  hoursPerMonth: number;
  validFrom: string;
  validTo?: string;
  agreedBy: string;
  /** Which work goes first when both call. */
  note?: string;
}

/** @public */
export interface Evidence {
  id: string;
  subjectRef: string;
  competencyRef: string;
  kind: EvidenceKind;
  title: string;
  /** ISO 8601 dates. */
  date: string;
  expires?: string;
  assessorRef?: string;
  /** http or https. */
  link?: string;
}

/** @public */
export interface RotaTurn {
  id: string;
  competencyRef: string;
  providerRef: string;
  from: string;
  to: string;
}

/** A clause of ISO/IEC 5230 or 18974 with what is there for it. @public */
export interface EvidenceClause {
  standard: 'ISO/IEC 5230:2020' | 'ISO/IEC 18974:2023';
  clause: string;
  title: string;
  state: 'met' | 'partly-met' | 'not-met';
  /** What is missing, each with its mend. */
  missing: { text: string; mend: string }[];
  competencies: string[];
}

/** What an OpenChain assessor asks for, from what is declared and recorded. @public */
export interface EvidencePack {
  asOf: string;
  clauses: EvidenceClause[];
  roles: {
    competency: CompetencyRef;
    type: CompetencyType;
    ownerRef?: string;
    holders: {
      ref: string;
      title?: string;
      kind: ProviderKind;
      state: ProviderState;
      authority: CompetencyAuthority;
      evidence: Evidence[];
    }[];
  }[];
  legalExpertise: { ref: string; title?: string; kind: ProviderKind }[];
}
