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
import { ospoModuleGitlab } from './module';

it('adds GitLab to the sources of signals', async () => {
  const sources: RepositorySignals[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        ospoRepositorySignalsExtensionPoint,
        { addRepositorySignals: source => sources.push(source) },
      ],
    ],
    features: [
      ospoModuleGitlab,
      mockServices.rootConfig.factory({
        data: { integrations: { gitlab: [{ host: 'gitlab.com' }] } },
      }),
    ],
  });
  expect(sources.map(({ id }) => id)).toEqual(['gitlab']);
  expect(
    sources[0].reads({
      url: 'https://gitlab.com/harbour/tide-tables',
      host: 'gitlab.com',
      slug: 'harbour/tide-tables',
    }),
  ).toBe(true);
});
