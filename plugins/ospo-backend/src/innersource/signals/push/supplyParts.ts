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

import { RepositoryPartName } from '@ospo-suite/backstage-plugin-ospo-node';
import { StoredParts } from '../../SignalsReader';
import { maySupply, setPart } from '../reading/applyReading';
import { KeptParts } from '../store/SignalsStore';

/** What came of a part that somebody sent or that was imported. */
export type SuppliedPart =
  | { part: RepositoryPartName; stored: true }
  | { part: RepositoryPartName; stored: false; reason: string };

/** The parts after somebody supplied some, each of which takes its place or is kept out with the reason. */
export function supplyParts(
  kept: KeptParts,
  supplied: { parts: Partial<StoredParts>; source: string; asOf: string },
): { parts: KeptParts; outcome: SuppliedPart[] } {
  const parts: KeptParts = { ...kept };
  const { source, asOf } = supplied;
  const outcome: SuppliedPart[] = [];
  for (const [key, value] of Object.entries(supplied.parts)) {
    const part = key as RepositoryPartName;
    const decision = maySupply(parts, part, { source, fetchedAt: asOf });
    if (decision.may) {
      setPart(parts, part, { value, source, fetchedAt: asOf });
      outcome.push({ part, stored: true });
    } else {
      outcome.push({
        part,
        stored: false,
        reason:
          decision.why === 'older'
            ? `what '${decision.by}' told is newer`
            : `'${decision.by}' tells it`,
      });
    }
  }
  return { parts, outcome };
}
