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

import { SignalsTarget, SignalsTargets } from '../../SignalsReader';

export const START = Date.parse('2026-11-25T12:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A project in a repository of its own at a host. */
export function aTarget(
  name: string,
  options: { host?: string; ownerRef?: string; path?: string } = {},
): SignalsTarget {
  const {
    host = 'git.example.org',
    ownerRef = 'group:default/pay',
    path,
  } = options;
  return {
    ref: `component:default/${name}`,
    ownerRef,
    repository: {
      url: `https://${host}/acme/${name}`,
      host,
      slug: `acme/${name}`,
      ...(path && { path }),
    },
    helpLabels: ['help wanted'],
  };
}

/** Discovery, as far as signals know it. */
export class Targets implements SignalsTargets {
  all: SignalsTarget[];
  discovered: string | undefined = new Date(START).toISOString();

  constructor(...names: string[]) {
    this.all = names.map(name => aTarget(name));
  }

  async listTargets(options: {
    after?: string;
    limit: number;
  }): Promise<SignalsTarget[]> {
    const { after = '', limit } = options;
    return this.all
      .filter(({ ref }) => ref > after)
      .sort((a, b) => (a.ref < b.ref ? -1 : 1))
      .slice(0, limit);
  }

  async discoveredAt(): Promise<string | undefined> {
    return this.discovered;
  }
}
