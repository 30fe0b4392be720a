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

/** What a competency is a part of, from the nearest to the root; a circle is walked once. */
export function ancestorsOf(
  competencies: ReadonlyMap<string, { partOf?: string }>,
  ref: string,
): string[] {
  const found = new Set<string>();
  let next = competencies.get(ref)?.partOf;
  while (
    next !== undefined &&
    next !== ref &&
    !found.has(next) &&
    competencies.has(next)
  ) {
    found.add(next);
    next = competencies.get(next)?.partOf;
  }
  return [...found];
}

/** Whether `partOf` leads from a competency back to itself. */
export function isInCircle(
  competencies: ReadonlyMap<string, { partOf?: string }>,
  ref: string,
): boolean {
  const seen = new Set<string>();
  let next = competencies.get(ref)?.partOf;
  while (next !== undefined && !seen.has(next)) {
    if (next === ref) {
      return true;
    }
    seen.add(next);
    next = competencies.get(next)?.partOf;
  }
  return false;
}
