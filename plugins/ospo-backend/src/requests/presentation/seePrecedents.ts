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

import { Precedent } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { DirectorySnapshot } from '../../competencies';

/** Precedents about what the catalog shows this caller, with those of their competencies that it shows. */
export async function seePrecedents(
  precedents: readonly Precedent[],
  caller: OfficeCaller,
  snapshot: DirectorySnapshot,
): Promise<Precedent[]> {
  const refs = precedents.flatMap(({ subject, competencies }) => [
    ...(subject.entityRef ? [subject.entityRef] : []),
    ...competencies.map(({ ref }) => ref),
  ]);
  const visible =
    refs.length > 0 ? await caller.visibleRefs(refs) : new Set<string>();
  return precedents
    .filter(
      ({ subject: { entityRef } }) =>
        entityRef === undefined || visible.has(entityRef),
    )
    .map(precedent => ({
      ...precedent,
      competencies: precedent.competencies
        .filter(({ ref }) => visible.has(ref))
        .map(({ ref }) => ({
          ref,
          title: snapshot.competencies.get(ref)?.title ?? ref,
        })),
    }));
}
