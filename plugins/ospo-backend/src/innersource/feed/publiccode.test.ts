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
import { publiccodeGaps } from '@ospo-suite/backstage-plugin-ospo-common';
import fc from 'fast-check';
import request from 'supertest';
import { parse } from 'yaml';
import { anEntityOf } from '../../competencies/__testUtils__/catalogEntities';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anInnerSource } from '../__testUtils__/anInnerSource';
import { findPubliccodeProblems } from '../__testUtils__/findPubliccodeProblems';
import { membership, smallCatalog } from '../__testUtils__/smallCatalog';
import { mergeFields } from '../directory/mergeFields';
import {
  developmentStatuses,
  publicationOf,
  softwareTypes,
} from '../discovery/Publication';
import { placeOf } from '../files/FilesReading';
import { readFileFields } from '../files/readFileFields';
import { readReadme } from '../signals/documents/readReadme';
import { textLanguage } from './textLanguage';
import {
  publiccodeGapsOf,
  PubliccodeProject,
  toPubliccode,
} from './toPubliccode';

jest.setTimeout(60_000);

const [[, createDatabase]] = everyDatabase;
const REF = 'component:default/till';
const repository = {
  url: 'https://forge.example/org/till',
  host: 'forge.example',
  slug: 'org/till',
};
const readme = readReadme(
  {
    path: 'README.md',
    text: `# Till

Counts what is in the drawer of a shop, and tells the office of it in the evening.

It is made for people who stand behind the counter: the keys are large, it speaks Swedish and English, and it goes on when the network is gone.

## Features

What it can do:

- Counts coins and notes
- Prints **receipts**

## Trusted committers

@asa-n
`,
  },
  { repository, filesForge: 'github' },
);

function till(annotations: Record<string, string> = {}) {
  return anEntityOf('Component', 'till', {
    annotations: {
      'ospo/inner-source': 'true',
      'ospo/licence': 'EUPL-1.2',
      'ospo/platforms': 'windows, linux',
      'ospo/languages': 'sv,en',
      'backstage.io/source-location': `url:${repository.url}/`,
      ...annotations,
    },
    spec: { type: 'desktop-app', lifecycle: 'production' },
    relations: [['ownedBy', 'group:default/team']],
  });
}

async function anOfficeWith(
  entity: ReturnType<typeof till>,
  others = smallCatalog(),
) {
  const office = await anInnerSource({
    knex: await createDatabase(),
    entities: [...others, entity],
    groups: membership,
    kept: new Map([
      [
        REF,
        {
          parts: {
            files: {
              source: 'files',
              fetchedAt: '2026-11-24T00:00:00.000Z',
              value: {
                documents: [],
                complete: true,
                readmeRead: true,
                readme,
              },
            },
          },
          states: [],
        },
      ],
    ]),
  });
  const get = (path: string, header = mockCredentials.user.header()) =>
    request(office.server)
      .get(`/api/ospo/innersource/projects/${path}?ref=${REF}`)
      .set('authorization', header);
  return { office, get };
}

it('writes a valid file of what the catalog and the README say', async () => {
  const { office, get } = await anOfficeWith(till());
  expect((await get('by-ref')).body.publiccodeGaps).toEqual([]);
  const { text, headers } = await get('publiccode.yml');
  expect(headers['content-type']).toContain('application/yaml');
  expect(findPubliccodeProblems(text)).toEqual([]);
  const { description, ...rest } = parse(text);
  expect(rest).toEqual({
    publiccodeYmlVersion: '0.5.0',
    name: 'Till',
    url: repository.url,
    platforms: ['windows', 'linux'],
    developmentStatus: 'stable',
    softwareType: 'standalone/desktop',
    legal: { license: 'EUPL-1.2' },
    maintenance: {
      type: 'internal',
      contacts: [{ name: 'asa', affiliation: 'The team' }],
    },
    localisation: { localisationReady: true, availableLanguages: ['sv', 'en'] },
  });
  expect(Object.keys(description)).toEqual(['en']);
  expect(description.en.features).toEqual([
    'Counts coins and notes',
    'Prints receipts',
  ]);
  // A service is told of no person, and so has nobody to name.
  const service = await get(
    'publiccode.yml',
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:x'),
      targetPluginId: 'ospo',
    }),
  );
  expect(service.status).toBe(409);
  expect(service.text).not.toContain('asa');
  await office.stop();
});

it('says on the page too that nobody can be named', async () => {
  const entities = smallCatalog();
  const asa = entities.find(({ metadata }) => metadata.name === 'asa');
  Object.assign(asa ?? {}, { spec: {} });
  const { office, get } = await anOfficeWith(till(), entities);
  expect((await get('publiccode.yml')).status).toBe(409);
  const { body } = await get('by-ref');
  expect(body.trustedCommitters).toMatchObject([{ ref: 'user:default/asa' }]);
  expect(body.publiccodeGaps).toEqual(['maintainer']);
  await office.stop();
});

it('merges the file of the repository, and says what is wrong in it', async () => {
  const { office, get } = await anOfficeWith(
    till({ 'ospo/languages': 'Swedish, please' }),
  );
  const file = readFileFields(
    'publiccode.yml',
    Buffer.from(`
publiccodeYmlVersion: "0.4"
name: The till
softwareType: standalone
developmentStatus: beta
platforms: web
description:
  sv: { shortDescription: En kassa, features: [Räknar] }
legal: MIT
localisation: { localisationReady: false, availableLanguages: [sv] }
`),
    undefined,
  );
  await office.files.finish(
    { place: placeOf(repository), failures: 0 },
    {
      reading: {
        files: { 'publiccode.yml': { path: 'publiccode.yml', ...file } },
      },
      failures: 0,
      checkedAt: '2026-11-25T08:00:00.000Z',
      nextCheckAt: '2026-11-26T08:00:00.000Z',
    },
  );
  const { body } = await get('by-ref');
  expect(body).toMatchObject({
    title: 'The till',
    description: 'En kassa',
    licence: 'EUPL-1.2',
    sources: {
      title: 'publiccode.yml',
      description: 'publiccode.yml',
      licence: 'annotation',
    },
    publiccodeGaps: [],
  });
  expect(
    body.findings.map(({ code, where }: Record<string, string>) => [
      code,
      where,
    ]),
  ).toEqual([
    ['annotation-languages', "metadata.annotations['ospo/languages']"],
    ['publiccode-value', 'publiccode.yml: legal'],
    ['publiccode-value', 'publiccode.yml: softwareType'],
  ]);
  const { text } = await get('publiccode.yml');
  expect(findPubliccodeProblems(text)).toEqual([]);
  expect(parse(text)).toMatchObject({
    developmentStatus: 'beta',
    softwareType: 'standalone/desktop',
    platforms: ['windows', 'linux'],
    description: { sv: { shortDescription: 'En kassa', features: ['Räknar'] } },
    localisation: { localisationReady: false, availableLanguages: ['sv'] },
  });
  await office.stop();
});

/** A project of which everything is known. */
function known(): PubliccodeProject {
  return {
    ref: REF,
    standing: 'open',
    ownerState: 'present',
    facts: { name: 'till', repository },
    fields: mergeFields({
      catalog: {
        description: `Counts. ${'It counts. '.repeat(20)}`,
        licence: 'MIT',
        publication: {
          softwareType: 'library',
          developmentStatus: 'stable',
          platforms: ['web'],
          features: ['Counting'],
          languages: ['en'],
        },
      },
    }),
  };
}
const maintainers = ['Åsa Nilsson'];

it.each<[string, (project: PubliccodeProject) => PubliccodeProject]>([
  ['repository', p => ({ ...p, facts: { name: 'till' } })],
  ['licence', p => ({ ...p, fields: { ...p.fields, licence: undefined } })],
  ['licence', p => ({ ...p, fields: { ...p.fields, licence: 'ask us' } })],
  [
    'licence',
    p => ({ ...p, fields: { ...p.fields, licence: 'LicenseRef-Acme' } }),
  ],
  [
    'long-description',
    p => ({ ...p, fields: { ...p.fields, description: '👩‍👩‍👧'.repeat(149) } }),
  ],
  ['maintainer', p => ({ ...p, ownerState: 'missing' })],
])('invents nothing: says that %s is missing', (gap, without) => {
  expect(publiccodeGapsOf(without(known()), { maintainers })).toEqual([gap]);
  expect(() => toPubliccode(without(known()), { maintainers })).toThrow(
    'publiccode.yml demands what is not known',
  );
});

it('names everything that is missing of a project of which nothing is known', () => {
  const nothing: PubliccodeProject = {
    ...known(),
    facts: { name: 'till' },
    fields: mergeFields({}),
  };
  expect(publiccodeGapsOf(nothing, { maintainers: [] })).toEqual(
    publiccodeGaps,
  );
});

it('names nobody for what is retired', () => {
  const text = toPubliccode(
    { ...known(), standing: 'retired', ownerState: 'none' },
    { maintainers: [] },
  );
  expect(findPubliccodeProblems(text)).toEqual([]);
  expect(parse(text)).toMatchObject({
    developmentStatus: 'obsolete',
    maintenance: { type: 'none' },
  });
});

it('writes a valid file of whatever texts people wrote, or none', () => {
  const anyText = fc.string({
    unit: 'grapheme',
    minLength: 1,
    maxLength: 400,
    size: 'max',
  });
  const words = fc.array(
    fc.string({ minLength: 1 }).filter(s => /\S/.test(s)),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  let written = 0;
  fc.assert(
    fc.property(
      fc.record({
        title: fc.string({ minLength: 1 }).filter(s => /\S/.test(s)),
        description: anyText,
        motivation: anyText,
        softwareType: fc.constantFrom(...softwareTypes),
        developmentStatus: fc.constantFrom(...developmentStatuses),
        platforms: words,
        features: words,
      }),
      ({ title, description, motivation, ...publication }) => {
        const { fields, ...rest } = known();
        const project = {
          ...rest,
          fields: {
            ...fields,
            title,
            description: description.replace(/\s/g, ' '),
            motivation,
            publication: { ...publication, languages: ['en', 'sl-IT-nedis'] },
          },
        };
        const isKnown = publiccodeGapsOf(project, { maintainers }).length === 0;
        written += Number(isKnown);
        expect(
          isKnown
            ? findPubliccodeProblems(toPubliccode(project, { maintainers }))
            : [],
        ).toEqual([]);
      },
    ),
  );
  expect(written).toBeGreaterThan(10);
});

it.each([
  ['publiccodeYmlVersion', '9'],
  ['platforms', []],
  ['softwareType', 'app'],
  ['maintenance', { type: 'internal' }],
  ['description', {}],
  ['description', { en: { shortDescription: 'x', longDescription: 'y' } }],
  ['localisation', { localisationReady: 'no', availableLanguages: ['en'] }],
  ['legal', { license: 'LicenseRef-x' }],
  ['surprise', true],
])('would notice a file whose %s is %j', (key, value) => {
  const file = parse(toPubliccode(known(), { maintainers }));
  expect(
    findPubliccodeProblems(JSON.stringify({ ...file, [key]: value })),
  ).not.toEqual([]);
});

it.each([
  ['library', 'library'],
  ['typescript-library', 'library'],
  ['website', 'standalone/web'],
  ['service', 'standalone/backend'],
  ['cli', 'standalone/other'],
  ['documentation', undefined],
  ['webhook', undefined],
])('takes the type %s for %s', (type, softwareType) => {
  expect(publicationOf({ kind: 'Component', type }).softwareType).toBe(
    softwareType,
  );
});

it.each([
  ['It is made for the people who are at the counter', 'en'],
  ['Det är gjort för dem som står i kassan och som inte har tid', 'sv'],
  ['Conta le monete che sono nella cassa del negozio', 'und'],
  ['', 'und'],
])('tells the language of %j: %s', (text, language) => {
  expect(textLanguage(text)).toBe(language);
});
