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

import { UsageFinding } from '@ospo-suite/backstage-plugin-ospo-common';

/** A place to read that this replica has claimed until the lease ends. */
export interface ClaimedSource {
  id: number;
  entityRef: string;
  source: string;
  location: string;
  target: string;
  stream: string;
  budgetKey: string;
  etag: string | undefined;
  /** As it was before the claim. */
  state: 'waiting' | 'ok' | 'unchanged' | 'failed';
  failures: number;
  /** The lease: what is written later counts only while it is still this one. */
  claimedUntil: string;
}

/** How reading a place ended. */
export type SourceOutcome =
  | { state: 'ok' | 'unchanged'; etag: string | undefined }
  | {
      state: 'failed';
      message: string;
      findings: UsageFinding[];
      /** Whether the last good document still is the one to compare with. */
      keepsEtag: boolean;
    };

/** The places that SBOMs are read from, and how they are doing. */
export interface SourceStore {
  /** Claims places that are due, oldest first, with at most so many of each budget. */
  claimDue(options: {
    now: string;
    claimedUntil: string;
    limit: number;
    limitPerBudget: number;
  }): Promise<ClaimedSource[]>;
  /** Gives a claim back; the place is due again as before. */
  release(claim: ClaimedSource): Promise<void>;
  /** Writes how it ended and gives the claim back. Returns false when the lease had gone to somebody else. */
  finish(options: {
    claim: ClaimedSource;
    outcome: SourceOutcome;
    now: string;
    nextCheckAt: string;
  }): Promise<boolean>;
  /** Makes nothing of this budget due before the given time. */
  postpone(budgetKey: string, until: string): Promise<void>;
}
