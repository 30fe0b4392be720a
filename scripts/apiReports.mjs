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

// Writes the reports of what the packages export, or with --ci says where they are out of date.
//
// TypeScript writes the members of an inferred union or message type in the order in which it first met them anywhere
// in the repository, so a change in one package reorders lines in the report of another. A report whose declarations
// have the same lines in another order says the same, and is left as it is.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './processes.mjs';

const TOOL = [
  'api-reports',
  '-o',
  'ae-wrong-input-file-type,ae-undocumented',
  '--validate-release-tags',
  '--allow-all-warnings',
  '--exclude',
  'packages/bench',
];

/** @returns exit code: with --ci 1 when a report says something else than the code, and nothing is written. */
export async function apiReports({ args, env, root }) {
  const checking = args.includes('--ci');
  const before = readReports(root);
  let changed = [];
  try {
    for (const [command, rest] of [
      ['tsc', []],
      ['backstage-repo-tools', TOOL],
    ]) {
      const code = await runToEnd(command, rest, { env });
      if (code !== 0) {
        return code;
      }
    }
    const after = readReports(root);
    changed = [...after.keys()].filter(
      file => meaning(before.get(file)) !== meaning(after.get(file)),
    );
  } finally {
    for (const [file, text] of before) {
      if (checking || !changed.includes(file)) {
        writeFileSync(path.join(root, file), text);
      }
    }
  }
  for (const file of changed) {
    process.stdout.write(`${checking ? 'Out of date' : 'Changed'}: ${file}\n`);
  }
  if (checking && changed.length > 0) {
    process.stdout.write('Run `yarn build:api-reports` and commit them.\n');
    return 1;
  }
  return 0;
}

function readReports(root) {
  const reports = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter(item => item.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(path.join(root, folder, name))
          .filter(file => file.endsWith('.api.md'))
          .map(file => path.join(folder, name, file)),
      ),
  );
  return new Map(
    reports.map(file => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
}

/** What a report says, whatever the order of lines within a declaration and of members within a line. */
function meaning(report) {
  return report
    ?.split(/\n{2,}/)
    .map(declaration =>
      declaration.split('\n').map(withMembersInOrder).sort().join('\n'),
    )
    .join('\n\n');
}

function withMembersInOrder(line) {
  const bare = line.replace(/[;,]$/, '');
  return bare.includes(' | ')
    ? bare
        .split(/[\s|()]+/)
        .sort()
        .join(' ')
    : bare;
}
