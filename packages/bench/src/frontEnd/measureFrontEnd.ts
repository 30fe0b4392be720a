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

import { existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, Metafile } from 'esbuild';
import { Figure } from '../Figure';
import { GoalId } from '../goals';

const KILOBYTE = 1_000;

interface Route {
  name: string;
  bytes: number;
}

/**
 * P24: what the front-end plugin adds to a portal. Own code alone: whatever comes from another package is shared with
 * the portal and left out. Built by esbuild, minified, with a chunk for each lazy import. Styles belong to the chunks
 * whose modules import them, as in a portal; esbuild itself would put the styles of all chunks into the entry.
 */
export async function measureFrontEnd(options: {
  root: string;
  scratch: string;
}): Promise<Figure[]> {
  const entry = ['tsx', 'ts']
    .map(ending => path.join(options.root, `plugins/ospo/src/alpha.${ending}`))
    .concat(path.join(options.root, 'plugins/ospo/src/alpha/index.ts'))
    .find(existsSync);
  const ids: GoalId[] = ['P24:eager', 'P24:route', 'P24:charts'];
  if (!entry) {
    return ids.map(id =>
      missing(id, 'the front-end plugin has no ./alpha entry'),
    );
  }
  const { metafile, outputFiles } = await build({
    entryPoints: { alpha: entry },
    absWorkingDir: options.root,
    outdir: path.join(options.scratch, 'front-end'),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    write: false,
    jsx: 'automatic',
    packages: 'external',
    alias: ownPackages(options.root),
    loader: { '.svg': 'dataurl' },
    logLevel: 'error',
  });
  const sizes = new Map<string, number>();
  for (const file of outputFiles.filter(({ path: name }) => isScript(name))) {
    const name = path.relative(options.root, file.path);
    const styles = await buildStyles(options.root, stylesOf(metafile, name));
    sizes.set(name, zippedBytes(file.contents) + zippedBytes(styles));
  }
  const eager = closure(metafile, [entryFile(metafile)]);
  const routes = lazyEntries(metafile)
    .map((file): Route => {
      const files = [...closure(metafile, [file])].filter(
        part => !eager.has(part),
      );
      return {
        name: nameOf(metafile, file),
        bytes: files.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 0),
      };
    })
    .sort((a, b) => b.bytes - a.bytes);
  const charts = Object.keys(metafile.outputs).filter(
    file => isScript(file) && inputsOf(metafile, file).some(isChart),
  );
  const mixed = charts.filter(
    file =>
      eager.has(file) ||
      !inputsOf(metafile, file).every(input => isChart(input)),
  );
  const lazyBytes = Object.keys(metafile.outputs)
    .filter(file => isScript(file) && !eager.has(file))
    .reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  const eagerBytes = [...eager].reduce(
    (sum, file) => sum + (sizes.get(file) ?? 0),
    0,
  );
  return [
    figure(
      'P24:eager',
      eagerBytes / KILOBYTE,
      'JavaScript, and the styles that it imports',
    ),
    routes.length === 0
      ? missing('P24:route', 'nothing is loaded lazily')
      : figure(
          'P24:route',
          routes[0].bytes / KILOBYTE,
          `${routes[0].name}, shared chunks counted with it; next ${routes
            .slice(1, 4)
            .map(route => `${route.name} ${toText(route.bytes)}`)
            .join(', ')}; all ${routes.length} together ${toText(lazyBytes)}`,
        ),
    charts.length === 0
      ? missing('P24:charts', 'no file of a chart was found')
      : figure(
          'P24:charts',
          mixed.length,
          `${charts.length} chunks hold charts${mixed
            .map(file => `, one with ${nameOf(metafile, file)}`)
            .join('')}`,
        ),
  ];
}

function figure(id: GoalId, value: number, note: string): Figure {
  return {
    id,
    on: '',
    judged: true,
    measured: { median: value, min: value, max: value },
    note,
  };
}

/** Our own packages are read from their sources; everything else stays outside. */
function ownPackages(root: string): Record<string, string> {
  return Object.fromEntries(
    ['common', 'react'].map(name => [
      `@ospo-suite/backstage-plugin-ospo-${name}`,
      path.join(root, `plugins/ospo-${name}/src/index.ts`),
    ]),
  );
}

/** Style sheets that the modules of a chunk import. */
function stylesOf(metafile: Metafile, file: string): string[] {
  return Object.keys(metafile.outputs[file].inputs).flatMap(input =>
    metafile.inputs[input].imports
      .map(used => used.path)
      .filter(name => name.endsWith('.css')),
  );
}

/** These style sheets as one, as small as they get. */
async function buildStyles(
  root: string,
  files: string[],
): Promise<Uint8Array | undefined> {
  if (files.length === 0) {
    return undefined;
  }
  const { outputFiles } = await build({
    stdin: {
      contents: [...new Set(files)]
        .map(file => `@import ${JSON.stringify(`./${file}`)};`)
        .join('\n'),
      resolveDir: root,
      loader: 'css',
    },
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

function zippedBytes(contents: Uint8Array | undefined): number {
  return contents ? gzipSync(contents, { level: 9 }).length : 0;
}

function isScript(file: string): boolean {
  return file.endsWith('.js');
}

/** What these load at once, directly or through other chunks. */
function closure(metafile: Metafile, files: string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...files];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const output = metafile.outputs[file];
    if (output && !found.has(file)) {
      found.add(file);
      queue.push(
        ...output.imports
          .filter(used => used.kind === 'import-statement' && !used.external)
          .map(used => used.path),
      );
    }
  }
  return found;
}

function entryFile(metafile: Metafile): string {
  const file = Object.keys(metafile.outputs).find(
    name => path.basename(name) === 'alpha.js',
  );
  if (!file) {
    throw new Error('The bundle has no entry alpha.js');
  }
  return file;
}

function lazyEntries(metafile: Metafile): string[] {
  const files = Object.values(metafile.outputs).flatMap(output =>
    output.imports
      .filter(used => used.kind === 'dynamic-import' && !used.external)
      .map(used => used.path),
  );
  return [...new Set(files)];
}

/** Sources of a chunk; what only hands on the names of others counts for nothing. */
function inputsOf(metafile: Metafile, file: string): string[] {
  return Object.entries(metafile.outputs[file].inputs)
    .filter(([, share]) => share.bytesInOutput > 0)
    .map(([input]) => input);
}

function isChart(input: string): boolean {
  return /\/charts?\//i.test(input);
}

function nameOf(metafile: Metafile, file: string): string {
  const entry = metafile.outputs[file].entryPoint;
  const own = inputsOf(metafile, file).filter(input => !isChart(input));
  return path.basename(entry ?? own[own.length - 1] ?? file);
}

function toText(bytes: number): string {
  return `${(bytes / KILOBYTE).toFixed(1)} kB`;
}

function missing(id: GoalId, notMeasured: string): Figure {
  return { id, on: '', judged: true, notMeasured };
}
