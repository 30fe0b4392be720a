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

import { SbomComponent } from '@ospo-suite/sbom-reader';
import { decodeUsageFlags } from '../usageFlags';
import { aComponent } from './__testUtils__/aReading';
import { effectiveLicence } from './effectiveLicence';
import { toDocumentUsages } from './toDocumentUsages';

async function merged(a: Partial<SbomComponent>, b: Partial<SbomComponent>) {
  const usages = await toDocumentUsages([
    aComponent('lodash@1.0.0', a),
    aComponent('lodash@1.0.0', b),
  ]);
  expect(usages).toHaveLength(1);
  return { ...usages[0], ...decodeUsageFlags(usages[0].flags) };
}

describe('toDocumentUsages', () => {
  it('takes packages, and nothing else', async () => {
    const usages = await toDocumentUsages([
      aComponent('a@1'),
      aComponent('b.txt@1', { isPackage: false }),
    ]);
    expect(usages.map(usage => usage.name)).toEqual(['a']);
  });

  it.each([
    ['transitive', 'direct', 'direct'],
    ['unknown', 'transitive', 'transitive'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('%s and %s is %s', async (a, b, expected) => {
    expect((await merged({ relation: a }, { relation: b })).relation).toBe(
      expected,
    );
  });

  it.each([
    ['dev', 'runtime', 'runtime'],
    ['test', 'optional', 'optional'],
    // Nobody knows whether the other place is runtime.
    ['dev', 'unknown', 'unknown'],
    ['unknown', 'runtime', 'runtime'],
  ] as const)('in %s and %s is %s', async (a, b, expected) => {
    expect((await merged({ scope: a }, { scope: b })).scope).toBe(expected);
  });

  it('keeps the first known licence', async () => {
    const usage = await merged(
      { declared: { status: 'text', raw: 'see file' } },
      { declared: { status: 'known', expression: 'MIT', raw: 'MIT' } },
    );
    expect(usage.declared).toMatchObject({ status: 'known', text: 'MIT' });
  });

  it('keeps versions and qualifiers apart', async () => {
    const usages = await toDocumentUsages([
      aComponent('a@1'),
      aComponent('a@2'),
      aComponent('a@1', { qualifiers: 'arch=arm' }),
      aComponent('a@1', { version: undefined }),
    ]);
    expect(usages).toHaveLength(4);
  });

  it('keeps texts that are too long for an index apart, and within it', async () => {
    const long = (end: string) =>
      aComponent('x@1', {
        packageKey: `weak:library//${'🦄'.repeat(2_000)}${end}`,
        version: `${'9'.repeat(5_000)}${end}`,
      });
    const usages = await toDocumentUsages([long('a'), long('b')]);
    expect(usages).toHaveLength(2);
    for (const usage of usages) {
      expect(Buffer.byteLength(usage.packageKey)).toBeLessThanOrEqual(2_400);
      expect(Buffer.byteLength(usage.version)).toBeLessThanOrEqual(600);
      expect(usage.packageKey).not.toContain('\ufffd');
    }
  });
});

describe('effectiveLicence', () => {
  const known = (text: string) => ({
    ...{ status: 'known' as const, text, raw: '', mappedFrom: '' },
  });
  const none = {
    status: 'noassertion' as const,
    text: '',
    raw: '',
    mappedFrom: '',
  };
  const absent = { ...none, status: 'absent' as const };

  it.each([
    [known('MIT'), known('ISC'), known('ISC')],
    [known('MIT'), none, known('MIT')],
    [absent, none, absent],
    [none, known('ISC'), known('ISC')],
  ])(
    'of declared %j and concluded %j is %j',
    (declared, concluded, expected) => {
      expect(effectiveLicence({ declared, concluded })).toEqual(expected);
    },
  );
});
