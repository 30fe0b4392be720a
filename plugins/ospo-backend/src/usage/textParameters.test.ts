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

import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anInstallation, Installation } from './__testUtils__/anInstallation';
import { Portal } from './__testUtils__/Portal';
import { aComponent } from './ingest/__testUtils__/aReading';

jest.setTimeout(240_000);

const texts = [
  '%',
  '_',
  '%%',
  'l_dash',
  'lo%sh',
  '!',
  '!%',
  '\\',
  '\\%',
  "'",
  "''",
  '"',
  '""',
  '`',
  "' or 1=1 --",
  "'; drop table usage_packages; --",
  '/* */',
  '$1',
  '?',
  '??',
  ':name',
  '*',
  'lodash*',
  'lodash AND react',
  '"lodash" OR "react"',
  'NEAR(a b)',
  '^lodash',
  'search_text:lodash',
  '(',
  '[',
  '{',
  '{1,2}',
  'null',
  'NaN',
  '0x00',
  'a\0b',
  '\0',
  '\uD800',
  'x\uDC00y',
  '\uFFFF',
  '\u202Egnp.exe',
  'שלום',
  'İstanbul',
  'ß',
  'Å',
  'å',
  'Ⅳ',
  'e\u0301',
  '𝕏',
  '👩‍💻',
  '👩',
  'lodаsh',
  ' ',
  '\t',
  '\n',
  'x'.repeat(200),
  'a'.repeat(5000),
  '__proto__',
  'constructor',
];

/** Each text parameter of each route, with `TEXT` where it goes. */
const parameters = [
  '/packages?q=TEXT',
  '/packages?ecosystem=TEXT',
  '/packages?licence=TEXT',
  '/packages?licence=text:TEXT',
  '/packages?owner=TEXT',
  '/packages?system=TEXT&lifecycle=TEXT&type=TEXT',
  '/packages?cursor=TEXT',
  '/packages?q=lo&owner=TEXT',
  '/packages?q=TEXT&scope=runtime',
  '/packages/by-purl?purl=TEXT',
  '/packages/by-purl/usages?purl=pkg:npm/lodash&version=TEXT',
  '/licences?q=TEXT',
  '/licences/by-key?key=TEXT',
  '/components?q=TEXT',
  '/components?owner=TEXT',
  '/components/component/default/TEXT',
  '/components/TEXT/default/shop',
  '/components/component/default/shop/packages?q=TEXT',
  '/components/component/default/shop/packages?target=TEXT&stream=TEXT',
  '/components/component/default/shop/changes?from=TEXT&to=1',
  '/search?q=TEXT',
  '/trends?entityRef=TEXT',
];

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half a surrogate pair has no UTF-8; this is how a careless client writes it.
    return text.replace(/[\uD800-\uDFFF]/g, half =>
      [0xe0 | (half.charCodeAt(0) >> 12), 0xa0, 0x80]
        .map(byte => `%${byte.toString(16)}`)
        .join(''),
    );
  }
}

describe('text parameters', () => {
  const installations: Installation[] = [];

  beforeAll(async () => {
    for (const [, createDatabase] of everyDatabase) {
      const portal = await Portal.create(createDatabase);
      await portal.add(
        'shop',
        [
          'lodash@1.0.0',
          'react@1.0.0',
          aComponent('100%_sure!@1.0.0'),
          aComponent('Åland-ß-İ@1.0.0'),
          aComponent('e\u0301cole@1.0.0', {
            declared: { status: 'text', raw: 'as is, 100%' },
          }),
          aComponent('👩‍💻-tools@1.0.0'),
        ],
        { title: 'Å 100%', owner: 'group:default/team' },
      );
      installations.push(await anInstallation({ portal }));
    }
  });

  afterAll(async () => {
    for (const installation of installations) {
      await installation.stop();
    }
  });

  it.each(parameters)(
    '%s answers every text alike on every database, and never fails',
    async parameter => {
      const surprises: string[] = [];
      for (const text of texts) {
        const path = parameter.replaceAll('TEXT', encode(text));
        const answers = await Promise.all(
          installations.map(async ({ server }) => {
            const { status, body } = await request(server)
              .get(`/api/ospo${path}`)
              .set('authorization', mockCredentials.user.header());
            return { status, body: JSON.stringify(body) };
          }),
        );
        const [first, ...others] = answers;
        if (answers.some(answer => answer.status >= 500)) {
          surprises.push(
            `${path}: ${answers.map(a => a.status)} ${first.body}`,
          );
        }
        if (others.some(other => other.body !== first.body)) {
          surprises.push(`${path}: ${answers.map(a => a.body).join(' | ')}`);
        }
      }

      expect(surprises).toEqual([]);
    },
  );
});
