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

/** Fictional persons of `examples/demo` that a visitor can be. */
export const demoPersons = [
  {
    userRef: 'user:default/kotte.granbarr',
    name: 'Kotte Granbarr',
    description:
      'Developer in Team Korgen: owns a few components, may upload their SBOMs, and does not see what is confidential.',
  },
  {
    userRef: 'user:default/uggla.nattvak',
    name: 'Uggla Nattvak',
    description:
      'Core team of the open source program office: sees everything.',
  },
];
