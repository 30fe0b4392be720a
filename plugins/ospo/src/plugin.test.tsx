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
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  aComponentDetail,
  anOverview,
  aPackage,
  aPage,
} from './__testUtils__/builders';
import { aCompetencyDetail, office } from './__testUtils__/officeBuilders';
import {
  aProject,
  aProjectDetail,
  innerSource,
} from './__testUtils__/projectBuilders';
import {
  EntityOspoCard,
  EntityOspoCompetencyCard,
  EntityOspoContent,
  EntityOspoInnerSourceCard,
  EntityOspoInnerSourceContent,
  EntityOspoRequestsContent,
  EntityOspoWhoCanHelpCard,
  InnerSourceExploreContent,
  OspoInnerSourceForMeCard,
  OspoMyComponentsCard,
  OspoPage,
  ospoPlugin,
  OspoWaitingCard,
} from './plugin';
import { rootRouteRef } from './routes';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'permits', namespace: 'default' },
};

const ospo = {
  ...innerSource({
    listProjects: async () => ({ items: [aProject()] }),
    getProject: async () => aProjectDetail(),
    getSuggestions: async () => ({ optedIn: false, items: [] }),
  }),
  ...office({
    competencies: {
      whoCanHelp: async () => ({ trustedCommitters: [], suggestions: [] }),
      getCompetency: async () => aCompetencyDetail(),
    },
    requests: {
      listRequests: async () => ({ items: [] }),
      listPrecedents: async () => ({ items: [] }),
    },
  }),
  getOverview: async () => anOverview(),
  getFacets: async () => ({
    ecosystems: [],
    owners: [],
    systems: [],
    lifecycles: [],
    types: [],
  }),
  listLicences: async () => aPage([]),
  listPackages: async () => aPage([aPackage()]),
  listComponentPackages: async () => aPage([]),
  listComponents: async () => aPage([]),
  getComponent: async () => aComponentDetail(),
};

function open(element: React.ReactElement, path: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [ospoApiRef, ospo],
        [toastApiRef, { post: jest.fn() }],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/other': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('the plugin in the legacy frontend system', () => {
  it('is called ospo', () => {
    expect(ospoPlugin.getId()).toBe('ospo');
  });

  it.each([
    ['/ospo', 'What we use'],
    ['/ospo/open-source/packages', 'Packages'],
    ['/ospo/competencies', 'Competencies'],
    ['/ospo/requests', 'Ask the office'],
    ['/ospo/inner-source', 'Inner source projects'],
  ])('opens the page at %s', async (path, heading) => {
    await open(
      <Routes>
        <Route path="/ospo/*" element={<OspoPage />} />
      </Routes>,
      path,
    );
    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Open source program office' }),
    ).toBeInTheDocument();
  });

  it('opens the entity tab', async () => {
    await open(
      <Routes>
        <Route path="/tab" element={<EntityOspoContent />} />
      </Routes>,
      '/tab',
    );
    expect(
      await screen.findByText('The SBOM is up to date.', { exact: false }),
    ).toBeInTheDocument();
  });

  it('shows the entity card', async () => {
    await open(<EntityOspoCard />, '/');
    expect(await screen.findByText('71')).toBeInTheDocument();
  });

  it.each([
    ['who can help', <EntityOspoWhoCanHelpCard />, 'Who can help'],
    ['a competency', <EntityOspoCompetencyCard />, 'Who provides it'],
    [
      'requests',
      <EntityOspoRequestsContent />,
      'Nobody has asked about this yet',
    ],
    ['what waits', <OspoWaitingCard />, 'Waiting for me at the office'],
    ['inner source', <EntityOspoInnerSourceCard />, 'See how to take part'],
    ['a project', <EntityOspoInnerSourceContent />, 'Readiness'],
    ['projects for me', <OspoInnerSourceForMeCard />, 'Inner source for me'],
    [
      'the Explore page',
      <InnerSourceExploreContent />,
      'Inner source projects',
    ],
  ])('shows the card of %s', async (_name, card, text) => {
    await open(card, '/');
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('shows the home page card', async () => {
    await open(<OspoMyComponentsCard />, '/');
    expect(
      await screen.findByText('Open source in my components'),
    ).toBeInTheDocument();
  });
});
