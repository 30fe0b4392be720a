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

/** Whoever wants to change a request, as the rules need to know them. */
export interface RequestActor {
  /** Entity ref, or `system` for the clock and the routing. */
  ref: string;
  /** Their own ref and those of the groups they own things through. */
  claims: ReadonlySet<string>;
  isCoreTeam: boolean;
  /** Competencies that they own. */
  steers: ReadonlySet<string>;
}

export const SYSTEM_ACTOR: RequestActor = {
  ref: 'system',
  claims: new Set(),
  isCoreTeam: false,
  steers: new Set(),
};
