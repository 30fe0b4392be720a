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

import { groupDistance, GroupParents, isWithin } from './groupTree';

/** Where somebody is as seen from the owner of a project. */
export type Place =
  | { at: 'inside' }
  | { at: 'outside'; distance: number | undefined }
  | { at: 'unmapped' };

/** Users of the catalog by what a forge calls them, and the groups they are in. Lives in memory only. */
export interface Organisation {
  parents: GroupParents;
  /** User refs by `annotation key` + space + login in lower case. */
  byLogin: ReadonlyMap<string, string>;
  /** User refs by e-mail address in lower case. */
  byEmail: ReadonlyMap<string, string>;
  /** Groups that each user is a direct member of. */
  groupsOf: ReadonlyMap<string, readonly string[]>;
}

export function loginKey(annotation: string, login: string): string {
  return `${annotation} ${login.toLowerCase()}`;
}

/** The user behind a handle or an address; undefined when the catalog has nobody like that. */
export function findUser(
  person: { handle?: string; email?: string },
  organisation: Organisation,
  loginAnnotations: readonly string[],
): string | undefined {
  const email = person.email?.trim().toLowerCase();
  const handle = person.handle ?? handleOfNoReply(email);
  for (const annotation of handle ? loginAnnotations : []) {
    const ref = organisation.byLogin.get(loginKey(annotation, handle ?? ''));
    if (ref) {
      return ref;
    }
  }
  return email ? organisation.byEmail.get(email) : undefined;
}

/**
 * Who somebody is, to count people by: the same for whatever the catalog knows a person under, and else for the same
 * name at different hosts of mail, so that one person of several addresses does not pass for a crowd.
 */
export function personKey(
  person: { handle?: string; email?: string },
  organisation: Organisation,
  loginAnnotations: readonly string[],
): string {
  const email = person.email?.trim().toLowerCase();
  return (
    findUser(person, organisation, loginAnnotations) ??
    (person.handle ?? handleOfNoReply(email) ?? email?.split('@')[0] ?? '')
      .trim()
      .toLowerCase()
  );
}

/** GitHub's `12345+login@users.noreply.github.com`. */
function handleOfNoReply(email: string | undefined): string | undefined {
  return email?.match(
    /^(?:\d+\+)?([a-z0-9-]+)@users\.noreply\.github\.com$/,
  )?.[1];
}

/**
 * Inside is whoever is in the owning group or below it, or is the owner. Somebody whom the catalog does not have is
 * neither inside nor outside.
 */
export function placeOf(
  userRef: string | undefined,
  ownerRef: string,
  organisation: Organisation,
): Place {
  if (!userRef) {
    return { at: 'unmapped' };
  }
  const { groupsOf, parents } = organisation;
  const groups = groupsOf.get(userRef) ?? [];
  const ownerIsUser = ownerRef.startsWith('user:');
  if (
    userRef === ownerRef ||
    (!ownerIsUser && groups.some(ref => isWithin(ref, ownerRef, parents)))
  ) {
    return { at: 'inside' };
  }
  const ownerGroups = ownerIsUser ? groupsOf.get(ownerRef) ?? [] : [ownerRef];
  return {
    at: 'outside',
    distance: groupDistance(groups, ownerGroups, parents),
  };
}
