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

import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aBasis,
  aComponentDetail,
  anOverview,
  aPackage,
  aPackageDetail,
  aPackageUsage,
  aPage,
} from '../__testUtils__/builders';
import {
  aCompetencyDetail,
  aRequest,
  office,
} from '../__testUtils__/officeBuilders';
import {
  aProject,
  aProjectDetail,
  innerSource,
} from '../__testUtils__/projectBuilders';
import { ospoPlugin } from './plugin';

const ospo = {
  ...innerSource({
    listProjects: async () => ({ items: [aProject()] }),
    getProject: jest.fn(async () => aProjectDetail()),
  }),
  ...office({
    competencies: {
      whoCanHelp: async () => ({ trustedCommitters: [], suggestions: [] }),
      // Without entities to link to: the catalog's pages are not part of this app.
      getCompetency: async () =>
        aCompetencyDetail({
          providers: [],
          ownerRef: undefined,
          ownerState: 'none',
        }),
    },
    requests: {
      listRequests: async () => ({ items: [aRequest()] }),
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
  getPackage: jest.fn(async (query: { purl: string }) =>
    aPackageDetail({ key: query.purl }),
  ),
  listPackageUsages: async () => aPage([aPackageUsage()]),
  getComponent: async () => aComponentDetail(),
  search: async () => ({
    packages: [],
    licences: [],
    components: [],
    basis: aBasis(),
  }),
};

function open(path: string) {
  renderTestApp({
    features: [ospoPlugin],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[ospoApiRef, ospo], catalogApiMock()],
  });
}

afterEach(() => window.localStorage.clear());

describe('the plugin in the new frontend system', () => {
  it('opens the overview, with the other tabs beside it', async () => {
    open('/ospo');
    await waitFor(() =>
      expect(
        within(screen.getByRole('main')).getByRole('heading', {
          name: 'What we use',
        }),
      ).toBeInTheDocument(),
    );
    expect(screen.getByRole('tab', { name: 'Open source' })).toHaveAttribute(
      'href',
      '/ospo/open-source',
    );
  });

  it('names its tabs in the language of the reader', async () => {
    renderTestApp({
      features: [ospoPlugin],
      initialRouteEntries: ['/ospo'],
      apis: [[ospoApiRef, ospo], catalogApiMock()],
      config: {
        backend: { baseUrl: 'http://localhost:7007' },
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: 'sv',
                  availableLanguages: ['en', 'sv'],
                },
              },
            },
          ],
        },
      },
    });
    expect(
      await screen.findByRole('tab', { name: 'Öppen källkod' }),
    ).toHaveAttribute('href', '/ospo/open-source');
  });

  it('opens the packages on the tab Open source', async () => {
    open('/ospo/open-source');
    expect(
      await screen.findByRole('heading', { name: 'Packages' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Packages' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  it('leaves a reader in the search box while the address follows what they type', async () => {
    open('/ospo/overview');
    const box = await screen.findByRole('searchbox', {
      name: 'Search packages, licences and components',
    });
    await userEvent.type(box, 'lodash');
    expect(await screen.findByText(/Nothing found/)).toBeInTheDocument();
    expect(box).toHaveFocus();
  });

  it.each([
    ['pkg%3Anpm/%2540scope/name', 'pkg:npm/%40scope/name'],
    ['weak%3Alibrary%2F%2Fname', 'weak:library//name'],
  ])('opens the page of a package by the address %s', async (path, purl) => {
    open(`/ospo/open-source/packages/${path}`);
    expect(
      await screen.findByRole('heading', { name: 'Who uses it' }),
    ).toBeInTheDocument();
    expect(ospo.getPackage).toHaveBeenLastCalledWith(
      { purl },
      expect.anything(),
    );
  });

  it.each([
    ['/ospo/competencies', 'Find help', 'Competencies'],
    [
      '/ospo/competencies/default/export-control',
      'Find help',
      'Who provides it',
    ],
    ['/ospo/requests', 'Ask', 'Ask the office'],
    ['/ospo/requests/mine', 'Mine', 'My requests'],
  ])('opens the office at %s', async (path, view, heading) => {
    open(path);
    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
    // The layout is drawn again once it has loaded.
    await waitFor(() =>
      expect(
        screen.getByRole('link', { name: new RegExp(`^${view}`) }),
      ).toBeInTheDocument(),
    );
  });

  it('opens inner source, and a project by its address', async () => {
    open('/ospo/inner-source');
    expect(await screen.findByRole('link', { name: 'Basket' })).toHaveAttribute(
      'href',
      '/ospo/inner-source/projects/default/component/basket',
    );
    await userEvent.click(screen.getByRole('link', { name: 'Basket' }));
    expect(
      await screen.findByText('One basket instead of seven.'),
    ).toBeInTheDocument();
    expect(ospo.innersource?.getProject).toHaveBeenLastCalledWith(
      { ref: 'component:default/basket' },
      expect.anything(),
    );
  });

  it.each([
    ['shows the card on an entity that is open for others', ['inner-source']],
    ['shows no card on others', []],
  ])('%s', async (_name, tags) => {
    renderTestApp({
      features: [ospoPlugin],
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'permits', namespace: 'default', tags },
          },
        }),
      ],
      initialRouteEntries: ['/'],
      apis: [[ospoApiRef, ospo], catalogApiMock()],
    });
    expect(await screen.findByText('Who can help')).toBeInTheDocument();
    // The cards come one after the other.
    await waitFor(() =>
      expect(screen.queryAllByText('See how to take part')).toHaveLength(
        tags.length,
      ),
    );
  });

  it('shows who can help on a component, and who provides a competency on its page', async () => {
    for (const [kind, heading] of [
      ['Component', 'Who can help'],
      ['Competency', 'Who provides it'],
    ]) {
      const { unmount } = renderTestApp({
        features: [ospoPlugin],
        extensions: [
          createTestEntityPage({
            entity: {
              apiVersion: 'backstage.io/v1alpha1',
              kind,
              metadata: { name: 'permits', namespace: 'default' },
            },
          }),
        ],
        initialRouteEntries: ['/'],
        apis: [[ospoApiRef, ospo], catalogApiMock()],
      });
      expect(await screen.findByText(heading)).toBeInTheDocument();
      unmount();
    }
  });

  it('says so when an address leads nowhere', async () => {
    open('/ospo/open-source/nothing');
    expect(await screen.findByText('Not found')).toBeInTheDocument();
  });

  it('leads back from an address that no tab has', async () => {
    open('/ospo/nothing/at-all');
    expect(await screen.findByText('Not found')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Go to Overview' }),
    ).toHaveAttribute('href', '/ospo/overview');
  });

  it('shows the card on the entity', async () => {
    renderTestApp({
      features: [ospoPlugin],
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'permits', namespace: 'default' },
          },
        }),
      ],
      initialRouteEntries: ['/'],
      apis: [[ospoApiRef, ospo], catalogApiMock()],
    });
    expect(await screen.findByText('Open source')).toBeInTheDocument();
  });
});
