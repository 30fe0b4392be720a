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

import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { innerSourceKindFilter } from './innerSourceKindFilter';
import { officeEntityFilter } from './officeEntityFilter';
import { sbomEntityFilter } from './sbomEntityFilter';

export const entityOspoCard = EntityCardBlueprint.make({
  name: 'open-source',
  params: {
    type: 'info',
    filter: sbomEntityFilter,
    loader: () =>
      import('../entity/EntityOspoCard').then(m => <m.EntityOspoCard />),
  },
});

export const whoCanHelpCard = EntityCardBlueprint.make({
  name: 'who-can-help',
  params: {
    type: 'info',
    filter: officeEntityFilter,
    loader: () =>
      import('../competencies/WhoCanHelpCard').then(m => <m.WhoCanHelpCard />),
  },
});

export const competencyCard = EntityCardBlueprint.make({
  name: 'competency',
  params: {
    filter: { kind: 'competency' },
    loader: () =>
      import('../competencies/CompetencyCard').then(m => <m.CompetencyCard />),
  },
});

export const innerSourceCard = EntityCardBlueprint.make({
  name: 'inner-source',
  params: {
    type: 'info',
    // Entities that their own catalog file opens for others. What is listed by its repository alone has the tab and no
    // card; operators can widen this in their configuration.
    filter: {
      $all: [
        innerSourceKindFilter,
        {
          $any: [
            { 'metadata.annotations.ospo/inner-source': 'true' },
            { 'metadata.tags': { $contains: 'inner-source' } },
            { 'metadata.tags': { $contains: 'innersource' } },
          ],
        },
      ],
    },
    loader: () =>
      import('../innersource/InnerSourceCard').then(m => <m.InnerSourceCard />),
  },
});
