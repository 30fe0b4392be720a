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

// Everything that decides whether a change is good, in the order of how fast it tells. Ends with `N passed, N failed`.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiReports } from './apiReports.mjs';
import { bench } from './bench.mjs';
import { ensureBrowser } from './browser.mjs';
import { startForges } from './forges.mjs';
import { findFreePort } from './ports.mjs';
import { startPortal } from './portal.mjs';
import { runToEnd } from './processes.mjs';
import { withTestPostgres } from './testPostgres.mjs';

/**
 * Files of unit tests that may be tried a second time, as browser tests are. More than that is no matter of chance.
 * Whatever needed it is named: it is a fault of the test or, more often, a race in what it tests.
 */
const SECOND_TRIES = 3;

/** @returns exit code: 0 only when nothing failed and everything ran. */
export async function test({ env, root }) {
  const began = Date.now();
  const results = [];
  const scratch = mkdtempSync(path.join(tmpdir(), 'ospo-test-'));
  const context = {
    root,
    scratch,
    env: { ...env, CI: '1', NODE_OPTIONS: '--max-old-space-size=4096' },
  };

  const stages = [
    ['types', command('tsc', [])],
    ['formatting', command('prettier', ['--check', '--loglevel', 'warn', '.'])],
    ['lint', command('backstage-cli', ['repo', 'lint', '--max-warnings', '0'])],
    ['configuration', command('backstage-cli', ['config:check', '--lax'])],
    ['API reports', reports],
    ['licence headers', command('node', ['scripts/checkLicences.mjs'])],
    ['unit and integration tests', unitTests],
    ['reduced benchmark', reducedBenchmark],
    ['browser tests', browserTests],
  ];
  try {
    for (const [name, run] of stages) {
      process.stdout.write(`\n=== ${name} ===\n`);
      const since = Date.now();
      const result = await run(context).catch(error => {
        process.stdout.write(`${error.stack}\n`);
        return { passed: 0, failed: 1 };
      });
      results.push(result);
      process.stdout.write(
        `=== ${name}: ${result.passed} passed, ${
          result.failed
        } failed, ${Math.round((Date.now() - since) / 1000)} s ===\n`,
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(
    `\n${Math.round(
      (Date.now() - began) / 1000,
    )} s\n${passed} passed, ${failed} failed\n`,
  );
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** A stage that is one command, passed when it exits with 0. */
function command(name, args) {
  return async ({ env }) => {
    const code = await runToEnd(name, args, { env });
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}

async function reports({ env, root }) {
  const code = await apiReports({ args: ['--ci'], env, root });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests({ env, scratch }) {
  return withTestPostgres(async ({ connectionString }) => {
    const run = async (name, args) => {
      const report = path.join(scratch, `${name}.json`);
      const code = await runToEnd(
        'backstage-cli',
        ['repo', 'test', '--json', `--outputFile=${report}`, ...args],
        {
          env: {
            ...env,
            // A heap size given here would take the place of the one that a test gives to a thread.
            NODE_OPTIONS: '',
            BACKSTAGE_TEST_DISABLE_DOCKER: '1',
            BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
              connectionString,
            // Makes the suites fail, instead of skip, when PostgreSQL is not among their databases.
            OSPO_REQUIRE_POSTGRES: '1',
          },
        },
      );
      return { code, summary: JSON.parse(readFileSync(report, 'utf8')) };
    };

    const first = await run('unit', ['--maxWorkers=2']);
    const broken = first.summary.testResults.filter(
      file => file.status === 'failed',
    );
    if (broken.length === 0 || broken.length > SECOND_TRIES) {
      return counted(first);
    }
    process.stdout.write(
      `\nFailed at the first try, and are tried once more by themselves:\n${broken
        .flatMap(namesOfFailures)
        .map(name => `  ${name}\n`)
        .join('')}`,
    );
    const second = await run('unit-again', [
      '--maxWorkers=1',
      '--runTestsByPath',
      ...broken.map(file => file.name),
    ]);
    const { passed, failed } = counted(second);
    const passedElsewhere = first.summary.testResults
      .filter(file => file.status !== 'failed')
      .flatMap(file => file.assertionResults)
      .filter(({ status }) => status === 'passed').length;
    return { passed: passedElsewhere + passed, failed };
  });
}

function counted({ code, summary }) {
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  return {
    passed: summary.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
  };
}

function namesOfFailures({ name, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const file = path.basename(name);
  return failed.length === 0
    ? [file]
    : failed.map(({ fullName }) => `${file}: ${fullName}`);
}

/** Each figure that could be measured counts as one check; goals that are known to be missed do not fail. */
async function reducedBenchmark({ env, root, scratch }) {
  const report = path.join(scratch, 'bench.json');
  const code = await bench({
    args: ['--reduced', '--json', report],
    env,
    root,
  });
  const { figures, broken } = JSON.parse(readFileSync(report, 'utf8'));
  const measured = figures.filter(figure => figure.measured);
  const failed = broken.length + figures.filter(figure => figure.failed).length;
  return {
    passed: measured.length - broken.length,
    failed: failed === 0 && code !== 0 ? 1 : failed,
  };
}

async function browserTests({ env, root, scratch }) {
  const report = path.join(scratch, 'browser.json');
  const browser = ensureBrowser({ env });
  const forges = await startForges({ env, root });
  let portal;
  try {
    portal = await startPortal({
      env: { ...env, ...forges.portalEnv },
      root,
      dataDir: path.join(scratch, 'data'),
      port: await findFreePort(),
      backendPort: await findFreePort(),
      config: forges.config,
      onProgress: line => process.stdout.write(`${line}\n`),
    });
    const code = await runToEnd('playwright', ['test'], {
      env: {
        ...env,
        ...forges.testEnv,
        PLAYWRIGHT_URL: portal.appUrl,
        PLAYWRIGHT_BACKEND_URL: portal.backendUrl,
        OSPO_DEMO_CI_TOKEN: portal.token,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    });
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    const passed = stats.expected + stats.flaky;
    const failed = stats.unexpected;
    if (stats.flaky > 0) {
      process.stdout.write(`${stats.flaky} passed at the second try only\n`);
    }
    return {
      passed,
      // A run without a single test in a real browser is no run.
      failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed,
    };
  } finally {
    await portal?.stop();
    await forges.stop();
  }
}
