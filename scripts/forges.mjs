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

// Starts the forges of the browser tests, and tells the portal and the tests where they are.

import path from 'node:path';
import { createInterface } from 'node:readline';
import { startProcess, stopProcess } from './processes.mjs';

/**
 * @returns once they answer: configuration files and environment of a portal that reads from them, and the environment
 * of tests that tell them how to answer
 */
export async function startForges({ env, root }) {
  const folder = path.join(root, 'packages/app/e2e-tests');
  const child = startProcess(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      '--no-warnings',
      path.join(folder, 'support/forgeProgram.ts'),
    ],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`The forges of the tests ended with ${code}`)),
    );
  });
  const forges = JSON.parse(line);
  return {
    config: [
      path.join(root, 'app-config.yaml'),
      path.join(folder, 'portal/app-config.yaml'),
    ],
    portalEnv: {
      OSPO_TEST_GITHUB_API: forges.github,
      OSPO_TEST_GITLAB_API: forges.gitlab,
      OSPO_TEST_FORGE_TOKEN: forges.token,
    },
    testEnv: {
      PLAYWRIGHT_FORGES_URL: forges.control,
      OSPO_TEST_FORGE_TOKEN: forges.token,
    },
    stop: () => stopProcess(child),
  };
}
