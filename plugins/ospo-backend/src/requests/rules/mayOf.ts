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
  RequestCommandKind,
  WorkItemCommandKind,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  checkRequestRule,
  checkWorkItemRule,
  requestRules,
  workItemRules,
} from './commandRules';
import { RequestActor } from './RequestActor';
import { RequestRecord, WorkItemRecord } from './RequestRecord';
import { isSettled } from './transitions';

/** Commands of the request that this person can give now. */
export function mayOf(
  record: RequestRecord,
  actor: RequestActor,
): RequestCommandKind[] {
  return keysOf(requestRules).filter(
    kind =>
      checkRequestRule(record, kind, actor) === undefined &&
      makesSense(record, kind),
  );
}

/** The same for a work item. */
export function mayOfItem(
  record: RequestRecord,
  item: WorkItemRecord,
  actor: RequestActor,
): WorkItemCommandKind[] {
  return keysOf(workItemRules).filter(
    kind => checkWorkItemRule(record, item, { kind, actor }) === undefined,
  );
}

/** Leaves out what would be refused whatever is written in it. */
function makesSense(record: RequestRecord, kind: RequestCommandKind): boolean {
  switch (kind) {
    case 'publish':
      return record.precedentId === undefined;
    case 'unpublish':
      return record.precedentId !== undefined;
    case 'decide':
      return record.items.every(
        item => !item.blocking || isSettled(item.state),
      );
    default:
      return true;
  }
}

function keysOf<Key extends string>(table: Record<Key, unknown>): Key[] {
  // A record of exactly these keys, which Object.keys cannot know.
  return Object.keys(table) as Key[];
}
