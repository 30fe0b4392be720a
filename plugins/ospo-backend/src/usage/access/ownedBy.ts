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

import { Caller } from './Caller';

/** Stands for whoever asks and their groups, in a filter by owner. */
const ME = 'me';

/** Whether a filter, as it came, asks for what the caller owns: its answer then depends on who they are. */
export function asksForOwn(owner: unknown): boolean {
  return typeof owner === 'object' && owner !== null
    ? Object.values(owner).includes(ME)
    : owner === ME;
}

/** The query with what the caller owns things as, who may be more than a query can name. */
export async function ownedBy<Query extends { owner?: string[] }>(
  query: Query,
  caller: Caller,
): Promise<Query> {
  const { owner } = query;
  // The word stays. It is nobody's reference, so that whoever owns nothing is shown nothing, and not everything.
  return owner && asksForOwn(owner)
    ? { ...query, owner: [...owner, ...(await caller.claims())] }
    : query;
}
