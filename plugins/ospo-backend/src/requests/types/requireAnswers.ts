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

import { InputError } from '@backstage/errors';
import { AnswerProblem } from './AnswerChecker';

/** Throws an InputError that names each answer which its question does not take. */
export function requireAnswers(problems: readonly AnswerProblem[]): void {
  if (problems.length > 0) {
    throw new InputError(
      problems
        .slice(0, 50)
        .map(({ field, message }) => `answers${field}: ${message}`)
        .join('; '),
    );
  }
}
