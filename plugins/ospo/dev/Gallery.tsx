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
import { CompetencyPage } from '../src/competencies/CompetencyPage';
import { CoverageMapView } from '../src/competencies/CoverageMapView';
import { DirectoryView } from '../src/competencies/DirectoryView';
import { EvidencePackView } from '../src/competencies/EvidencePackView';
import { GapsView } from '../src/competencies/GapsView';
import { LoadView } from '../src/competencies/LoadView';
import { ProfileView } from '../src/competencies/ProfileView';
import { WhoCanHelpCard } from '../src/competencies/WhoCanHelpCard';
import { EntityOspoCard } from '../src/entity/EntityOspoCard';
import { EntityOspoContent } from '../src/entity/EntityOspoContent';
import { MyComponentsWidget } from '../src/home/MyComponentsWidget';
import { EntityInnerSource } from '../src/innersource/EntityInnerSource';
import { ForMeView } from '../src/innersource/ForMeView';
import { ForMeWidget } from '../src/innersource/ForMeWidget';
import { InnerSourceCard } from '../src/innersource/InnerSourceCard';
import { OverlapView } from '../src/innersource/OverlapView';
import { ProjectPage } from '../src/innersource/ProjectPage';
import { ProjectsScreen } from '../src/innersource/ProjectsScreen';
import { SourcesView } from '../src/innersource/SourcesView';
import { OverviewContent } from '../src/overview/OverviewContent';
import { AskView } from '../src/requests/ask/AskView';
import { FiguresView } from '../src/requests/FiguresView';
import { MineView } from '../src/requests/MineView';
import { PrecedentsView } from '../src/requests/PrecedentsView';
import { RequestPage } from '../src/requests/RequestPage';
import { TriageView } from '../src/requests/TriageView';
import { WaitingWidget } from '../src/requests/WaitingWidget';
import { PackagesSearchResult } from '../src/search/PackagesSearchResult';
import { Screen } from '../src/shared/Screen';
import { ComponentsView } from '../src/usage/ComponentsView';
import { CoverageView } from '../src/usage/CoverageView';
import { LicencePage } from '../src/usage/LicencePage';
import { LicencesView } from '../src/usage/LicencesView';
import { PackagePage } from '../src/usage/PackagePage';
import { PackagesView } from '../src/usage/PackagesView';
import { createFaceApi, createInnerSourceFaceApi } from './seed/createFaceApi';
import { faces } from './seed/faces';
import { createFaceOffice } from './seed/office/createFaceOffice';
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
  'project-card': <InnerSourceCard />,
  'project-tab': <EntityInnerSource />,
  directory: (
    <Screen>
      <DirectoryView />
    </Screen>
  ),
  competency: (
    <Screen>
      <CompetencyPage competencyRef="competency:default/dataskydd" />
    </Screen>
  ),
  'coverage-map': (
    <Screen>
      <CoverageMapView />
    </Screen>
  ),
  load: (
    <Screen>
      <LoadView />
    </Screen>
  ),
  gaps: (
    <Screen>
      <GapsView />
    </Screen>
  ),
  'evidence-pack': (
    <Screen>
      <EvidencePackView />
    </Screen>
  ),
  profile: (
    <Screen>
      <ProfileView />
    </Screen>
  ),
  ask: (
    <Screen>
      <AskView />
    </Screen>
  ),
  request: (
    <Screen>
      <RequestPage id="request-43" />
    </Screen>
  ),
  decided: (
    <Screen>
      <RequestPage id="request-46" />
    </Screen>
  ),
  'my-requests': (
    <Screen>
      <MineView />
    </Screen>
  ),
  triage: (
    <Screen>
      <TriageView />
    </Screen>
  ),
  precedents: (
    <Screen>
      <PrecedentsView />
    </Screen>
  ),
  figures: (
    <Screen>
      <FiguresView />
    </Screen>
  ),
  'who-can-help': <WhoCanHelpCard />,
  waiting: <WaitingWidget />,
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
        {
          ...createFaceApi(shown),
          ...createFaceOffice(shown),
          innersource: createInnerSourceFaceApi(shown),
        },
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
