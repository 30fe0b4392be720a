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
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { createOspoClient } from './createOspoClient';
import { entityContentRouteRef, rootRouteRef } from './routes';
import {
  isOspoInnerSourceSearchResult,
  isOspoOfficeSearchResult,
  isOspoSearchResult,
} from './search/documentType';

/** The plugin for apps of the legacy frontend system; others take it from `./alpha`. @public */
export const ospoPlugin = createPlugin({
  id: 'ospo',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  apis: [
    createApiFactory({
      api: ospoApiRef,
      deps: {
        fetchApi: fetchApiRef,
        discoveryApi: discoveryApiRef,
        identityApi: identityApiRef,
      },
      factory: deps => createOspoClient(deps),
    }),
  ],
});

/** The page, for `<Route path="/ospo" element={<OspoPage />} />`. @public */
export const OspoPage = ospoPlugin.provide(
  createRoutableExtension({
    name: 'OspoPage',
    mountPoint: rootRouteRef,
    component: () => import('./legacy/OspoPage').then(m => m.OspoPage),
  }),
);

/** The entity tab, for `<EntityLayout.Route path="/open-source" …>`. @public */
export const EntityOspoContent = ospoPlugin.provide(
  createRoutableExtension({
    name: 'EntityOspoContent',
    mountPoint: entityContentRouteRef,
    component: () =>
      import('./entity/EntityOspoContent').then(m => m.EntityOspoContent),
  }),
);

/** The entity card with state and next step. @public */
export const EntityOspoCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'EntityOspoCard',
    component: {
      lazy: () => import('./entity/EntityOspoCard').then(m => m.EntityOspoCard),
    },
  }),
);

/** The home page card with what needs doing on the reader's components. @public */
export const OspoMyComponentsCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'OspoMyComponentsCard',
    component: {
      lazy: () =>
        import('./legacy/MyComponentsCard').then(m => m.MyComponentsCard),
    },
  }),
);

/** The search result, for `<SearchResult>`. @public */
export const OspoSearchResultListItem = ospoPlugin.provide(
  createSearchResultListItemExtension({
    name: 'OspoSearchResultListItem',
    predicate: isOspoSearchResult,
    component: () =>
      import('./search/PackagesSearchResult').then(m => m.PackagesSearchResult),
  }),
);

/** The entity card with the people around an entity and the competencies that it calls for. @public */
export const EntityOspoWhoCanHelpCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'EntityOspoWhoCanHelpCard',
    component: {
      lazy: () =>
        import('./competencies/WhoCanHelpCard').then(m => m.WhoCanHelpCard),
    },
  }),
);

/** The card of an entity of kind Competency. @public */
export const EntityOspoCompetencyCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'EntityOspoCompetencyCard',
    component: {
      lazy: () =>
        import('./competencies/CompetencyCard').then(m => m.CompetencyCard),
    },
  }),
);

/** The entity tab with requests about it, for `<EntityLayout.Route path="/requests" …>`. @public */
export const EntityOspoRequestsContent = ospoPlugin.provide(
  createComponentExtension({
    name: 'EntityOspoRequestsContent',
    component: {
      lazy: () =>
        import('./requests/EntityRequests').then(m => m.EntityRequests),
    },
  }),
);

/** The home page card with what waits for the reader at the office. @public */
export const OspoWaitingCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'OspoWaitingCard',
    component: {
      lazy: () => import('./legacy/WaitingCard').then(m => m.WaitingCard),
    },
  }),
);

/** The search result of a competency or a precedent, for `<SearchResult>`. @public */
export const OspoOfficeSearchResultListItem = ospoPlugin.provide(
  createSearchResultListItemExtension({
    name: 'OspoOfficeSearchResultListItem',
    predicate: isOspoOfficeSearchResult,
    component: () =>
      import('./search/PackagesSearchResult').then(m => m.PackagesSearchResult),
  }),
);

/** The entity tab with how to take part, for `<EntityLayout.Route path="/inner-source" …>`. @public */
export const EntityOspoInnerSourceContent = ospoPlugin.provide(
  createComponentExtension({
    name: 'EntityOspoInnerSourceContent',
    component: {
      lazy: () =>
        import('./innersource/EntityInnerSource').then(
          m => m.EntityInnerSource,
        ),
    },
  }),
);

/** The entity card of an inner-source project. @public */
export const EntityOspoInnerSourceCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'EntityOspoInnerSourceCard',
    component: {
      lazy: () =>
        import('./innersource/InnerSourceCard').then(m => m.InnerSourceCard),
    },
  }),
);

/** The home page card with projects that ask for the reader's skills. @public */
export const OspoInnerSourceForMeCard = ospoPlugin.provide(
  createComponentExtension({
    name: 'OspoInnerSourceForMeCard',
    component: {
      lazy: () =>
        import('./legacy/InnerSourceForMeCard').then(
          m => m.InnerSourceForMeCard,
        ),
    },
  }),
);

/** The list of projects as a tab of the Explore page, `<ExploreLayout.Route path="inner-source" …>`. @public */
export const InnerSourceExploreContent = ospoPlugin.provide(
  createComponentExtension({
    name: 'InnerSourceExploreContent',
    component: {
      lazy: () =>
        import('./innersource/ProjectsScreen').then(m => m.ProjectsScreen),
    },
  }),
);

/** The search result of an inner-source project, for `<SearchResult>`. @public */
export const OspoInnerSourceSearchResultListItem = ospoPlugin.provide(
  createSearchResultListItemExtension({
    name: 'OspoInnerSourceSearchResultListItem',
    predicate: isOspoInnerSourceSearchResult,
    component: () =>
      import('./search/ProjectSearchResult').then(m => m.ProjectSearchResult),
  }),
);
