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

/** Parent of each group, by ref. Whatever the catalog says: cycles, parents that do not exist, several roots. */
export type GroupParents = ReadonlyMap<string, string | undefined>;

/** The group and all above it, nearest first; a cycle ends where it would begin anew. */
export function groupsAbove(groupRef: string, parents: GroupParents): string[] {
  const above = new Set<string>();
  let at: string | undefined = groupRef;
  while (at !== undefined && !above.has(at)) {
    above.add(at);
    at = parents.get(at);
  }
  return [...above];
}

/** Whether a group is the other one or lies below it. */
export function isWithin(
  groupRef: string,
  ancestorRef: string,
  parents: GroupParents,
): boolean {
  return groupsAbove(groupRef, parents).includes(ancestorRef);
}

/**
 * Levels that one of the two has to go up until both are below the same group, by the longer way: 0 for the same group,
 * 1 for two teams of one department. Of several groups of a person, those that are nearest. Undefined when they share
 * none.
 */
export function groupDistance(
  from: readonly string[],
  to: readonly string[],
  parents: GroupParents,
): number | undefined {
  const above = to.map(ref => groupsAbove(ref, parents));
  let nearest: number | undefined;
  for (const ref of from) {
    const own = groupsAbove(ref, parents);
    for (const other of above) {
      const hops = hopsToCommon(own, other);
      if (hops !== undefined && (nearest === undefined || hops < nearest)) {
        nearest = hops;
      }
    }
  }
  return nearest;
}

function hopsToCommon(
  own: readonly string[],
  other: readonly string[],
): number | undefined {
  const levels = new Map(other.map((ref, level) => [ref, level]));
  for (const [level, ref] of own.entries()) {
    const otherLevel = levels.get(ref);
    if (otherLevel !== undefined) {
      // The first that both have is the lowest, in a tree; each ref has one way up.
      return Math.max(level, otherLevel);
    }
  }
  return undefined;
}
