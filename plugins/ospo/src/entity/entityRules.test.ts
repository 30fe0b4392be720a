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

import {
  aComponentDetail,
  aFinding,
  aLicence,
  aPackage,
  aSourceState,
} from '../__testUtils__/builders';
import { groupChanges } from './groupChanges';
import { nextStep } from './nextStep';
import { refusalFindings } from './refusalFindings';
import { sbomExtension } from './sbomExtension';

const allKnown = {
  packages: 3,
  direct: 1,
  transitive: 2,
  relationUnknown: 0,
  licenceKnown: 3,
  licenceUnknown: 0,
};

describe('nextStep', () => {
  it.each([
    [{ sbomState: 'none' as const }, { step: 'send-first' }],
    [
      { sbomState: 'failed' as const },
      { step: 'see-failure', view: 'sources' },
    ],
    [
      {
        sources: [aSourceState({ state: 'failed' })],
        findings: [aFinding({ severity: 'error' })],
      },
      { step: 'see-failure', view: 'findings' },
    ],
    [{ sbomState: 'stale' as const }, { step: 'send-new' }],
    [{}, { step: 'see-licences', count: 17 }],
    [
      {
        counts: allKnown,
        findings: [aFinding(), aFinding({ severity: 'info' })],
      },
      { step: 'see-findings', count: 1 },
    ],
    [
      { counts: allKnown, findings: [aFinding({ severity: 'info' })] },
      { step: 'nothing' },
    ],
  ])('of %j is %j', (facts, step) => {
    expect(nextStep(aComponentDetail(facts))).toEqual(step);
  });
});

describe('groupChanges', () => {
  it('puts the versions of a package together', () => {
    const item = { ...aPackage(), licence: aLicence() };
    const other = { ...item, key: 'pkg:npm/other' };
    expect(
      groupChanges([
        { ...item, change: 'removed', version: '1' },
        { ...item, change: 'added', version: '2' },
        { ...other, change: 'added', version: undefined },
        { ...item, key: 'pkg:npm/gone', change: 'removed', version: '3' },
      ]).map(({ kind, before, after }) => ({ kind, before, after })),
    ).toEqual([
      { kind: 'changed', before: ['1'], after: ['2'] },
      { kind: 'added', before: [], after: [undefined] },
      { kind: 'removed', before: ['3'], after: [] },
    ]);
  });
});

describe('refusalFindings', () => {
  it.each([
    ['beside the error', { body: { findings: [aFinding()] } }],
    ['inside the error', { body: { error: { findings: [aFinding()] } } }],
  ])('are found %s', (_where, facts) => {
    expect(refusalFindings(Object.assign(new Error('no'), facts))).toEqual([
      aFinding(),
    ]);
  });

  it.each([
    undefined,
    null,
    'text',
    { findings: 'text' },
    { findings: [null, 7, {}, { message: 5 }] },
    { error: { findings: { 0: 'x' } } },
  ])('are none in %j', body => {
    expect(refusalFindings(Object.assign(new Error('no'), { body }))).toEqual(
      [],
    );
  });
});

describe('sbomExtension', () => {
  // jsdom's blobs cannot be read, Node's can.
  const { Blob: NodeBlob } = jest.requireActual('node:buffer');

  it.each([
    [[0x1f, 0x8b, 8, 0], '.gz'],
    [[0x28, 0xb5, 0x2f, 0xfd], '.zst'],
    ['  {"bomFormat": 1}', '.json'],
    ['<?xml version="1.0"?>', '.xml'],
    ['SPDXVersion: SPDX-2.3', '.spdx'],
  ])('of %j is %s', async (content, extension) => {
    const part =
      typeof content === 'string' ? content : new Uint8Array(content);
    expect(await sbomExtension(new NodeBlob([part]))).toBe(extension);
  });
});
