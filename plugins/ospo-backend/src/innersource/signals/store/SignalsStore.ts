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

import { ProjectReadingState } from '@ospo-suite/backstage-plugin-ospo-common';
import { RepositoryPartName } from '@ospo-suite/backstage-plugin-ospo-node';
import {
  KeptPart,
  KeptSignals,
  SignalsTarget,
  StoredParts,
} from '../../SignalsReader';

/** How a source did for one project, and what it needs to go on. */
export interface SourceState extends ProjectReadingState {
  /** Why it does not tell a part, by the part. */
  untold?: Partial<Record<RepositoryPartName, string>>;
  /** Parts that the forge was still computing: only these are asked for next. */
  pending?: RepositoryPartName[];
  validators: Record<string, string>;
  /** In a row. */
  failures: number;
  /** Time of the last failure, while nothing has been read since. */
  failedAt?: string;
}

export type KeptParts = KeptSignals['parts'];

/** Everything stored of one project. */
export interface SignalsRecord {
  target: SignalsTarget;
  parts: KeptParts;
  states: SourceState[];
  checkedAt?: string;
}

/** A project that this replica has claimed until the lease ends. */
export interface ClaimedProject extends SignalsRecord {
  budgetKey: string;
  claimedUntil: string;
}

/** What changes of a record; what is absent stays. */
export interface SignalsChange {
  parts?: KeptParts;
  states?: SourceState[];
  checkedAt?: string;
  nextAt?: string;
  budgetKey?: string;
}

export interface SignalsStore {
  stamp(): Promise<string>;
  readAll(): Promise<Map<string, SignalsRecord>>;
  read(ref: string): Promise<SignalsRecord | undefined>;
  /** Adds a project, or notes what it has become; what was read of another repository goes. */
  putTargets(
    targets: readonly { target: SignalsTarget; budgetKey: string }[],
    now: string,
  ): Promise<void>;
  /** Removes the projects whose refs are not among these. */
  keepOnly(refs: ReadonlySet<string>): Promise<void>;
  /** Claims projects that are due: never read first, then the oldest; at most so many of each budget. */
  claimDue(options: {
    now: string;
    claimedUntil: string;
    limit: number;
    limitPerBudget: number;
  }): Promise<ClaimedProject[]>;
  /** Claims one project whether it is due or not; undefined when somebody else has it, or it is not there. */
  claim(options: {
    ref: string;
    now: string;
    claimedUntil: string;
  }): Promise<ClaimedProject | undefined>;
  release(claim: ClaimedProject): Promise<void>;
  /** Changes what a claim stands for and gives it back. False when the lease had gone to somebody else. */
  finish(
    claim: ClaimedProject,
    change: (record: SignalsRecord) => SignalsChange,
  ): Promise<boolean>;
  /** Changes a project whoever reads it. False when it is not there. */
  change(
    ref: string,
    change: (record: SignalsRecord) => SignalsChange,
  ): Promise<boolean>;
  /** Makes nothing of this budget due before the given time. */
  postpone(budgetKey: string, until: string): Promise<void>;
}

/** One kept part, whichever it is. */
export type AnyKeptPart = KeptPart<keyof StoredParts>;
