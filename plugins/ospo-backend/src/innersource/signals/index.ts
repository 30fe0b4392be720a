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

export { readinessOf, releaseOf } from './compute/checklists';
export { computeProjectSignals } from './compute/computeProjectSignals';
export { labelProjects } from './compute/labelProjects';
export type {
  ComputeContext,
  DeclaredFacts,
  ProjectFacts,
  ReleaseFacts,
} from './compute/ProjectFacts';
export { withVisibleReach } from './compute/reachSignals';
export { createSignals } from './createSignals';
export type { Signals, SignalsOptions } from './createSignals';
export type { ImportedRepository } from './imports/ImportedRepositories';
export { groupDistance, groupsAbove, isWithin } from './org/groupTree';
export type { GroupParents } from './org/groupTree';
export { RepositorySignalsRegistry } from './reading/RepositorySignalsRegistry';
export { readSignalsConfig } from './readSignalsConfig';
export type { SignalsConfig } from './SignalsConfig';
export { fileUrl } from './files/fileUrls';
export type { FilesForge } from './files/fileUrls';
export { readingFailure } from './reading/readingFailure';
export { SIGNALS_HOSTS_KEY } from './readSignalsConfig';
