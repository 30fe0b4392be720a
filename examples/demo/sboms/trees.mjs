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
import { dates } from './sources.mjs';
import { bin, emptyDirectory, mirror, run, work } from './workshop.mjs';

/** A manifest, and the tree that the registry gives for it on that day. */
function npmTree(source, set) {
  const { dependencies, devDependencies, overrides, version } = source[set];
  const directory = emptyDirectory('npm', set, source.name);
  const manifest = {
    name: source.name,
    version,
    private: true,
    ...(source.licence && { license: source.licence }),
    dependencies,
    ...(devDependencies && { devDependencies }),
    ...(overrides && { overrides }),
  };
  fs.writeFileSync(
    path.join(directory, 'package.json'),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
  const how = source.install ? [] : ['--package-lock-only'];
  run(
    bin('npm'),
    [
      'install',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--before',
      dates[set],
      ...how,
    ],
    directory,
  );
  return directory;
}

let aptConfiguration;
/** An apt of our own, so that nothing of the machine's is read or changed. */
function apt() {
  if (aptConfiguration) return aptConfiguration;
  const root = emptyDirectory('apt');
  for (const folder of ['lists/partial', 'cache/archives/partial', 'state'])
    fs.mkdirSync(path.join(root, folder), { recursive: true });
  fs.writeFileSync(path.join(root, 'state', 'status'), '');
  fs.writeFileSync(
    path.join(root, 'sources.list'),
    ['bookworm', 'trixie', 'forky', 'sid']
      .map(
        suite =>
          `deb-src [check-valid-until=no signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror()} ${suite} main\n`,
      )
      .join(''),
  );
  aptConfiguration = path.join(root, 'apt.conf');
  fs.writeFileSync(
    aptConfiguration,
    `Dir::Etc::sourcelist "${root}/sources.list";
Dir::Etc::sourceparts "-";
Dir::State "${root}/state";
Dir::State::lists "${root}/lists";
Dir::State::status "${root}/state/status";
Dir::Cache "${root}/cache";
APT::Sandbox::User "";
`,
  );
  run('apt-get', ['-c', aptConfiguration, 'update'], root);
  return aptConfiguration;
}

/** The lock files only, out of the upstream source as Debian keeps it. */
function sourceTree(source, set) {
  const { package: name, version, files, within = '' } = source[set];
  const download = emptyDirectory('download', set, source.name);
  let refusal;
  try {
    run(
      'apt-get',
      ['-c', apt(), 'source', '--tar-only', `${name}=${version}`],
      download,
    );
  } catch (error) {
    // Some sources have further archives, which may be missing from a mirror.
    refusal = error;
  }
  const archive = fs
    .readdirSync(download)
    .find(file => /\.orig\.tar\.(gz|xz|bz2)$/.test(file));
  if (!archive) throw refusal;
  const directory = emptyDirectory('source', set, source.name);
  const list = run('tar', ['tf', archive], download).split('\n');
  const root = list[0].split('/')[0];
  const wanted = list.filter(entry =>
    files.some(file => path.matchesGlob(entry, `${root}/${file}`)),
  );
  if (wanted.length === 0)
    throw new Error(`${archive}: no ${files.join(', ')}`);
  run(
    'tar',
    ['xf', archive, '-C', directory, '--strip-components=1', ...wanted],
    download,
  );
  return path.join(directory, within);
}

function imageTree(source, set) {
  const { suite, packages } = source[set];
  const directory = path.join(work, 'image', set, source.name);
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(directory), { recursive: true });
  run(
    'mmdebstrap',
    [
      '--variant=minbase',
      `--include=${packages.join(',')}`,
      suite,
      directory,
      mirror(),
    ],
    work,
  );
  return directory;
}

export const trees = { npm: npmTree, source: sourceTree, image: imageTree };
