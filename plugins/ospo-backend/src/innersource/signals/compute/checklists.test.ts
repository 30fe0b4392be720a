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

import { aContext, aProject } from '../__testUtils__/aProject';
import { StoredParts } from '../../SignalsReader';
import { readinessOf, releaseOf } from './checklists';
import { computeProjectSignals } from './computeProjectSignals';
import { ProjectFacts } from './ProjectFacts';

function readiness(facts: ProjectFacts) {
  const lines = readinessOf(
    facts,
    computeProjectSignals(facts, aContext),
    aContext,
  );
  return Object.fromEntries(lines.map(({ id, ...line }) => [id, line]));
}

const FILES: StoredParts['files'] = {
  documents: [
    { document: 'readme', as: 'file', where: 'README.md' },
    { document: 'communication', as: 'section', where: 'Where to find us' },
  ],
  complete: true,
  readmeRead: true,
};

it('tells what is there, what is not, and where it is mended', () => {
  expect(
    readiness(aProject({ files: FILES, help: { items: [], total: 0 } })),
  ).toMatchObject({
    owner: { state: 'met', fact: 'group:default/payments' },
    readme: {
      state: 'met',
      fact: 'README.md',
      editUrl: 'https://github.com/acme/pay/edit/main/README.md',
    },
    contributing: {
      state: 'not-met',
      editUrl: 'https://github.com/acme/pay/new/main?filename=CONTRIBUTING.md',
    },
    communication: { state: 'met', fact: 'Where to find us' },
    codeowners: {
      state: 'not-met',
      editUrl:
        'https://github.com/acme/pay/new/main?filename=.github%2FCODEOWNERS',
    },
    'trusted-committers': { state: 'not-met', fact: '0' },
    'help-wanted': { state: 'not-met', fact: '0' },
    reviewed: { state: 'not-met' },
  });
});

it.each<[string, Partial<StoredParts['files']>, string, string]>([
  ['nothing was read', {}, 'unknown', 'unknown'],
  [
    'only files were looked for',
    { documents: [], complete: true, readmeRead: false },
    'unknown',
    'not-met',
  ],
  [
    'all was looked through',
    { documents: [], complete: true, readmeRead: true },
    'not-met',
    'not-met',
  ],
  [
    'the listing was cut',
    { documents: [], complete: false, readmeRead: true },
    'unknown',
    'unknown',
  ],
])(
  'takes a section or link for a document: %s',
  (_name, files, contributing, codeowners) => {
    const facts = aProject(
      Object.keys(files).length ? { files: { ...FILES, ...files } } : {},
    );
    const lines = readiness(facts);
    expect(lines.contributing.state).toBe(contributing);
    expect(lines.codeowners.state).toBe(codeowners);
  },
);

it('links to the editor of GitLab, in the folder of the project', () => {
  const facts = aProject(
    { files: FILES },
    {
      repository: {
        url: 'https://gitlab.com/acme/apps/pay',
        host: 'gitlab.com',
        slug: 'acme/apps/pay',
        path: 'libs/pay',
        ref: 'feature/x y',
      },
    },
  );
  const lines = readiness(facts);
  expect(lines.contributing.editUrl).toBe(
    'https://gitlab.com/acme/apps/pay/-/new/feature/x%20y?file_name=libs%2Fpay%2FCONTRIBUTING.md',
  );
  expect(lines.codeowners.editUrl).toBe(
    'https://gitlab.com/acme/apps/pay/-/new/feature/x%20y?file_name=.gitlab%2FCODEOWNERS',
  );
});

it.each([
  ['https://git.example.org/acme/pay', 'git.example.org'],
  ['data:text/html,x', 'github.com'],
  ['https://user:secret@github.com/acme/pay', 'github.com'],
])('links to no editor that it does not know: %s', (url, host) => {
  const facts = aProject({ files: FILES });
  facts.declared.repository = { url, host, slug: 'acme/pay', ref: 'main' };
  expect(readiness(facts).contributing.editUrl).toBeUndefined();
});

it('tells what a public release still needs', () => {
  const lines = releaseOf(
    aProject({ files: FILES }, { licence: 'Apache-2.0' }),
    { hasSbom: true, packagesWithUnknownLicence: 2 },
    aContext,
  );
  expect(lines.map(({ id, state }) => `${id}: ${state}`)).toEqual([
    'licence-file: not-met',
    'licence-declared: met',
    'sbom: met',
    'licences-known: not-met',
    'contributing: not-met',
    'code-of-conduct: not-met',
    'security-policy: not-met',
    'readme: met',
    'owner: met',
  ]);
  expect(
    releaseOf(aProject(), {}, aContext).find(({ id }) => id === 'sbom')?.state,
  ).toBe('unknown');
});
