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
import { InnerSourceApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aProjectDetail,
  innerSource,
  someSources,
} from '../__testUtils__/projectBuilders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { ForMeView } from './ForMeView';
import { ForMeWidget } from './ForMeWidget';
import { OverlapView } from './OverlapView';
import { ProjectPage } from './ProjectPage';
import { ProjectsView } from './ProjectsView';
import { SourcesView } from './SourcesView';

interface Case {
  view: ReactElement;
  method: keyof InnerSourceApi;
  nothing: unknown;
  empty: string;
  path?: string;
}

const cases: [string, Case][] = [
  [
    'the list of projects',
    {
      view: <ProjectsView />,
      method: 'listProjects',
      nothing: { items: [] },
      empty: 'No projects are open for others yet',
    },
  ],
  [
    'a project',
    {
      view: <ProjectPage projectRef="component:default/basket" />,
      method: 'getProject',
      nothing: aProjectDetail({ trustedCommitters: [] }),
      empty: 'No trusted committers are named',
    },
  ],
  [
    'projects for me',
    {
      view: <ForMeView />,
      method: 'getSuggestions',
      nothing: { optedIn: true, items: [] },
      empty: 'No project asks for your skills at the moment',
    },
  ],
  [
    'the widget',
    {
      view: <ForMeWidget />,
      method: 'getSuggestions',
      nothing: { optedIn: false, items: [] },
      empty: 'You have not listed any skills',
    },
  ],
  [
    'whether something exists',
    {
      view: <OverlapView />,
      method: 'findOverlap',
      nothing: { items: [] },
      empty: 'Nothing like it was found',
      path: '/?q=basket',
    },
  ],
  [
    'the sources',
    {
      view: <SourcesView />,
      method: 'getSignalsOverview',
      nothing: someSources(),
      empty: 'No host has been asked yet',
    },
  ],
];

describe.each(cases)('%s', (_name, { view, method, nothing, empty, path }) => {
  const open = (answer: unknown) =>
    renderScreen(view, { ospo: innerSource({ [method]: answer }), path });

  it('says that it is waiting', async () => {
    await open(never);
    expect((await screen.findAllByText('Loading')).length).toBeGreaterThan(0);
  });

  it('says what failed, and loads again on demand', async () => {
    let isMended = false;
    await open(async () => {
      if (!isMended) {
        throw new Error('the database is away');
      }
      return nothing;
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the database is away',
    );
    isMended = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(empty)).toBeInTheDocument();
  });

  it('says so when there is nothing', async () => {
    await open(async () => nothing);
    expect(await screen.findByText(empty)).toBeInTheDocument();
  });
});
