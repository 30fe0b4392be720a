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

import { ReactNode, useMemo } from 'react';
import { ApiProvider } from '@backstage/core-app-api';
import { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { useParams } from 'react-router-dom';
import { EntityOspoCard } from '../src/entity/EntityOspoCard';
import { EntityOspoContent } from '../src/entity/EntityOspoContent';
import { MyComponentsWidget } from '../src/home/MyComponentsWidget';
import { ForMeView } from '../src/innersource/ForMeView';
import { ForMeWidget } from '../src/innersource/ForMeWidget';
import { OverlapView } from '../src/innersource/OverlapView';
import { ProjectPage } from '../src/innersource/ProjectPage';
import { ProjectsScreen } from '../src/innersource/ProjectsScreen';
import { SourcesView } from '../src/innersource/SourcesView';
import { OverviewContent } from '../src/overview/OverviewContent';
import { PackagesSearchResult } from '../src/search/PackagesSearchResult';
import { Screen } from '../src/shared/Screen';
import { ComponentsView } from '../src/usage/ComponentsView';
import { CoverageView } from '../src/usage/CoverageView';
import { LicencePage } from '../src/usage/LicencePage';
import { LicencesView } from '../src/usage/LicencesView';
import { PackagePage } from '../src/usage/PackagePage';
import { PackagesView } from '../src/usage/PackagesView';
import {
  createFaceApi,
  createInnerSourceFaceApi,
  faces,
} from './seed/createFaceApi';
import { withoutOtherSlices } from './seed/withoutOtherSlices';
import { seedEntities } from './seed/seedEntities';

const component: Entity | undefined = seedEntities.find(
  entity => entity.kind === 'Component',
);

const someIdentity = {
  getBackstageIdentity: async () => ({
    type: 'user',
    userEntityRef: 'user:default/elsa',
    ownershipEntityRefs: ['user:default/elsa', 'group:default/grunddata'],
  }),
};

const views: Record<string, ReactNode> = {
  overview: <OverviewContent />,
  packages: (
    <Screen>
      <PackagesView />
    </Screen>
  ),
  package: (
    <Screen>
      <PackagePage purl="pkg:npm/lodash" />
    </Screen>
  ),
  licences: (
    <Screen>
      <LicencesView />
    </Screen>
  ),
  licence: (
    <Screen>
      <LicencePage licenceKey="known:MIT" />
    </Screen>
  ),
  components: (
    <Screen>
      <ComponentsView />
    </Screen>
  ),
  coverage: (
    <Screen>
      <CoverageView />
    </Screen>
  ),
  projects: <ProjectsScreen />,
  project: (
    <Screen>
      <ProjectPage projectRef="component:default/ansokan-webb" />
    </Screen>
  ),
  'for-me': (
    <Screen>
      <ForMeView />
    </Screen>
  ),
  exists: (
    <Screen>
      <OverlapView />
    </Screen>
  ),
  sources: (
    <Screen>
      <SourcesView />
    </Screen>
  ),
  'for-me-widget': <ForMeWidget />,
  entity: <EntityOspoContent />,
  card: <EntityOspoCard />,
  widget: <MyComponentsWidget />,
  search: (
    <PackagesSearchResult
      result={{
        title: 'Ansökan, webb',
        text: 'lodash 4.17.21, react 18.3.1, "><script>alert(1)</script>',
        location: '/catalog/default/component/ansokan-webb/open-source',
      }}
    />
  ),
};

/** Every view in each of its faces: one address a picture. */
export function Gallery() {
  const { view = '', face } = useParams();
  const shown = faces.find(known => known === face) ?? 'full';
  const apis = useMemo(() => {
    const overrides = new Map<string, unknown>([
      [
        ospoApiRef.id,
        withoutOtherSlices(
          createFaceApi(shown),
          createInnerSourceFaceApi(shown),
        ),
      ],
      [identityApiRef.id, someIdentity],
    ]);
    return {
      // A holder of these two; everything else comes from the app around it.
      get: (ref: { id: string }) => overrides.get(ref.id) as never,
    };
  }, [shown]);
  return (
    <>
      {view === '' && (
        <nav aria-label="Gallery">
          <ul>
            {Object.keys(views).map(name => (
              <li key={name}>
                {name}:{' '}
                {faces.map(known => (
                  <span key={known}>
                    <Link href={`/gallery/${name}/${known}`}>{known}</Link>{' '}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ApiProvider apis={apis}>
        <EntityProvider entity={component}>{views[view]}</EntityProvider>
      </ApiProvider>
    </>
  );
}
