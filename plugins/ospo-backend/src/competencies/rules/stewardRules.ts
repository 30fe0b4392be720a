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

import {
  Competency,
  ospoCompetencyManagePermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { NotAllowedError } from '@backstage/errors';
import { OfficeCaller } from '../../access';

/** Whether somebody steers a competency: they are its owner, a member of it, or the core team. */
export function maySteer(
  competency: Pick<Competency, 'ownerRef'>,
  caller: OfficeCaller,
): boolean {
  const { ownerRef } = competency;
  return (
    caller.holds(ospoCompetencyManagePermission) &&
    (caller.isCoreTeam ||
      (ownerRef !== undefined && caller.claims.has(ownerRef)))
  );
}

export function requireSteer(
  competency: Pick<Competency, 'ref' | 'ownerRef'>,
  caller: OfficeCaller,
): void {
  caller.require(ospoCompetencyManagePermission);
  if (!maySteer(competency, caller)) {
    throw new NotAllowedError(
      `Only the owner of '${competency.ref}' and the core team may do this; ask one of them`,
    );
  }
}
