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

import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { targets, TestCatalog } from './__testUtils__/TestCatalog';

const DEMO = path.resolve(
  __dirname,
  '../../../examples/demo/catalog-info.yaml',
);
const PEOPLE = 49;
const COMPETENCIES = 15;

let catalog: TestCatalog;
let entities: Map<string, Entity>;

function ofKind(kind: string): Entity[] {
  return [...entities.values()].filter(entity => entity.kind === kind);
}

function providers(name: string): string[] {
  return targets(
    entities.get(`competency:default/${name}`),
    'competencyProvidedBy',
  );
}

beforeAll(async () => {
  catalog = await TestCatalog.start({ files: [DEMO] });
  entities = await catalog.until(found => {
    const all = [...found.values()];
    return (
      all.filter(entity => entity.kind === 'User').length === PEOPLE &&
      all.filter(entity => entity.kind === 'Competency').length ===
        COMPETENCIES &&
      targets(found.get('user:default/vide.salgqvist'), 'providesCompetency')
        .length === 2 &&
      // Its providers come in by its own file and by the annotation of a person.
      targets(
        found.get('competency:default/ci-automation'),
        'competencyProvidedBy',
      ).length === 2
    );
  });
}, 120_000);

afterAll(() => catalog.stop());

it('is read by a real catalog without one error', () => {
  expect([...catalog.errors]).toEqual([]);
});

it('has Swedish words and an owner in every competency', () => {
  for (const { metadata, spec } of ofKind('Competency')) {
    expect(metadata.description).toMatch(/På svenska: \S+/);
    expect(spec?.owner).toMatch(/^group:default\//);
  }
});

it('has the gaps that its README tells of', () => {
  expect(providers('finance-sponsoring')).toEqual([]);
  expect(providers('vulnerability-disclosure')).toEqual([
    'group:default/sakerhet',
  ]);
  expect(providers('ip-patents-trademarks')).toEqual([
    'group:external/ekorre-kotte',
    'group:external/rotvaltan',
  ]);

  const missing = ofKind('Competency').flatMap(({ metadata }) =>
    providers(metadata.name).filter(ref => !entities.has(ref)),
  );
  expect(missing).toEqual(['group:default/team-kompassen']);
});

it('sends a release with telemetry and cryptography to three different providers', () => {
  const first = ['licence-compliance', 'privacy', 'export-control'].map(
    name => {
      const { spec } = entities.get(`competency:default/${name}`) as Entity;
      const declared = spec?.providers as {
        ref: string;
        authority: string;
        priority: number;
      }[];
      const needed =
        name === 'export-control' ? ['answer', 'decide'] : ['decide'];
      return declared
        .filter(({ authority }) => needed.includes(authority))
        .sort((a, b) => a.priority - b.priority)[0].ref;
    },
  );
  expect(first).toEqual([
    'group:default/juridik',
    'group:default/dataskydd',
    'group:external/ekorre-kotte',
  ]);
  for (const ref of first) {
    expect(entities.get(ref)?.spec?.profile).toMatchObject({
      email: expect.stringMatching(/\.example$/),
    });
  }
});
