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

import { Config } from '@backstage/config';
import { readMs, readPositive, readSchedule } from '../../shared/readConfig';
import { RequestBudgetLimits } from '../../shared/budgets/requestWindow';
import { ImportConfig, SignalsConfig } from './SignalsConfig';

const ROOT = 'ospo.innerSource.signals';
/** Where the budgets of hosts are set, for messages. */
export const SIGNALS_HOSTS_KEY = `${ROOT}.hosts`;

const DEFAULT_BUDGET: RequestBudgetLimits = {
  requestsPerHour: 1_000,
  requestsPerMinute: 60,
};

/** Accounts that many companies let work in their repositories, without `[bot]` in their name. */
const BOTS = [
  'actions-user',
  'allcontributors',
  'dependabot',
  'dependabot-preview',
  'github-actions',
  'gitlab-bot',
  'greenkeeper',
  'imgbot',
  'mend-bot',
  'mergify',
  'pre-commit-ci',
  'project_bot',
  'release-please',
  'renovate',
  'renovate-bot',
  'semantic-release-bot',
  'snyk-bot',
  'web-flow',
  'whitesource-bolt',
];

/** Reads `ospo.innerSource.signals`. */
export function readSignalsConfig(config: Config): SignalsConfig {
  const defaultBudget = readBudget(
    config.getOptionalConfig(`${ROOT}.defaultBudget`),
    `${ROOT}.defaultBudget.`,
    DEFAULT_BUDGET,
  );
  return {
    services: config.getOptionalStringArray(`${ROOT}.services`) ?? [],
    checkEveryMs: readMs(config, `${ROOT}.checkEvery`, { hours: 6 }),
    readTimeoutMs: readMs(config, `${ROOT}.readTimeout`, { minutes: 2 }),
    schedule: readSchedule(config, `${ROOT}.schedule`, {
      frequency: { minutes: 1 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 40 },
    }),
    defaultBudget,
    budgets: new Map(
      config
        .getOptionalConfigArray(SIGNALS_HOSTS_KEY)
        ?.map(host => [
          host.getString('host').toLowerCase(),
          readBudget(host, `${SIGNALS_HOSTS_KEY}.`, defaultBudget),
        ]),
    ),
    bots: new Set(
      [...BOTS, ...(config.getOptionalStringArray(`${ROOT}.bots`) ?? [])].map(
        login => login.toLowerCase(),
      ),
    ),
    imports: (config.getOptionalConfigArray(`${ROOT}.imports`) ?? []).map(
      (one): ImportConfig => ({
        target: one.getString('target'),
        host: one.getOptionalString('host')?.toLowerCase(),
      }),
    ),
    importSchedule: readSchedule(config, `${ROOT}.importSchedule`, {
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 30 },
    }),
  };
}

function readBudget(
  config: Config | undefined,
  place: string,
  fallback: RequestBudgetLimits,
): RequestBudgetLimits {
  const read = (key: keyof RequestBudgetLimits) =>
    (config && readPositive(config, key, place)) ?? fallback[key];
  return {
    requestsPerHour: read('requestsPerHour'),
    requestsPerMinute: read('requestsPerMinute'),
  };
}
