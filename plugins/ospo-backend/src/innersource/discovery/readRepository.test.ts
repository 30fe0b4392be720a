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
import { Entity } from '@backstage/catalog-model';
import { readFolder } from './readRepository';

function anEntity(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'kit', annotations },
  };
}

const MANAGED = 'backstage.io/managed-by-location';
const SOURCE = 'backstage.io/source-location';

it('finds the folder beside a catalog file on the disk', () => {
  expect(
    readFolder(
      anEntity({
        [MANAGED]: 'file:/house/catalog/components.yaml',
        [SOURCE]: 'file:./projects/kit ä/',
      }),
    ),
  ).toEqual({
    url: 'file:///house/catalog/projects/kit%20%C3%A4',
    host: 'local',
    slug: 'kit ä',
  });
});

it.each([
  // A catalog file from elsewhere names no folder of this machine.
  ['url:https://git.example/a/b/blob/main/catalog-info.yaml', 'file:/etc'],
  ['file:/house/components.yaml', 'url:https://git.example/a/b/'],
  ['file:/house/components.yaml', 'nothing'],
  ['', 'file:./kit'],
])('%s with %s is no folder', (managed, source) => {
  expect(
    readFolder(anEntity({ [MANAGED]: managed, [SOURCE]: source })),
  ).toBeUndefined();
});
