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

import { OspoRequest } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';

/** Whether a request of a list is theirs to see in full. */
export function isParty(request: OspoRequest, caller: OfficeCaller): boolean {
  return (
    caller.isCoreTeam ||
    request.requesterRef === caller.userRef ||
    request.workItems.some(
      ({ state, providerRef, assigneeRef }) =>
        (state !== 'proposed' &&
          providerRef !== undefined &&
          caller.claims.has(providerRef)) ||
        (assigneeRef !== undefined && assigneeRef === caller.userRef),
    )
  );
}

/** What is left of a request for a reader whom the catalog does not show everything that it names. */
export function withoutHidden(
  request: OspoRequest,
  visible: ReadonlySet<string>,
): OspoRequest {
  const hidden = new Set(
    request.workItems.flatMap(({ providerRef, assigneeRef }) =>
      [providerRef, assigneeRef].filter(
        ref => ref !== undefined && !visible.has(ref),
      ),
    ),
  );
  return {
    ...request,
    next: {
      ...request.next,
      who: request.next.who.filter(ref => !hidden.has(ref)),
    },
    workItems: request.workItems
      .filter(item => visible.has(item.competency.ref))
      .map(item => withoutHiddenRefs(item, visible)),
  };
}

/** The same for one work item. */
export function withoutHiddenRefs<
  T extends { providerRef?: string; assigneeRef?: string },
>(item: T, visible: ReadonlySet<string>): T {
  const shown = (ref: string | undefined) =>
    ref !== undefined && visible.has(ref) ? ref : undefined;
  return {
    ...item,
    providerRef: shown(item.providerRef),
    assigneeRef: shown(item.assigneeRef),
  };
}
