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
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { CompetencyProcessor } from './CompetencyProcessor';

const processor = CompetencyProcessor.create({
  prefixes: ['ospo/', 'example.org/'],
});
const LOCATION = { type: 'url', target: 'https://example.org/a.yaml' };

function anEntity(overrides: Partial<Entity>): Entity {
  return {
    apiVersion: 'ospo/v1alpha1',
    kind: 'Competency',
    metadata: { name: 'privacy' },
    ...overrides,
  };
}

async function relations(entity: Entity): Promise<string[]> {
  const results: CatalogProcessorResult[] = [];
  await processor.postProcessEntity(entity, LOCATION, result =>
    results.push(result),
  );
  return results.map(result => {
    if (result.type !== 'relation') {
      throw new Error(`A ${result.type} was emitted`);
    }
    const { source, type, target } = result.relation;
    const name = (ref: typeof source) =>
      `${ref.kind}:${ref.namespace}/${ref.name}`;
    return `${name(source)} ${type} ${name(target)}`;
  });
}

it('relates a competency to its owner, its wider competency and its providers, both ways', async () => {
  const entity = anEntity({
    spec: {
      type: 'legal',
      owner: 'ospo',
      partOf: 'law',
      providers: [
        { ref: 'Dataskydd', authority: 'decide' },
        { ref: 'group:external/lawfirm', authority: 'answer' },
      ],
    },
  });
  expect(await processor.validateEntityKind(entity)).toBe(true);
  expect(await relations(entity)).toEqual([
    'competency:default/privacy ownedBy group:default/ospo',
    'group:default/ospo ownerOf competency:default/privacy',
    'competency:default/privacy partOf competency:default/law',
    'competency:default/law hasPart competency:default/privacy',
    'competency:default/privacy competencyProvidedBy group:default/dataskydd',
    'group:default/dataskydd providesCompetency competency:default/privacy',
    'competency:default/privacy competencyProvidedBy group:external/lawfirm',
    'group:external/lawfirm providesCompetency competency:default/privacy',
  ]);
});

it.each(['Group', 'User'])(
  'relates a %s by the short form, and leaves out what is wrong in it',
  async kind => {
    const entity = anEntity({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: 'kotte',
        annotations: { 'example.org/competencies': 'privacy:answer, law:boss' },
      },
      spec: {},
    });
    expect(await relations(entity)).toEqual([
      `competency:default/privacy competencyProvidedBy ${kind.toLowerCase()}:default/kotte`,
      `${kind.toLowerCase()}:default/kotte providesCompetency competency:default/privacy`,
    ]);
  },
);

it('says what is wrong, and how to mend it', async () => {
  const entity = anEntity({
    spec: {
      type: 'law',
      providers: [{ ref: 'legal', authority: 'boss' }],
    },
  });
  await expect(processor.validateEntityKind(entity)).rejects.toThrow(
    "spec.type: 'law' – 'law' is no type of competency. Write one of legal, security, community, tooling, methodology, training, business. " +
      "spec.providers[0].authority: 'boss' – 'boss' is no authority. Write one of triage, answer, decide, sign.",
  );
  expect(await relations(entity)).toEqual([]);
});

it('knows one version of the kind, and leaves kinds of others alone', async () => {
  await expect(
    processor.validateEntityKind(anEntity({ apiVersion: 'ospo/v2' })),
  ).rejects.toThrow("apiVersion: 'ospo/v2' is not known. Write ospo/v1alpha1.");
  for (const other of [
    anEntity({ apiVersion: 'example.org/v1' }),
    anEntity({ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' }),
  ]) {
    expect(await processor.validateEntityKind(other)).toBe(false);
    expect(await relations(other)).toEqual([]);
  }
});
