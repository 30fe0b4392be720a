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

import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

// Titles of tabs are plain text to the framework; `config.title` of a sub-page changes them for a whole app.

export const ospoPage = PageBlueprint.make({
  params: { path: '/ospo', routeRef: rootRouteRef },
});

export const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      import('../overview/OverviewContent').then(m => <m.OverviewContent />),
  },
});

export const openSourceSubPage = SubPageBlueprint.make({
  name: 'open-source',
  params: {
    path: 'open-source',
    title: 'Open source',
    loader: () =>
      import('../usage/OpenSourceContent').then(m => <m.OpenSourceContent />),
  },
});
