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
  Confidentiality,
  Decision,
  ProviderKind,
  RequestOutcome,
  RequestState,
  WorkItem,
  WorkItemState,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What a request's type promised on the day it was submitted; a type that changes later changes no open request. */
export interface RequestTerms {
  fourEyes: boolean;
  decidedBy: 'competency' | 'core-team';
  routing: 'confirm' | 'auto';
  /** ISO 8601 durations of business time. */
  ack: string;
  done: string;
  outcomes: readonly RequestOutcome[];
  /** ISO 8601 duration of the calendar. */
  validFor?: string;
}

/** A provider as it was when it was proposed or asked. */
export interface AskedProvider {
  ref: string;
  kind: ProviderKind;
  authority: CompetencyAuthority;
  /** Who acts for an organisation outside: the owner of the competency. Without one the core team does. */
  stewardRef?: string;
}

export type WorkItemTry = WorkItem['tries'][number];

export interface WorkItemRecord {
  id: string;
  competencyRef: string;
  authority: CompetencyAuthority;
  blocking: boolean;
  /** In the languages of the rule. */
  reason: Readonly<Record<string, string>> & { en: string };
  state: WorkItemState;
  provider?: AskedProvider;
  assigneeRef?: string;
  /** When the provider was asked, and when somebody took it. */
  askedAt?: string;
  takenAt?: string;
  doneAt?: string;
  ackDue?: string;
  finding?: string;
  recommendation?: RequestOutcome;
  conditions: readonly string[];
  hours?: number;
  tries: readonly WorkItemTry[];
  /** Routing found nobody since it was last routed. */
  isGap: boolean;
}

/** A request as its events made it. What it asks, its title and its subject are not events and lie beside it. */
export interface RequestRecord {
  id: string;
  typeId: string;
  requesterRef: string;
  state: RequestState;
  confidentiality: Confidentiality;
  terms?: RequestTerms;
  items: readonly WorkItemRecord[];
  question?: { workItemId: string; text: string; askedAt: string; by: string };
  decision?: Omit<Decision, 'requestId' | 'precedentId'>;
  precedentId?: string;
  createdAt: string;
  submittedAt?: string;
  decidedAt?: string;
  closedAt?: string;
  reopenedAt?: string;
  /** When somebody first took a part of it. */
  firstTakenAt?: string;
  /** Kept while the clock is paused, and moved on when it goes on. */
  ackDue?: string;
  doneDue?: string;
}
