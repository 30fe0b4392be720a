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
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

export interface GitConfig {
  /** What to send to each, by origin. */
  origins: Map<string, { username: string; token?: string }>;
  /** Absolute. */
  fileRoots: string[];
  maxBytes: number;
  timeoutMs: number;
  command: string;
}

const MEGABYTE = 1024 * 1024;

export function readGitConfig(rootConfig: Config): GitConfig {
  const config = rootConfig.getOptionalConfig('ospo.innerSource.git');
  return {
    origins: new Map(
      (config?.getOptionalConfigArray('origins') ?? []).map(origin => [
        readOrigin(origin.getString('url')),
        {
          username: origin.getOptionalString('username') ?? 'x-access-token',
          token: origin.getOptionalString('token'),
        },
      ]),
    ),
    fileRoots: (config?.getOptionalStringArray('fileRoots') ?? []).map(root =>
      path.resolve(root),
    ),
    maxBytes: (config?.getOptionalNumber('maxMegabytes') ?? 200) * MEGABYTE,
    timeoutMs: config?.has('timeout')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'timeout' }),
        )
      : 2 * 60_000,
    command: config?.getOptionalString('command') ?? 'git',
  };
}

function readOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.pathname !== '/'
  ) {
    throw new InputError(
      `'${value}' in 'ospo.innerSource.git.origins' is not scheme and host alone, such as 'https://git.example.org'`,
    );
  }
  return url.origin;
}
