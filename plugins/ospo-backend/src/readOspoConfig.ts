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

import path from 'node:path';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { sbomKinds } from '@ospo-suite/backstage-plugin-ospo-common';
import { readAnnotationPrefixes } from '@ospo-suite/backstage-plugin-ospo-node';
import { defaultSbomLimits, SbomLimits } from '@ospo-suite/sbom-reader';
import { CompetenciesConfig, readCompetenciesConfig } from './competencies';
import { InnerSourceConfig, readInnerSourceConfig } from './innersource';
import { readRequestsConfig, RequestsConfig } from './requests';
import { readMs, readPositive, readSchedule } from './shared/readConfig';
import { RequestBudgetLimits, UsageConfig } from './usage';

/** The configuration of the plugin, read once; nothing else sees `Config`. */
export interface OspoConfig extends UsageConfig {
  /** False when the app runs with `permission.enabled` off, and everybody may press every button. */
  permissionsEnabled: boolean;
  competencies: CompetenciesConfig;
  innerSource: InnerSourceConfig;
  requests: RequestsConfig;
}

const DEFAULT_BUDGET: RequestBudgetLimits = {
  requestsPerHour: 300,
  requestsPerMinute: 20,
};

/** Reads everything below `ospo`, and throws an InputError that names the key when a value cannot be used. */
export function readOspoConfig(config: Config): OspoConfig {
  const sboms = config.getOptionalConfig('ospo.sboms');
  const defaultBudget = readBudget(
    sboms?.getOptionalConfig('defaultBudget'),
    'ospo.sboms.defaultBudget',
    DEFAULT_BUDGET,
  );
  return {
    permissionsEnabled:
      config.getOptionalBoolean('permission.enabled') ?? false,
    access: {
      coreTeam: readPeople(config, 'ospo.access.coreTeam'),
      ingestServices:
        config.getOptionalStringArray('ospo.access.ingestServices') ?? [],
    },
    sboms: {
      limits: readLimits(sboms?.getOptionalConfig('limits')),
      staleAfterMs: readMs(config, 'ospo.sboms.staleAfter', { days: 90 }),
      checkEveryMs: readMs(config, 'ospo.sboms.checkEvery', { hours: 6 }),
      fetchTimeoutMs: readMs(config, 'ospo.sboms.fetchTimeout', { minutes: 2 }),
      schedule: readSchedule(config, 'ospo.sboms.schedule', {
        frequency: { minutes: 1 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 20 },
      }),
      defaultBudget,
      budgets: new Map(
        sboms
          ?.getOptionalConfigArray('hosts')
          ?.map(host => [
            host.getString('host').toLowerCase(),
            readBudget(host, 'ospo.sboms.hosts', defaultBudget),
          ]),
      ),
    },
    catalog: {
      kinds: readKinds(config),
      schedule: readSchedule(config, 'ospo.catalog.schedule', {
        frequency: { minutes: 5 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 15 },
      }),
      maxShareGone: readShare(config, 'ospo.catalog.maxShareGone', 0.1),
      pageSize: readPositive(config, 'ospo.catalog.pageSize') ?? 2500,
      fileRoots: readFileRoots(config),
    },
    annotationPrefixes: readAnnotationPrefixes(config),
    competencies: readCompetenciesConfig(config),
    innerSource: readInnerSourceConfig(config),
    requests: readRequestsConfig(config),
    visibility: {
      cacheTtlMs: readMs(config, 'ospo.visibility.cacheTtl', { seconds: 30 }),
    },
    recount: {
      schedule: readSchedule(config, 'ospo.recount.schedule', {
        frequency: { cron: '17 3 * * *' },
        timeout: { hours: 1 },
      }),
    },
    workingDirectory: config.getOptionalString('backend.workingDirectory'),
  };
}

function readPeople(config: Config, key: string): string[] {
  return (config.getOptionalStringArray(key) ?? []).map(value => {
    const ref = parsePerson(value);
    if (!ref) {
      throw new InputError(
        `'${value}' in '${key}' is not a group or user; write it like 'group:default/ospo'`,
      );
    }
    return ref;
  });
}

function parsePerson(value: string): string | undefined {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
    return /^(group|user):[^\s:/]+\/[^\s:/]+$/.test(ref) ? ref : undefined;
  } catch {
    return undefined;
  }
}

function readKinds(config: Config): string[] {
  const key = 'ospo.catalog.kinds';
  const kinds = config.getOptionalStringArray(key) ?? [...sbomKinds];
  if (kinds.length === 0) {
    throw new InputError(`'${key}' is empty; name a kind, or leave it out`);
  }
  return kinds.map(kind => kind.toLowerCase());
}

function readFileRoots(config: Config): string[] {
  return (config.getOptionalConfigArray('catalog.locations') ?? [])
    .filter(location => location.getOptionalString('type') === 'file')
    .map(location => {
      // The catalog resolves it against the working directory as well; from the first wildcard on it is no folder.
      const target = location.getString('target').replace(/[*?[{(].*$/, '*');
      return path.dirname(path.resolve(target));
    });
}

function readLimits(config: Config | undefined): SbomLimits {
  const limits = { ...defaultSbomLimits };
  for (const key of Object.keys(limits) as (keyof SbomLimits)[]) {
    limits[key] =
      (config && readPositive(config, key, 'ospo.sboms.limits.')) ??
      limits[key];
  }
  return limits;
}

function readBudget(
  config: Config | undefined,
  place: string,
  fallback: RequestBudgetLimits,
): RequestBudgetLimits {
  const read = (key: keyof RequestBudgetLimits) =>
    (config && readPositive(config, key, `${place}.`)) ?? fallback[key];
  return {
    requestsPerHour: read('requestsPerHour'),
    requestsPerMinute: read('requestsPerMinute'),
  };
}

function readShare(config: Config, key: string, fallback: number): number {
  const value = readPositive(config, key) ?? fallback;
  if (value > 1) {
    throw new InputError(`'${key}' must be a share above 0 and up to 1`);
  }
  return value;
}
