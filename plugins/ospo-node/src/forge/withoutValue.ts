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

import { RepositoryPart } from '../repositorySignals';
import { ForgeAnswer } from './ForgeClient';

/**
 * The state of a part whose answer has nothing to read.
 *
 * @param absentNote - what to tell people where there is nothing of the kind
 * @public
 */
export function withoutValue(
  answer: Exclude<ForgeAnswer<unknown>, { status: 'read' }>,
  absentNote: string,
): RepositoryPart<never> {
  switch (answer.status) {
    case 'unchanged':
      return { state: 'unchanged' };
    case 'later':
      return { state: 'later', retryAfterMs: answer.retryAfterMs };
    default:
      return { state: 'unavailable', note: absentNote };
  }
}
