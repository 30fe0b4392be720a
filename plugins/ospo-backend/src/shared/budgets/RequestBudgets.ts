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

/** Whether a request may be made, and if not, when. */
export type RequestGrant = { granted: true } | { granted: false; atMs: number };

/** The right to ask other systems for something, shared by all replicas and kept over restarts. */
export interface RequestBudgets {
  /** Takes the right to one request, which must follow at once. */
  take(budgetKey: string, nowMs: number): Promise<RequestGrant>;
  /** The system answered as it should. */
  recordSuccess(budgetKey: string): Promise<void>;
  /** The system failed; returns how many times in a row. */
  recordFailure(budgetKey: string): Promise<number>;
  /** Lets nobody ask this system before the given time. */
  pause(budgetKey: string, untilMs: number): Promise<void>;
}
