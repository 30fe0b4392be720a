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
  RejectionCode,
  RequestOutcome,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { AskedProvider, RequestTerms, WorkItemRecord } from './RequestRecord';

/** A competency that a request needs, with why. */
export interface RequiredWork {
  competencyRef: string;
  authority: CompetencyAuthority;
  blocking: boolean;
  reason: WorkItemRecord['reason'];
}

type OfItem<Kind extends string, More = object> = {
  kind: Kind;
  workItemId: string;
} & More;

/** What happened. Whatever a change needed to know stands in its event, so that reading it again needs nothing else. */
export type RequestEventBody =
  | { kind: 'created'; typeId: string; confidentiality: Confidentiality }
  | {
      kind: 'submitted';
      terms: RequestTerms;
      /** May have changed while it was a draft. */
      typeId: string;
      confidentiality: Confidentiality;
      ackDue: string;
      doneDue: string;
    }
  | { kind: 'triaged' }
  | { kind: 'started' }
  | { kind: 'withdrawn'; text?: string }
  | { kind: 'decided'; decision: Omit<Decision, 'requestId' | 'precedentId'> }
  | { kind: 'published'; precedentId: string; title: string; text: string }
  | { kind: 'unpublished' }
  | { kind: 'closed' }
  | {
      kind: 'reopened';
      text: string;
      ackDue: string;
      doneDue: string;
      /** Of what was asked before the decision and that nobody took. */
      itemAckDue?: Readonly<Record<string, string>>;
    }
  | { kind: 'confidentiality-set'; confidentiality: Confidentiality }
  | { kind: 'commented'; text: string }
  | {
      kind: 'replied';
      workItemId: string;
      text: string;
      /** Moved on by the time that the clock stood still. */
      ackDue?: string;
      doneDue?: string;
      itemAckDue: Readonly<Record<string, string>>;
    }
  | OfItem<'required', RequiredWork>
  | OfItem<'proposed', { provider: AskedProvider }>
  | OfItem<'gap-found', { candidates: number }>
  | OfItem<'assigned', { provider: AskedProvider; ackDue: string }>
  | OfItem<'taken'>
  | OfItem<'declined', { text: string }>
  | OfItem<'expired'>
  | OfItem<'handed-over', { text: string }>
  /** Taken back from whom it was proposed to or asked of, to be routed anew. */
  | OfItem<
      'released',
      {
        /** What came to speak against a proposal; whoever may see the routing finds the details there. */
        rejections?: readonly RejectionCode[];
      }
    >
  | OfItem<'asked-back', { text: string }>
  | OfItem<
      'finished',
      {
        text: string;
        recommendation: RequestOutcome;
        conditions: readonly string[];
        hours?: number;
      }
    >
  | OfItem<'skipped', { text: string }>;

export type RequestEventKind = RequestEventBody['kind'];

/** An event with who and when. */
export interface RecordedEvent {
  id: string;
  at: string;
  /** Entity ref, `system`, or `ERASED_PERSON_REF`. */
  actorRef: string;
  body: RequestEventBody;
}
