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
    userRef: 'user:default/glanta.solflack',
    name: 'Glänta Solfläck',
    description:
      'Developer in Team Gläntan: asks the office too, and is shown what it answered before.',
  },
  {
    userRef: 'user:default/uggla.nattvak',
    name: 'Uggla Nattvak',
    description:
      'Core team of the open source program office: sees everything.',
  },
  {
    userRef: 'user:default/silja.karrsilja',
    name: 'Silja Kärrsilja',
    description: 'Lawyer in the legal unit: decides about licences.',
  },
  {
    userRef: 'user:default/skymma.granris',
    name: 'Skymma Granris',
    description:
      'Data protection: decides about personal data, confidential requests among them.',
  },
  {
    userRef: 'user:default/tagge.enbuske',
    name: 'Tagge Enbuske',
    description:
      'Security unit: reviews what is published, and takes in reports of vulnerabilities.',
  },
];
