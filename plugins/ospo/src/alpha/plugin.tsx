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

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiScales3Line } from '@remixicon/react';
import { entityContentRouteRef, rootRouteRef } from '../routes';
import { ospoApi } from './apis';
import {
  competencyCard,
  entityOspoCard,
  innerSourceCard,
  whoCanHelpCard,
} from './entityCards';
import {
  entityInnerSourceContent,
  entityOspoContent,
  entityRequestsContent,
} from './entityContents';
import {
  innerSourceWidget,
  myComponentsWidget,
  waitingWidget,
} from './homePageWidgets';
import {
  competenciesSubPage,
  innerSourceSubPage,
  openSourceSubPage,
  ospoPage,
  overviewSubPage,
  requestsSubPage,
} from './pages';
import {
  competenciesResultType,
  innerSourceResultType,
  innerSourceSearchResult,
  officeSearchResult,
  packagesResultType,
  packagesSearchResult,
  precedentsResultType,
  entityPrecedentsResultType,
} from './searchResultItems';

/** @alpha */
export const ospoPlugin = createFrontendPlugin({
  pluginId: 'ospo',
  title: 'OSPO',
  icon: <RiScales3Line />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    ospoApi,
    ospoPage,
    overviewSubPage,
    openSourceSubPage,
    competenciesSubPage,
    requestsSubPage,
    innerSourceSubPage,
    entityOspoContent,
    entityRequestsContent,
    entityInnerSourceContent,
    entityOspoCard,
    whoCanHelpCard,
    competencyCard,
    innerSourceCard,
    myComponentsWidget,
    waitingWidget,
    innerSourceWidget,
    packagesSearchResult,
    packagesResultType,
    officeSearchResult,
    competenciesResultType,
    precedentsResultType,
    entityPrecedentsResultType,
    innerSourceSearchResult,
    innerSourceResultType,
  ],
});
