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

import { DirectoryGroup, DirectorySnapshot } from '../CompetencyDirectory';

/** Groups of these types, or the children of the top groups where there are none. */
export function businessUnitsOf(
  { groups }: Pick<DirectorySnapshot, 'groups'>,
  types: readonly string[],
): DirectoryGroup[] {
  const internal = [...groups.values()].filter(group => !group.isExternal);
  const typed = internal.filter(({ type }) => type && types.includes(type));
  if (typed.length > 0) {
    return typed;
  }
  return internal.filter(({ parentRef }) => {
    const parent = parentRef === undefined ? undefined : groups.get(parentRef);
    return parent !== undefined && parent.parentRef === undefined;
  });
}
