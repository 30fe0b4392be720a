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
import { InputError } from '@backstage/errors';
import {
  DiscoveryRule,
  discoveryRules,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { readMs, readPositive, readSchedule } from '../shared/readConfig';
import { DiscoveryConfig, InnerSourceConfig } from './InnerSourceConfig';
import { readSignalsConfig } from './signals';

const ROOT = 'ospo.innerSource';
const NAMES = ['inner-source', 'innersource'];

/** Reads `ospo.innerSource`. */
export function readInnerSourceConfig(config: Config): InnerSourceConfig {
  return {
    discovery: readDiscovery(config),
    helpLabels: config.getOptionalStringArray(`${ROOT}.helpWantedLabels`) ?? [
      'help wanted',
      'help-wanted',
      'good first issue',
      'good-first-issue',
    ],
    reviewStaleDays: readPositive(config, `${ROOT}.reviewStaleDays`) ?? 365,
    remindEveryDays:
      config.getOptionalNumber(`${ROOT}.remindEveryDays`) === 0
        ? 0
        : readPositive(config, `${ROOT}.remindEveryDays`) ?? 90,
    files: {
      schedule: readSchedule(config, `${ROOT}.files.schedule`, {
        frequency: { minutes: 5 },
        timeout: { minutes: 10 },
        initialDelay: { minutes: 1 },
      }),
      checkEveryMs: readMs(config, `${ROOT}.files.checkEvery`, { days: 1 }),
    },
    appBaseUrl: config.getOptionalString('app.baseUrl')?.replace(/\/+$/, ''),
    signals: readSignalsConfig(config),
  };
}

function readDiscovery(config: Config): DiscoveryConfig {
  const root = `${ROOT}.discovery`;
  const maxShareGone = readPositive(config, `${root}.maxShareGone`) ?? 0.1;
  if (maxShareGone > 1) {
    throw new InputError(
      `'${root}.maxShareGone' must be a share above 0 and up to 1`,
    );
  }
  return {
    schedule: readSchedule(config, `${root}.schedule`, {
      frequency: { minutes: 10 },
      timeout: { minutes: 20 },
      initialDelay: { seconds: 20 },
    }),
    kinds: (
      config.getOptionalStringArray(`${root}.kinds`) ?? [
        'component',
        'system',
        'api',
        'resource',
        'template',
      ]
    ).map(kind => kind.toLowerCase()),
    rules: readRules(config, `${root}.rules`),
    tags: config.getOptionalStringArray(`${root}.tags`) ?? NAMES,
    labels: readLabels(config, `${root}.labels`),
    topics: (config.getOptionalStringArray(`${root}.topics`) ?? NAMES).map(
      topic => topic.toLowerCase(),
    ),
    maxShareGone,
  };
}

function readRules(config: Config, key: string): DiscoveryRule[] {
  const said = config.getOptionalStringArray(key);
  if (!said) {
    // Looking for a file in every repository costs a request each, so that is asked for.
    return discoveryRules.filter(rule => rule !== 'innersource-json');
  }
  return said.map(name => {
    const rule = discoveryRules.find(known => known === name);
    if (!rule) {
      throw new InputError(
        `'${name}' in '${key}' is no rule; write some of ${discoveryRules.join(
          ', ',
        )} in the order in which they are asked. The annotation set to 'false' beats them all.`,
      );
    }
    return rule;
  });
}

/** `key` or `key=value`. */
function readLabels(config: Config, key: string): DiscoveryConfig['labels'] {
  const labels = config.getOptionalStringArray(key) ?? NAMES;
  return labels.map(label => {
    const at = label.indexOf('=');
    return at < 0
      ? { key: label }
      : { key: label.slice(0, at), value: label.slice(at + 1) };
  });
}
