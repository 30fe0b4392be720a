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

// REUSE in short: every file that git knows says under which licence it is, in itself or through REUSE.toml.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './toolchain.mjs';

const SOURCE = /\.(ts|tsx|js|mjs|cjs|css|ya?ml|sh)$/;
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const covered = [
  ...readFileSync(`${root}/REUSE.toml`, 'utf8').matchAll(/"([^"]+)"/g),
]
  .map(match => match[1])
  .filter(pattern => /[*./]/.test(pattern) || pattern === 'LICENSE')
  .map(
    pattern =>
      new RegExp(
        `^${pattern
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace(/\*\*\//g, '\u0001')
          .replace(/\*\*/g, '\u0000')
          .replace(/\*/g, '[^/]*')
          .replace(/\u0001/g, '(?:.*/)?')
          .replace(/\u0000/g, '.*')}$`,
      ),
  );

const missing = files.filter(file => {
  if (covered.some(pattern => pattern.test(file))) {
    return false;
  }
  if (!SOURCE.test(file)) {
    return true;
  }
  const head = readFileSync(`${root}/${file}`, 'utf8').slice(0, 600);
  return !/Apache License, Version 2\.0|SPDX-License-Identifier: Apache-2\.0/.test(
    head,
  );
});

for (const file of missing) {
  process.stdout.write(
    `${file}: says no licence; add the header, or name it in REUSE.toml\n`,
  );
}
process.stdout.write(
  `${files.length - missing.length} of ${
    files.length
  } files say their licence\n`,
);
process.exitCode = missing.length === 0 ? 0 : 1;
