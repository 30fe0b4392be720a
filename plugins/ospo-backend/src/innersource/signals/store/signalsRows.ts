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

import { SignalsTarget } from '../../SignalsReader';
import {
  KeptParts,
  SignalsChange,
  SignalsRecord,
  SourceState,
} from './SignalsStore';

/** A row of the table of signals. */
export interface SignalsRow {
  entity_ref: string;
  target: string;
  budget_key: string;
  parts: string;
  states: string;
  checked_at: string | null;
  next_at: string;
  claimed_until: string | null;
  generation: number;
  revision: number;
}

export function nextRevision(revision: number): number {
  return (revision + 1) % 2_000_000_000;
}

export function toUpdate(change: SignalsChange): Partial<SignalsRow> {
  const { parts, states, checkedAt, nextAt, budgetKey } = change;
  return {
    ...(parts && { parts: JSON.stringify(parts) }),
    ...(states && { states: JSON.stringify(states) }),
    ...(checkedAt && { checked_at: checkedAt }),
    ...(nextAt && { next_at: nextAt }),
    ...(budgetKey !== undefined && { budget_key: budgetKey }),
  };
}

export function fromRow(row: SignalsRow): SignalsRecord {
  return {
    target: readTarget(row.target),
    // The three are written by this class alone.
    parts: JSON.parse(row.parts) as KeptParts,
    states: readStates(row.states),
    ...(row.checked_at !== null && { checkedAt: row.checked_at }),
  };
}

export function readTarget(json: string): SignalsTarget {
  return JSON.parse(json) as SignalsTarget;
}

export function readStates(json: string): SourceState[] {
  return JSON.parse(json) as SourceState[];
}
