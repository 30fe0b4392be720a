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

const answers: Record<'waiting' | 'failed', () => Promise<never>> = {
  waiting: () => new Promise<never>(() => {}),
  failed: async () => {
    throw Object.assign(
      new Error('Request failed with 503 Service Unavailable'),
      { statusCode: 503 },
    );
  },
};

/** An API all of whose methods wait, or fail. */
export function everyMethod<T extends object>(
  api: T,
  face: keyof typeof answers,
): T {
  // Every method answers the same way here, which no type can say of an interface of different answers.
  return Object.fromEntries(
    Object.keys(api).map(name => [name, answers[face]]),
  ) as unknown as T;
}
