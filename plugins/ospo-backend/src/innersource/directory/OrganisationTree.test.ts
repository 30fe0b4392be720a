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

import { handleKey } from '../../competencies';
import { OrganisationTree } from './OrganisationTree';

const forges: Record<string, 'github' | 'gitlab' | 'azure'> = {
  'github.com': 'github',
  'ghe.example': 'github',
  'git.example': 'gitlab',
  'dev.azure.com': 'azure',
};

it.each([
  ['ghe.example', 'user:default/ann'],
  ['github.com', 'user:default/ann'],
  ['git.example', 'user:default/bo'],
  // Their 'ann' may be anybody.
  ['dev.azure.com', undefined],
  ['gitlab-or-not.example', undefined],
  ['codeberg.org', undefined],
  // What says so of the host itself needs no kind.
  ['gitea.example', 'user:default/cia'],
])('knows whom %s calls ann as %s', (host, ref) => {
  const tree = OrganisationTree.create(
    {
      generation: 1,
      competencies: new Map(),
      groups: new Map(),
      users: new Set(),
      handles: new Map([
        [handleKey('github.com', 'Ann'), 'user:default/ann'],
        [handleKey('gitlab.com', 'ann'), 'user:default/bo'],
        [handleKey('gitea.example', 'ann'), 'user:default/cia'],
      ]),
      optedIn: new Set(),
      absences: [],
      agreements: [],
      rota: [],
    },
    { businessUnitTypes: [], forgeOf: of => forges[of] },
  );
  expect(tree.refOf('ann', host)).toBe(ref);
});
