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

import { readCompetenciesAnnotation } from './readCompetenciesAnnotation';

function read(value: unknown, key = 'ospo/competencies') {
  return readCompetenciesAnnotation(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: 'lawfirm',
        namespace: 'external',
        annotations: { [key]: value as string },
      },
    },
    ['ospo/', 'example.org/'],
  );
}

it('reads names in the default namespace, wherever the entity is', () => {
  expect(
    read('licence-compliance:decide, competency:law/Export-Control : answer,'),
  ).toEqual([
    {
      key: 'ospo/competencies',
      text: 'licence-compliance:decide',
      competencyRef: 'competency:default/licence-compliance',
      authority: 'decide',
    },
    {
      key: 'ospo/competencies',
      text: 'competency:law/Export-Control : answer',
      competencyRef: 'competency:law/export-control',
      authority: 'answer',
    },
  ]);
});

it('reads an alias prefix, and knows no others', () => {
  expect(read('privacy:sign', 'example.org/competencies')).toMatchObject([
    { key: 'example.org/competencies', authority: 'sign' },
  ]);
  expect(read('privacy:sign', 'other.org/competencies')).toEqual([]);
});

it.each([
  ['privacy', 'competency:default/privacy', undefined],
  ['privacy:boss', 'competency:default/privacy', undefined],
  [':answer', undefined, 'answer'],
  ['group:default/x:answer', undefined, 'answer'],
  ['pri vacy:answer', undefined, 'answer'],
])('says what is missing in %p', (text, competencyRef, authority) => {
  expect(read(`training:answer, ${text}`)).toEqual([
    expect.objectContaining({ text: 'training:answer', authority: 'answer' }),
    { key: 'ospo/competencies', text, competencyRef, authority },
  ]);
});

it('reads fifty at most', () => {
  expect(
    read(Array.from({ length: 60 }, (_, i) => `c${i}:answer`).join(',')),
  ).toHaveLength(50);
});

it('says nothing of entities without it, and of values that are no text', () => {
  expect(read('  ')).toEqual([]);
  expect(read(7)).toEqual([]);
});
