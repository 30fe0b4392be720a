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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  ospoRepositorySignalsExtensionPoint,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { ospoModuleGit } from './module';

async function sourcesWith(git: object | undefined): Promise<string[]> {
  const sources: RepositorySignals[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        ospoRepositorySignalsExtensionPoint,
        { addRepositorySignals: source => sources.push(source) },
      ],
    ],
    features: [
      ospoModuleGit,
      mockServices.rootConfig.factory({
        data: { ospo: { innerSource: { git } } },
      }),
    ],
  });
  return sources.map(({ id }) => id);
}

it('adds git where a host or a folder is configured, and git is there', async () => {
  const origins = [{ url: 'https://git.example' }];
  expect(await sourcesWith(undefined)).toEqual([]);
  expect(await sourcesWith({ origins })).toEqual(['git']);
  expect(await sourcesWith({ fileRoots: ['/srv/git'] })).toEqual(['git']);
  expect(await sourcesWith({ origins, command: 'no-such-git' })).toEqual([]);
});

it.each(['git.example', 'https://git.example/path', 'file:///srv', 'ssh://g'])(
  'refuses %s as an origin',
  async url => {
    await expect(sourcesWith({ origins: [{ url }] })).rejects.toThrow(
      /scheme and host alone/,
    );
  },
);
