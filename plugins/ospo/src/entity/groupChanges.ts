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

import { UsageChange } from '@ospo-suite/backstage-plugin-ospo-common';

/** What happened to one package between two documents. */
export interface PackageChange {
  kind: 'added' | 'removed' | 'changed';
  /** The newest mention, whose licence holds now. */
  item: UsageChange;
  before: (string | undefined)[];
  after: (string | undefined)[];
}

/** Puts the versions of one package together: one gone and one come is a change of version to a reader. */
export function groupChanges(changes: UsageChange[]): PackageChange[] {
  const groups = new Map<string, UsageChange[]>();
  for (const change of changes) {
    groups.set(change.key, [...(groups.get(change.key) ?? []), change]);
  }
  return [...groups.values()].map(group => {
    const added = group.filter(({ change }) => change === 'added');
    const removed = group.filter(({ change }) => change === 'removed');
    let kind: PackageChange['kind'] = 'changed';
    if (removed.length === 0) {
      kind = 'added';
    } else if (added.length === 0) {
      kind = 'removed';
    }
    return {
      kind,
      item: added[0] ?? removed[0],
      before: removed.map(({ version }) => version),
      after: added.map(({ version }) => version),
    };
  });
}
