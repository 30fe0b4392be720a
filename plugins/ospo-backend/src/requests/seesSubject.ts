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

import { InputError } from '@backstage/errors';
import { RequestSubject } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../access';

/** Whether the catalog shows them what a request is about; packages and licences are nobody's secret. */
export async function seesSubject(
  { entityRef }: RequestSubject,
  caller: OfficeCaller,
): Promise<boolean> {
  return (
    entityRef === undefined ||
    (await caller.visibleRefs([entityRef])).has(entityRef)
  );
}

/** Nobody asks about what they do not see. Absent and hidden entities answer alike. */
export async function requireVisibleSubject(
  subject: RequestSubject,
  caller: OfficeCaller,
): Promise<void> {
  if (!(await seesSubject(subject, caller))) {
    throw new InputError(
      `subject.entityRef: no entity '${subject.entityRef}' that you may read was found in the catalog; choose one that it shows you, or leave it out`,
    );
  }
}
