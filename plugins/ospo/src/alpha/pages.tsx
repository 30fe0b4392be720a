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
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/**
 * The page keeps what the blueprint offers, tabs as sub-pages that anybody can add, and draws the header itself: the
 * titles of sub-pages are plain text to the framework, and a reader's language is not known before the page opens.
 */
export const ospoPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs }) {
    const tabs = inputs.pages.map(page => ({
      path: page.get(coreExtensionData.routePath),
      title: page.get(coreExtensionData.title),
      element: page.get(coreExtensionData.reactElement),
    }));
    return originalFactory({
      path: '/ospo',
      routeRef: rootRouteRef,
      noHeader: true,
      loader: () =>
        import('./TabbedPage').then(m => <m.TabbedPage tabs={tabs} />),
    });
  },
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

export const competenciesSubPage = SubPageBlueprint.make({
  name: 'competencies',
  params: {
    path: 'competencies',
    title: 'Competencies',
    loader: () =>
      import('../competencies/CompetenciesContent').then(m => (
        <m.CompetenciesContent />
      )),
  },
});

export const innerSourceSubPage = SubPageBlueprint.make({
  name: 'inner-source',
  params: {
    path: 'inner-source',
    title: 'Inner source',
    loader: () =>
      import('../innersource/InnerSourceContent').then(m => (
        <m.InnerSourceContent />
      )),
  },
});

export const requestsSubPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    loader: () =>
      import('../requests/RequestsContent').then(m => <m.RequestsContent />),
  },
});
