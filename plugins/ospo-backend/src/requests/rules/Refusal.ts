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

/** Why a command is not carried out. */
export interface Refusal {
  /** `state`: not now (409); `who`: not by them (403); `input`: not with this (400). */
  code: 'state' | 'who' | 'input';
  message: string;
  /** What would help. */
  mend: string;
}

export function refuse(
  code: Refusal['code'],
  message: string,
  mend: string,
): Refusal {
  return { code, message, mend };
}
