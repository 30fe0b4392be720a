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

/*
 * Makes every SBOM of the demo again:
 *
 *   node examples/demo/sboms/generate.mjs [--only NAME,NAME] [--set older|current]
 *     [--work DIR] [--debian-mirror URL]
 *
 * Needs Node 22 or 24, npm, tar; for the trees out of Debian also apt-get, and
 * mmdebstrap (as root or with user namespaces) for the file systems. README.md
 * beside this folder says what is done to the documents after the tools wrote
 * them: see normalise.mjs, nothing else touches them.
 */

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { facts } from './facts.mjs';
import { normalise } from './normalise.mjs';
import { folders, sources } from './sources.mjs';
import { trees } from './trees.mjs';
import { installTools, options } from './workshop.mjs';
import { writers } from './writers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

function write(source, set, text) {
  const target = path.join(here, folders[set], source.file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const whole =
    set === 'current' && source.truncateCurrent
      ? text.slice(0, Math.floor(text.length * source.truncateCurrent))
      : text;
  const bytes = Buffer.from(whole, 'utf8');
  fs.writeFileSync(
    target,
    target.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes,
  );
}

function writeSeed() {
  const seed = sources
    .filter(source => source.older)
    .map(source => ({
      entityRef: `${source.entityKind ?? 'component'}:${
        source.namespace ?? 'default'
      }/${source.component ?? source.name}`,
      target: source.target ?? source.name,
      stream: 'main',
      file: `${folders.older}/${source.file}`,
      asOf: dates.older,
    }))
    .filter(entry => fs.existsSync(path.join(here, entry.file)));
  fs.writeFileSync(
    path.join(here, 'seed.json'),
    `${JSON.stringify(seed, null, 2)}\n`,
  );
}

function printTable() {
  const rows = [];
  for (const set of ['older', 'current'])
    for (const source of sources.filter(item => item[set])) {
      const file = path.join(here, folders[set], source.file);
      if (!fs.existsSync(file)) {
        rows.push([`${folders[set]}/${source.file}`, 'missing']);
        continue;
      }
      const bytes = fs.readFileSync(file);
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(
        'utf8',
      );
      const cut = set === 'current' && source.truncateCurrent;
      const { format, packages, licensed } = cut
        ? { format: 'cut off', packages: '-', licensed: '-' }
        : facts(text);
      const hash = createHash('sha256')
        .update(bytes)
        .digest('hex')
        .slice(0, 12);
      rows.push([
        `${folders[set]}/${source.file}`,
        format,
        packages,
        licensed,
        bytes.length,
        hash,
      ]);
    }
  const widths = [46, 19, 9, 9, 9, 12];
  for (const row of [
    ['file', 'format', 'packages', 'licensed', 'bytes', 'sha256'],
    ...rows,
  ])
    process.stdout.write(
      `${row
        .map((cell, index) => String(cell).padEnd(widths[index]))
        .join(' ')
        .trimEnd()}\n`,
    );
}

const only = options.only?.split(',');
const failures = [];
installTools();
for (const set of ['older', 'current'].filter(
  item => !options.set || item === options.set,
))
  for (const source of sources) {
    if (!source[set] || (only && !only.includes(source.name))) continue;
    const started = Date.now();
    try {
      const directory = trees[source.kind](source, set);
      const text = writers[source.tool](source, directory, set);
      write(source, set, normalise(text, directory, set));
      if (source.kind === 'image')
        fs.rmSync(directory, { recursive: true, force: true });
      process.stderr.write(
        `${folders[set]}/${source.file} ${Math.round(
          (Date.now() - started) / 1000,
        )} s\n`,
      );
    } catch (error) {
      failures.push(source.name);
      process.stderr.write(
        `${folders[set]}/${source.file} failed: ${error.message}\n`,
      );
    }
  }
writeSeed();
printTable();
if (failures.length > 0) process.exitCode = 1;
