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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { targets, TestCatalog } from './__testUtils__/TestCatalog';

const FILE = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: legal
  annotations: { example.org/competencies: 'export-control:answer, privacy:boss' }
spec: { type: team, children: [] }
---
apiVersion: ospo/v1alpha1
kind: Competency
metadata: { name: privacy, title: Privacy }
spec:
  type: legal
  owner: legal
  providers: [{ ref: legal, authority: decide }, { ref: nobody, authority: answer }]
---
apiVersion: ospo/v1alpha1
kind: Competency
metadata: { name: broken }
spec:
  type: legal
  providers: [{ ref: legal, authority: boss, hours: 4 }]
---
apiVersion: ospo/v1alpha1
kind: Competency
metadata: { name: export-control }
spec: { type: business, partOf: privacy }
`;

let folder: string;
let catalog: TestCatalog;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'competencies-'));
  const file = path.join(folder, 'catalog-info.yaml');
  await writeFile(file, FILE);
  catalog = await TestCatalog.start({
    files: [file],
    ospo: { annotationPrefixes: ['example.org/'] },
  });
}, 60_000);

afterAll(async () => {
  await catalog.stop();
  await rm(folder, { recursive: true });
});

it('keeps a broken competency from the catalog, says why, and shows all others', async () => {
  const entities = await catalog.until(
    found =>
      catalog.errors.size > 0 &&
      targets(found.get('competency:default/privacy'), 'hasPart').length > 0 &&
      targets(found.get('group:default/legal'), 'providesCompetency').length >
        1,
  );

  expect(entities.has('competency:default/broken')).toBe(false);
  expect([...catalog.errors.keys()]).toEqual(['competency:default/broken']);
  const error = catalog.errors.get('competency:default/broken');
  expect(error).toContain(
    "spec.providers[0].authority: 'boss' – 'boss' is no authority. Write one of triage, answer, decide, sign.",
  );
  expect(error).toContain("There is no field 'hours' in spec.providers[0].");

  const privacy = entities.get('competency:default/privacy');
  expect(targets(privacy, 'ownedBy')).toEqual(['group:default/legal']);
  expect(targets(privacy, 'competencyProvidedBy')).toEqual([
    'group:default/legal',
    'group:default/nobody',
  ]);
  expect(targets(privacy, 'hasPart')).toEqual([
    'competency:default/export-control',
  ]);
  const group = entities.get('group:default/legal');
  expect(targets(group, 'ownerOf')).toEqual(['competency:default/privacy']);
  expect(targets(group, 'providesCompetency')).toEqual([
    'competency:default/export-control',
    'competency:default/privacy',
  ]);
}, 90_000);
