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

/**
 * How a server answers.
 *
 * - `absent`, `refused`, `failing` (500), `hanging` (never).
 * - `busy`: 403 with no request left and the time of the reset; `busy-seconds`, `busy-date`: 429 with `Retry-After`;
 *   `busy-untold`: 403 that says so in words only, GitHub's secondary limit.
 * - `sign-in`: a page in HTML; `broken`: JSON that stops; `other-shape`: JSON of another kind; `huge`: more than
 *   anybody reads.
 * - `computing`: 202.
 * - `elsewhere`: sends on to another host; `moved`: to another address of this one, which answers.
 *
 * @public
 */
export type ForgeMood =
  | 'well'
  | 'absent'
  | 'refused'
  | 'failing'
  | 'hanging'
  | 'busy'
  | 'busy-seconds'
  | 'busy-date'
  | 'busy-untold'
  | 'sign-in'
  | 'broken'
  | 'other-shape'
  | 'huge'
  | 'computing'
  | 'elsewhere'
  | 'moved';
