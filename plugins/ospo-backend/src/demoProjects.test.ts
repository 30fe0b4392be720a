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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { readFolder } from './innersource/discovery/readRepository';
import { findDocuments } from './innersource/signals/documents/findDocuments';
import { LocalFilesSignals } from './innersource/signals/files/LocalFilesSignals';

const demo = path.resolve(__dirname, '../../../examples/demo');
const catalogFile = path.join(demo, 'components.yaml');

it('finds in the demo, without any forge, what its projects keep in their folders', async () => {
  const components = parseAllDocuments(readFileSync(catalogFile, 'utf8')).map(
    document => document.toJS() as Entity,
  );
  const source = LocalFilesSignals.create({ roots: [demo] });
  const found: Record<string, string[]> = {};
  for (const { metadata, ...rest } of components) {
    const entity = {
      ...rest,
      metadata: {
        ...metadata,
        annotations: {
          'backstage.io/managed-by-location': `file:${catalogFile}`,
          ...metadata.annotations,
        },
      },
    };
    const repository = readFolder(entity);
    if (repository) {
      const { parts } = await source.read({
        repository,
        parts: ['files'],
        helpLabels: [],
        validators: {},
        spend: async () => undefined,
        isBot: () => false,
        now: new Date(),
        signal: new AbortController().signal,
      });
      const files =
        parts.files?.state === 'read' ? parts.files.value : undefined;
      found[metadata.name] = files
        ? findDocuments(files).documents.map(one => `${one.document} ${one.as}`)
        : [];
    }
  }
  expect(found).toEqual({
    'tillstand-blanketter': [
      'readme file',
      'contributing section',
      'communication section',
      'changelog file',
    ],
    'art-nyckel': ['readme file', 'contributing file', 'issue-templates file'],
    'webbplats-cms': ['readme file'],
    designsystem: [
      'readme file',
      'contributing file',
      'communication section',
      'code-of-conduct file',
      'codeowners file',
    ],
    byggkedja: ['readme file', 'support file'],
  });
});
