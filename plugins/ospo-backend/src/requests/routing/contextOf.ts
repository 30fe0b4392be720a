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

import { JsonObject, JsonValue } from '@backstage/types';
import { DirectorySnapshot } from '../../competencies';
import { RequestRecord } from '../rules/RequestRecord';
import { RequestContent } from '../store/StoredRequest';
import { RoutingContext } from './RoutingContext';

type FromRequest = Pick<
  RoutingContext,
  | 'requesterRef'
  | 'confidentiality'
  | 'businessUnits'
  | 'countries'
  | 'languages'
  | 'technologies'
>;

/** Groups of each user, worked out once for a snapshot. */
const groupsOfUsers = new WeakMap<
  DirectorySnapshot,
  ReadonlyMap<string, string[]>
>();

/**
 * What a request says that scopes are about. The business units are the groups of who asks; countries, languages and
 * technologies are the answers to questions of these names.
 */
export function contextOf(
  snapshot: DirectorySnapshot,
  of: { record: RequestRecord; content: RequestContent },
): FromRequest {
  const { record, content } = of;
  return {
    requesterRef: record.requesterRef,
    confidentiality: record.confidentiality,
    businessUnits: groupsOf(snapshot).get(record.requesterRef) ?? [],
    countries: named(content.answers, 'country', 'countries'),
    languages: named(content.answers, 'language', 'languages'),
    technologies: named(content.answers, 'technology', 'technologies'),
  };
}

function groupsOf(
  snapshot: DirectorySnapshot,
): ReadonlyMap<string, readonly string[]> {
  const known = groupsOfUsers.get(snapshot);
  if (known) {
    return known;
  }
  const groups = new Map<string, string[]>();
  for (const group of snapshot.groups.values()) {
    for (const member of group.memberRefs) {
      const list = groups.get(member) ?? [];
      list.push(group.ref);
      groups.set(member, list);
    }
  }
  groupsOfUsers.set(snapshot, groups);
  return groups;
}

function named(answers: JsonObject, ...names: string[]): string[] {
  return names.flatMap(name => texts(answers[name]));
}

function texts(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') {
    return value === '' ? [] : [value];
  }
  return Array.isArray(value) ? value.flatMap(texts) : [];
}
