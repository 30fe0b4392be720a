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

import { RoutingCandidate } from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectorySnapshot } from '../../competencies';
import { AskedProvider } from '../rules/RequestRecord';

/** A candidate as the one who is asked about a competency. */
export function askedProvider(
  { ref, kind, authority }: RoutingCandidate,
  competencyRef: string,
  snapshot: DirectorySnapshot,
): AskedProvider {
  const stewardRef =
    kind === 'external'
      ? snapshot.competencies.get(competencyRef)?.ownerRef
      : undefined;
  return { ref, kind, authority, ...(stewardRef ? { stewardRef } : {}) };
}
