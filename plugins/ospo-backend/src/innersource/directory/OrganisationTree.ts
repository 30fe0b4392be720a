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
  businessUnitsOf,
  DirectorySnapshot,
  handleKey,
} from '../../competencies';
import { ForgeOf } from '../discovery/readRepository';
import { groupDistance, GroupParents, groupsAbove } from '../signals';

export interface OrganisationTreeOptions {
  businessUnitTypes: readonly string[];
  forgeOf: ForgeOf;
}

/** The catalog's groups as the line organisation that projects and people are in. */
export class OrganisationTree {
  readonly parents: GroupParents;
  readonly #directory: DirectorySnapshot;
  readonly #units: ReadonlySet<string>;
  readonly #groupsOf = new Map<string, string[]>();
  readonly #forgeOf: ForgeOf;

  static create(
    directory: DirectorySnapshot,
    options: OrganisationTreeOptions,
  ): OrganisationTree {
    return new OrganisationTree(directory, options);
  }

  private constructor(
    directory: DirectorySnapshot,
    { businessUnitTypes, forgeOf }: OrganisationTreeOptions,
  ) {
    this.#forgeOf = forgeOf;
    const groups = [...directory.groups.values()];
    this.#directory = directory;
    this.parents = new Map(groups.map(group => [group.ref, group.parentRef]));
    this.#units = new Set(
      businessUnitsOf(directory, businessUnitTypes).map(({ ref }) => ref),
    );
    for (const group of groups) {
      for (const member of group.memberRefs) {
        this.#groupsOf.set(member, [
          ...(this.#groupsOf.get(member) ?? []),
          group.ref,
        ]);
      }
    }
  }

  /** Whether the catalog has this group or user. */
  has(ref: string): boolean {
    const { groups, users } = this.#directory;
    return groups.has(ref) || users.has(ref);
  }

  /**
   * Whom a forge calls so. The organisation providers of Backstage write the name of the public service for any host of
   * its kind; of a host whose kind nobody tells, that would be somebody else's name.
   */
  refOf(handle: string, host: string): string | undefined {
    const { handles } = this.#directory;
    const forge = this.#forgeOf(host);
    return (
      handles.get(handleKey(host, handle)) ??
      (forge === 'github' || forge === 'gitlab'
        ? handles.get(handleKey(`${forge}.com`, handle))
        : undefined)
    );
  }

  titleOf(ref: string): string | undefined {
    return this.#directory.groups.get(ref)?.title;
  }

  /** A group is itself, a person the groups they are a direct member of. */
  groupsOf(ref: string): readonly string[] {
    return this.#directory.groups.has(ref)
      ? [ref]
      : this.#groupsOf.get(ref) ?? [];
  }

  /** The nearest business unit that a group or person is in. */
  businessUnitOf(ref: string): string | undefined {
    for (const group of this.groupsOf(ref)) {
      const unit = groupsAbove(group, this.parents).find(above =>
        this.#units.has(above),
      );
      if (unit !== undefined) {
        return unit;
      }
    }
    return undefined;
  }

  /** Hops to the lowest group that both are in; undefined when there is none. */
  distance(from: string, to: string): number | undefined {
    return groupDistance(this.groupsOf(from), this.groupsOf(to), this.parents);
  }
}
