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

import fs from 'node:fs';
import path from 'node:path';
import { bin, emptyDirectory, run, work } from './workshop.mjs';

/** One for each tool: what it writes about a tree, as text. */
export const writers = {
  'cyclonedx-npm': (source, directory) =>
    run(
      bin('cyclonedx-npm'),
      [
        ...(source.install
          ? ['--ignore-npm-errors']
          : ['--ignore-npm-errors', '--package-lock-only']),
        ...[
          '--spec-version',
          source.spec,
          '--output-format',
          source.format ?? 'JSON',
        ],
        ...['--output-file', '-'],
      ],
      directory,
    ),
  'npm-sbom': (source, directory) =>
    run(
      bin('npm'),
      [
        'sbom',
        '--package-lock-only',
        '--legacy-peer-deps',
        '--sbom-format',
        source.format,
      ],
      directory,
    ),
  // Images: packages, not each of ten thousand files; and no look at C sources,
  // on whose dangling links cdxgen 12.8.4 stops.
  cdxgen: (source, directory, set) => {
    const name = source.format === 'spdx' ? 'bom.spdx.json' : 'bom.cdx.json';
    const output = path.join(emptyDirectory('out'), name);
    run(
      bin('cdxgen'),
      [
        ...['-t', source.type, '--no-install-deps'],
        ...(source.format === 'spdx'
          ? ['--format', 'spdx']
          : ['--spec-version', source.spec]),
        ...(source.kind === 'image'
          ? [
              '--component-type',
              'library',
              '--exclude-type',
              'c',
              '--exclude-type',
              'cpp',
            ]
          : []),
        ...['--project-name', source.name],
        ...['--project-version', source[set].version],
        ...['-o', output, directory],
      ],
      work,
    );
    return fs.readFileSync(output, 'utf8');
  },
};
