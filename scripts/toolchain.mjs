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

// Brings what a fresh machine lacks: a Node that Backstage supports, yarn, and the dependencies. Everything lies in
// `.toolchain` and `node_modules`, nothing is installed globally.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');

const NODE_VERSION = '24.21.0';
const YARN_VERSION = '4.13.0';
const SUPPORTED_MAJORS = [22, 24];
const toolchain = path.join(root, '.toolchain');

const machine = { platform: process.platform, arch: process.arch };

/** More than what is wanted is fine: whoever comes with a Node that fits leaves the fetched one to the others. */
function isInstalled(stamp, wanted) {
  if (!existsSync(stamp)) {
    return false;
  }
  const { wanted: there, ...on } = JSON.parse(readFileSync(stamp, 'utf8'));
  return (
    on.platform === machine.platform &&
    on.arch === machine.arch &&
    wanted.every(spec => there.includes(spec))
  );
}

/** Gives the environment in which `node` and `yarn` are the right ones. */
export async function ensureToolchain({ quiet }) {
  const say = quiet ? () => {} : line => process.stdout.write(`${line}\n`);
  const major = Number(process.versions.node.split('.')[0]);
  const needsNode = !SUPPORTED_MAJORS.includes(major);
  const wanted = [`@yarnpkg/cli-dist@${YARN_VERSION}`];
  if (needsNode) {
    wanted.push(`node@${NODE_VERSION}`);
  }
  const stamp = path.join(toolchain, 'installed.json');
  if (!isInstalled(stamp, wanted)) {
    say(`Fetching ${wanted.join(' and ')} …`);
    mkdirSync(toolchain, { recursive: true });
    writeFileSync(path.join(toolchain, 'package.json'), '{"private":true}\n');
    const result = spawnSync(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        '--prefix',
        toolchain,
        ...wanted,
      ],
      { cwd: toolchain, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (result.status !== 0) {
      throw new Error(
        `npm could not install ${wanted.join(
          ' and ',
        )}. Check that the npm registry can be reached, then try again.`,
      );
    }
    writeFileSync(stamp, JSON.stringify({ wanted, ...machine }));
  }
  const modules = path.join(toolchain, 'node_modules');
  const bins = [path.join(root, 'node_modules/.bin')];
  const env = { ...process.env };
  if (needsNode) {
    const node = findNode(modules);
    bins.push(path.join(node, 'bin'));
    env.npm_config_nodedir = node;
  } else {
    bins.push(path.dirname(process.execPath));
  }
  bins.push(path.join(modules, '.bin'));
  env.PATH = [...bins, env.PATH].join(path.delimiter);
  // yarn warns about npm's own settings that npm exports to its scripts.
  for (const key of Object.keys(env)) {
    if (key.startsWith('npm_config_') && key !== 'npm_config_nodedir') {
      delete env[key];
    }
  }
  return env;
}

/** The folder of the fetched Node that holds `bin` and, for native add-ons, `include`. */
function findNode(modules) {
  const places = [modules, path.join(modules, 'node/node_modules')].flatMap(
    folder =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter(name => name.startsWith('node-'))
            .map(name => path.join(folder, name))
        : [],
  );
  const found = places.find(place => existsSync(path.join(place, 'bin/node')));
  if (!found) {
    throw new Error(
      `Node ${NODE_VERSION} could not be fetched for ${process.platform} ${
        process.arch
      }. Install Node ${SUPPORTED_MAJORS.join(' or ')} and try again.`,
    );
  }
  return found;
}

/** Installs the dependencies when the lockfile or a package.json has changed since. */
export async function ensureInstalled({ env, quiet }) {
  const stamp = path.join(root, 'node_modules/.installed-state');
  const state = dependencyState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) {
    return;
  }
  if (!quiet) {
    process.stdout.write(
      'Installing dependencies (a few minutes the first time) …\n',
    );
  }
  const result = spawnSync('yarn', ['install', '--immutable'], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) {
    throw new Error(
      `${(result.stdout ?? '').slice(
        -3000,
      )}\nyarn install failed, see above. If the registry could not be reached, try again; if the lockfile is out of date, run 'yarn install'.`,
    );
  }
  writeFileSync(stamp, state);
}

function dependencyState() {
  const hash = createHash('sha256');
  const manifests = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(root, folder)).sort()) {
      manifests.push(path.join(folder, name, 'package.json'));
    }
  }
  for (const manifest of manifests) {
    const file = path.join(root, manifest);
    if (existsSync(file)) {
      hash.update(manifest).update(readFileSync(file));
    }
  }
  return hash.update(process.arch).digest('hex');
}
