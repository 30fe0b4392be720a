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

import { SignalValue } from '@ospo-suite/backstage-plugin-ospo-common';

/** Of signals that are not known, one whose reason most of them share; nothing where each has its own. */
export function commonReason(
  signals: object,
): SignalValue<unknown> | undefined {
  const unknown = (Object.values(signals) as SignalValue<unknown>[]) // a group of signals holds nothing else
    .filter(({ value, note }) => value === null && note !== undefined);
  const shared = (signal: SignalValue<unknown>) =>
    unknown.filter(({ note }) => note === signal.note).length;
  const [most] = [...unknown].sort((a, b) => shared(b) - shared(a));
  return most && shared(most) > 1 ? most : undefined;
}
