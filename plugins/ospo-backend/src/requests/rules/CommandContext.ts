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
  Decision,
  RejectionCode,
  RequestCommand,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RequiredWork } from './RequestEventBody';
import { AskedProvider, RequestTerms, WorkItemRecord } from './RequestRecord';
import { RequestActor } from './RequestActor';

/** What the clock and the routing do; nobody can send these. */
export type SystemCommand =
  | { kind: 'triage' }
  | { kind: 'expire'; workItemId: string }
  | {
      kind: 'take-back';
      workItemId: string;
      rejections: readonly RejectionCode[];
    }
  | {
      kind: 'route';
      workItemId: string;
      /** Absent when nobody is eligible. */
      provider?: AskedProvider;
      candidates: number;
      /** By when they should take it; absent when the core team confirms first. */
      ackDue?: string;
    };

export type AnyCommand = RequestCommand | SystemCommand;

/** Times of business, by the configured calendar. */
export interface BusinessTime {
  /** The moment an ISO 8601 duration of business time after `start`. */
  add(start: string, duration: string): string;
  /** Business time from `start` to `end`; 0 when it ends before. */
  betweenMs(start: string, end: string): number;
  addMs(start: string, ms: number): string;
}

/** Everything that rules need and a command does not say. */
export interface CommandContext {
  actor: RequestActor;
  /** ISO 8601 UTC. */
  now: string;
  newId: () => string;
  time: BusinessTime;
  /** The type's promises, and what the answers require; needed to submit. */
  submission?: {
    typeId: string;
    confidentiality: 'internal' | 'confidential';
    terms: RequestTerms;
    required: readonly RequiredWork[];
  };
  /** A provider of the work item's competency, with all that speaks against it; needed to assign and hand over. */
  findProvider?: (
    item: WorkItemRecord,
    ref: string,
  ) => { provider: AskedProvider; rejections: RejectionCode[] } | undefined;
  /** Whether the competency is declared; needed to require one. */
  isDeclared?: (competencyRef: string) => boolean;
  /** Facts that a decision rests on, as of now. */
  facts?: Decision['facts'];
  /** What in a text names a person who must not be named, or undefined. */
  findPerson?: (text: string) => string | undefined;
}
