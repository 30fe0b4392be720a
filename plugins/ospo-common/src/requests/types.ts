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

import { JsonObject, JsonValue } from '@backstage/types';
import { CompetencyRef } from '../competencies/types';
import { CompetencyAuthority, ProviderKind } from '../competencies/words';
import {
  Confidentiality,
  RankingCode,
  RejectionCode,
  RequestOutcome,
  RequestState,
  TriageReason,
  WorkItemState,
} from './words';

/** Text in the languages that its author wrote; `en` is what others fall back to. @public */
export type LocalisedText = { en: string } & { [language: string]: string };

/** @public */
export interface RequestType {
  id: string;
  title: LocalisedText;
  description: LocalisedText;
  /**
   * JSON Schema of the answers, with `if`/`then` for questions that others switch on. `x-translations` beside any
   * `title`, `description` or `enumNames` holds other languages. `x-prefill` names the fact that answers a question.
   */
  schema: JsonObject;
  /** What rjsf reads beside the schema. */
  uiSchema: JsonObject;
  defaultConfidentiality: Confidentiality;
  /** ISO 8601 durations of business time. */
  serviceLevel: { ack: string; done: string };
  /** What a request of this type may be about. */
  subjects: ('entity' | 'package' | 'licence')[];
  /** Whose decision closes it. */
  decidedBy: 'competency' | 'core-team';
  /** The decision is never made by the requester, even if they are competent. */
  fourEyes: boolean;
  /** `confirm`: the core team confirms each proposal; `auto`: the first ranked is asked at once. */
  routing: 'confirm' | 'auto';
  /** How long a decision holds unless it says otherwise, ISO 8601 duration. */
  validFor?: string;
  outcomes: RequestOutcome[];
  /** Said to the core team only: rules that require a competency nobody declares, and the like. */
  problems?: string[];
}

/** What a request is about. @public */
export interface RequestSubject {
  entityRef?: string;
  /** purl, or weak key, without version. */
  packageKey?: string;
  packageVersion?: string;
  licenceKey?: string;
}

/** @public */
export interface OspoRequest {
  id: string;
  /** Short, for people to say: `R-42`. */
  number: string;
  typeId: string;
  title: string;
  state: RequestState;
  /** Raised by every change; send it with a command. */
  version: number;
  confidentiality: Confidentiality;
  requesterRef: string;
  subject: RequestSubject;
  createdAt: string;
  updatedAt: string;
  submittedAt?: string;
  decidedAt?: string;
  closedAt?: string;
  /** When the service level is due, absent while the clock is paused or has not started. */
  ackDue?: string;
  doneDue?: string;
  isOverdue: boolean;
  outcome?: RequestOutcome;
  /** What happens next and who has it; the status line is made of it. */
  next: {
    step:
      | 'submit'
      | 'triage'
      | 'confirm'
      | 'accept'
      | 'work'
      | 'reply'
      | 'decide'
      | 'close'
      | 'none';
    /** Entity refs that have it. */
    who: string[];
    by?: string;
  };
  triage: TriageReason[];
  workItems: WorkItemSummary[];
}

/** @public */
export interface WorkItemSummary {
  id: string;
  competency: CompetencyRef;
  state: WorkItemState;
  blocking: boolean;
  /** Provider proposed or asked. */
  providerRef?: string;
  /** Person who took it. */
  assigneeRef?: string;
}

/** @public */
export interface WorkItem extends WorkItemSummary {
  authority: CompetencyAuthority;
  /** The rule of the type that required it, in words. */
  reason: LocalisedText;
  ackDue?: string;
  doneDue?: string;
  /** What the competency found. */
  finding?: string;
  recommendation?: RequestOutcome;
  conditions: string[];
  /** Hours that it took, as reported. */
  hours?: number;
  /** Earlier tries: who was asked, and how it ended. */
  tries: {
    providerRef: string;
    ended: 'declined' | 'expired' | 'handed-over';
    reason?: string;
    at: string;
  }[];
  may: WorkItemCommandKind[];
}

/** @public */
export interface RequestEvent {
  id: string;
  at: string;
  /** Entity ref, or `system`; `ERASED_PERSON_REF` once the person was erased. */
  actorRef: string;
  kind: string;
  workItemId?: string;
  /** What was written, as plain text. */
  text?: string;
  /** State before and after. */
  from?: string;
  to?: string;
  /** Provider that the event is about. */
  providerRef?: string;
}

/** @public */
export interface Decision {
  requestId: string;
  outcome: RequestOutcome;
  summary: string;
  conditions: string[];
  decidedBy: string;
  decidedAt: string;
  /** ISO 8601 date until which it holds. */
  validUntil?: string;
  /** Facts it rests on, as they were on that day. */
  facts: { label: string; value: string; source: string; asOf: string }[];
  precedentId?: string;
}

/** @public */
export interface RequestDetail extends OspoRequest {
  answers: JsonObject;
  type: RequestType;
  items: WorkItem[];
  events: RequestEvent[];
  decision?: Decision;
  /** Open question to the requester. */
  question?: { workItemId?: string; text: string; askedAt: string; by: string };
  may: RequestCommandKind[];
}

/** A fact that answers a question, so that nobody is asked what is known. @public */
export interface Prefill {
  /** JSON pointer into the answers. */
  field: string;
  value: JsonValue;
  source: 'catalog' | 'sbom' | 'annotation';
  /** Where exactly, in words. */
  detail: string;
  asOf?: string;
}

/** What a request would bring about, told while it is written. @public */
export interface RequestPreview {
  prefill: Prefill[];
  /** Competencies that the answers switch on, each with the rule. */
  competencies: {
    competency: CompetencyRef;
    /** False when nobody declares it. */
    declared: boolean;
    authority: CompetencyAuthority;
    blocking: boolean;
    reason: LocalisedText;
  }[];
  /** "Answered before". */
  precedents: Precedent[];
  /** What the schema says of the answers so far; only asked for when submitting. */
  problems: { field: string; message: string }[];
}

/** A decision that others may reuse. @public */
export interface Precedent {
  id: string;
  typeId: string;
  title: string;
  /** Redacted: names nobody. */
  summary: string;
  outcome: RequestOutcome;
  conditions: string[];
  subject: RequestSubject;
  competencies: CompetencyRef[];
  publishedAt: string;
  validUntil?: string;
  state: 'valid' | 'expiring' | 'expired';
}

/** Why a provider is proposed, or is not. @public */
export interface RoutingCandidate {
  ref: string;
  title?: string;
  kind: ProviderKind;
  authority: CompetencyAuthority;
  /** Absent for those that are not eligible. */
  rank?: number;
  /** Why not, all that apply. */
  rejections: { code: RejectionCode; detail: string }[];
  /** The values that were compared, in the order of ranking; empty for those that are not eligible. */
  ranking: { code: RankingCode; value: string; decisive: boolean }[];
}

/** @public */
export interface RoutingExplanation {
  workItemId: string;
  competency: CompetencyRef;
  authority: CompetencyAuthority;
  proposedRef?: string;
  candidates: RoutingCandidate[];
  asOf: string;
}

/** A competency that routing found nobody for. @public */
export interface RoutingGap {
  id: string;
  competency: CompetencyRef;
  requestId: string;
  requestNumber: string;
  at: string;
  closedAt?: string;
  candidates: number;
}

/** @public */
export interface RequestFigures {
  from: string;
  to: string;
  rows: {
    /** Type id or competency ref, by what was asked for. */
    key: string;
    /** Of a competency, or of a type in English; the key where nobody declares it any more. */
    title: string;
    /** Of a type, in each language that it is declared in. */
    titles?: LocalisedText;
    in: number;
    answered: number;
    open: number;
    overdue: number;
    /** Business hours; absent when nothing was measured. */
    medianAckHours?: number;
    medianDoneHours?: number;
    nAck: number;
    nDone: number;
  }[];
}

/** @public */
export type RequestCommand =
  | { kind: 'submit' }
  | { kind: 'withdraw'; reason?: string }
  | { kind: 'reply'; text: string }
  | {
      kind: 'require';
      competencyRef: string;
      authority: CompetencyAuthority;
      blocking: boolean;
      reason: string;
    }
  | {
      kind: 'decide';
      outcome: RequestOutcome;
      summary: string;
      conditions: string[];
      validUntil?: string;
    }
  | { kind: 'publish'; title: string; summary: string }
  | { kind: 'unpublish' }
  | { kind: 'close' }
  | { kind: 'reopen'; reason: string }
  | { kind: 'set-confidentiality'; confidentiality: Confidentiality }
  | { kind: 'comment'; text: string }
  | WorkItemCommand;

/** @public */
export type WorkItemCommand =
  | { kind: 'assign'; workItemId: string; providerRef: string }
  | { kind: 'take'; workItemId: string }
  | { kind: 'decline'; workItemId: string; reason: string }
  | {
      kind: 'hand-over';
      workItemId: string;
      providerRef: string;
      reason: string;
    }
  | { kind: 'ask-back'; workItemId: string; text: string }
  | {
      kind: 'finish';
      workItemId: string;
      finding: string;
      recommendation: RequestOutcome;
      conditions: string[];
      hours?: number;
    }
  | { kind: 'skip'; workItemId: string; reason: string }
  | { kind: 'reroute'; workItemId: string };

/** @public */
export type RequestCommandKind = RequestCommand['kind'];
/** @public */
export type WorkItemCommandKind = WorkItemCommand['kind'];
