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

import { Format } from './useFormat';
import { LoadState } from './useLoad';
import { useOspo } from './useOspo';

/**
 * How many requests the reader has in each list; `triage` tells that they are in the core team.
 *
 * @param asOf - counts anew whenever it is another
 */
export function useCounts(asOf?: string): LoadState<{
  mine: number;
  waiting: number;
  triage?: number;
}> {
  return useOspo(['request counts', asOf], (api, signal) =>
    api.requests.countRequests({ signal }),
  );
}

/** Where the backend stops counting. */
export const MOST_COUNTED = 1_000;

/** A count as it can be said: from where the backend stops, there may be more. */
export function countText(count: number, format: Format): string {
  return count < MOST_COUNTED
    ? format.number(count)
    : `${format.number(MOST_COUNTED)}+`;
}

/** True once it is known that the reader is in the core team. The backend decides; this only tidies the menus. */
export function useIsCoreTeam(): boolean {
  const counts = useCounts();
  return counts.status === 'loaded' && counts.value.triage !== undefined;
}
