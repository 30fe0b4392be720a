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

// Finds a Chromium for the browser tests, or installs one by the means that the machine has.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Gives the path of a browser that starts. */
export function ensureBrowser({ env }) {
  const found = findBrowser();
  if (found) {
    return found;
  }
  process.stdout.write('No Chromium on this machine; installing one …\n');
  if (
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version']).status === 0
  ) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'ignore',
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    spawnSync('playwright', ['install', 'chromium'], { env, stdio: 'ignore' });
  }
  const installed = findBrowser() ?? findPlaywrightBrowser({ env });
  if (!installed) {
    throw new Error(
      'No Chromium was found and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
    );
  }
  return installed;
}

function findBrowser() {
  return PLACES.find(place => place && existsSync(place));
}

function findPlaywrightBrowser({ env }) {
  const result = spawnSync(
    'node',
    ['-p', "require('@playwright/test').chromium.executablePath()"],
    { env, encoding: 'utf8' },
  );
  const place = result.stdout?.trim();
  return place && existsSync(place) ? place : undefined;
}
