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

import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';
import { innerSourceKindFilter } from './innerSourceKindFilter';
import { officeEntityFilter } from './officeEntityFilter';
import { sbomEntityFilter } from './sbomEntityFilter';

export const entityOspoContent = EntityContentBlueprint.make({
  name: 'open-source',
  params: {
    path: '/open-source',
    title: 'Open source',
    group: 'development',
    routeRef: entityContentRouteRef,
    filter: sbomEntityFilter,
    loader: () =>
      import('../entity/EntityOspoContent').then(m => <m.EntityOspoContent />),
  },
});

export const entityRequestsContent = EntityContentBlueprint.make({
  name: 'requests',
  params: {
    path: '/requests',
    title: 'Requests',
    group: 'development',
    filter: officeEntityFilter,
    loader: () =>
      import('../requests/EntityRequests').then(m => <m.EntityRequests />),
  },
});

export const entityInnerSourceContent = EntityContentBlueprint.make({
  name: 'inner-source',
  params: {
    path: '/inner-source',
    title: 'Inner source',
    group: 'development',
    filter: innerSourceKindFilter,
    loader: () =>
      import('../innersource/EntityInnerSource').then(m => (
        <m.EntityInnerSource />
      )),
  },
});
