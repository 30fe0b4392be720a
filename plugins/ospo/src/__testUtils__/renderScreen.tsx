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

import { ReactElement } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { OspoApi, ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { act, RenderResult } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { aPage } from './builders';
import { office } from './officeBuilders';

export interface RenderScreenOptions {
  ospo: Partial<OspoApi>;
  /** Where the screen is opened, with its query. */
  path?: string;
  language?: 'en' | 'sv';
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** Renders a screen as the app does, with the address shown so that a test can read it. */
export async function renderScreen(
  screen: ReactElement,
  options: RenderScreenOptions,
) {
  const { ospo, path = '/', language = 'en' } = options;
  const answers: Partial<OspoApi> = {
    ...office({}),
    getFacets: async () => ({
      ecosystems: [
        { value: 'npm', packages: 3 },
        { value: 'maven', packages: 2 },
      ],
      owners: [
        { value: 'group:default/team-a', title: 'Team A', components: 2 },
      ],
      systems: [],
      lifecycles: [],
      types: [],
    }),
    listLicences: async () => aPage([]),
    ...ospo,
  };
  // The app remembers the language of the test before.
  window.localStorage.clear();
  let rendered: RenderResult | undefined;
  // Answers that are there at once are shown before the test goes on.
  await act(async () => {
    rendered = renderInTestApp(
      <>
        <Address />
        {screen}
      </>,
      {
        apis: [[ospoApiRef, answers], catalogApiMock()],
        config: {
          backend: { baseUrl: 'http://localhost:7007' },
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [
              {
                'api:app/app-language': {
                  config: {
                    defaultLanguage: language,
                    availableLanguages: ['en', 'sv'],
                  },
                },
              },
            ],
          },
        },
        mountedRoutes: {
          '/ospo': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: [path],
      },
    );
  });
  if (!rendered) {
    throw new Error('Nothing was rendered');
  }
  return rendered;
}

/** Never answers, so that the waiting face stays. */
export function never(): Promise<never> {
  return new Promise(() => {});
}
