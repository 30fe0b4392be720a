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

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { toolVersions } from './sources.mjs';

export const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    set: { type: 'string' },
    work: { type: 'string' },
    'debian-mirror': { type: 'string' },
  },
});
export const work = path.resolve(
  options.work ?? fs.mkdtempSync(path.join(os.tmpdir(), 'demo-sboms-')),
);

/** Where Debian's packages come from; only the trees out of Debian need it. */
export function mirror() {
  const url = options['debian-mirror'];
  if (!url) {
    throw new Error(
      'Say where Debian is to be read from: --debian-mirror URL, one of its mirrors or a dated snapshot',
    );
  }
  return url;
}

const tools = path.join(work, 'tools');
export const bin = name => path.join(tools, 'node_modules', '.bin', name);

/**
 * The person's own settings (proxy, certificates, registry) stay in force. Build
 * tools that happen to be installed are hidden from cdxgen: the result is to
 * come from the files alone, on every machine the same.
 */
const environment = {
  ...process.env,
  LANG: 'C.UTF-8',
  MVN_CMD: 'not-used',
  GO_CMD: 'not-used',
  CARGO_CMD: 'not-used',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
};

export function run(command, args, cwd) {
  try {
    return execFileSync(command, args, {
      cwd,
      env: environment,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20 * 60_000,
    });
  } catch (error) {
    const said = `${error.stderr ?? ''}${error.stdout ?? ''}`.slice(-800);
    throw new Error(
      `${path.basename(command)}: ${error.message.split('\n')[0]}\n${said}`,
    );
  }
}

export function emptyDirectory(...parts) {
  const directory = path.join(work, ...parts);
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  return directory;
}

export function installTools() {
  if (fs.existsSync(bin('cdxgen'))) return;
  fs.mkdirSync(tools, { recursive: true });
  fs.writeFileSync(
    path.join(tools, 'package.json'),
    JSON.stringify({ private: true, dependencies: toolVersions }),
  );
  run('npm', ['install', '--ignore-scripts'], tools);
}
