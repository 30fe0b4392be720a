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

import { projectFieldSources } from '@ospo-suite/backstage-plugin-ospo-common';
import { FieldLayers, mergeFields } from './mergeFields';

it('knows the order: annotation, innersource.json, publiccode.yml, catalog, README, forge, imported', () => {
  expect(projectFieldSources.filter(source => source !== 'codeowners')).toEqual(
    [
      'annotation',
      'innersource.json',
      'publiccode.yml',
      'catalog',
      'readme',
      'forge',
      'imported',
    ],
  );
});

it.each(projectFieldSources.map((source, index) => [source, index] as const))(
  'takes a field of %s before those after it, and says so',
  (source, index) => {
    const layers: FieldLayers = Object.fromEntries(
      projectFieldSources
        .slice(index)
        .map(one => [
          one,
          { description: `of ${one}`, trustedCommitters: [{ handle: one }] },
        ]),
    );
    const { description, trustedCommitters, sources } = mergeFields(layers);
    expect(description).toBe(`of ${source}`);
    expect(trustedCommitters).toEqual([{ handle: source }]);
    expect(sources).toEqual({ description: source, trustedCommitters: source });
  },
);

it('lets a README fill what stronger sources leave open, field by field', () => {
  expect(
    mergeFields({
      annotation: { motivation: 'annotated', skills: [] },
      catalog: { title: 'Catalog' },
      readme: { title: 'README', motivation: 'read', description: 'read' },
      forge: { description: 'forge' },
    }),
  ).toMatchObject({
    title: 'Catalog',
    motivation: 'annotated',
    description: 'read',
    sources: {
      title: 'catalog',
      motivation: 'annotation',
      description: 'readme',
    },
  });
});

it('adds channels up, each address once, with the strongest that names it', () => {
  const chat = { type: 'chat' as const, url: 'https://chat.example/pay' };
  const more = { type: 'support' as const, url: 'https://x.example/#help' };
  expect(
    mergeFields({
      catalog: { channels: [chat] },
      readme: { channels: [chat, more] },
    }),
  ).toMatchObject({
    channels: [
      { ...chat, source: 'catalog' },
      { ...more, source: 'readme' },
    ],
    sources: { channels: 'catalog' },
  });
});
