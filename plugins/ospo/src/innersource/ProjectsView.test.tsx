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

import { InnerSourceApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aProject,
  aSignal,
  innerSource,
  noFacets,
  someLabels,
  someSources,
  unknownLabel,
} from '../__testUtils__/projectBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ProjectsView } from './ProjectsView';

const quiet = aProject({
  ref: 'component:default/quiet',
  title: 'Quiet',
  lastHumanPush: aSignal<string>(null),
  labels: someLabels({ activity: unknownLabel }),
});
const neglected = aProject({
  ref: 'api:legal/old-api',
  title: 'Old API',
  standing: 'needs-care',
  marks: ['owner-missing'],
  ownerState: 'missing',
  ownerRef: 'group:default/gone',
});
const all = [aProject(), quiet, neglected];

function open(
  answers: Partial<InnerSourceApi> = {},
  options: { path?: string; language?: 'en' | 'sv' } = {},
) {
  return renderScreen(<ProjectsView />, {
    ospo: innerSource({
      listProjects: async () => ({ items: all }),
      ...answers,
    }),
    ...options,
  });
}

function asking() {
  return jest.fn<
    ReturnType<InnerSourceApi['listProjects']>,
    Parameters<InnerSourceApi['listProjects']>
  >(async () => ({ items: all, total: { value: 3, bounded: false } }));
}

describe('the list of projects', () => {
  it('stands under headings, with what is not known in a place of its own', async () => {
    await open();
    const ready = await screen.findByRole('list', {
      name: 'Open to others',
    });
    expect(within(ready).getByRole('link', { name: 'Basket' })).toHaveAttribute(
      'href',
      '/ospo/inner-source/projects/default/component/basket',
    );
    expect(within(ready).queryByText('Quiet')).toBeNull();
    expect(
      within(
        screen.getByRole('list', {
          name: 'Open to others, Activity unknown',
        }),
      ).getByRole('link', { name: 'Quiet' }),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Needs care' })).getByText(
        'owner not in the catalog',
      ),
    ).toBeInTheDocument();
  });

  it('says once that the order is known of none', async () => {
    await open({ listProjects: async () => ({ items: [quiet] }) });
    expect(
      await screen.findByText(
        '1 project · Activity unknown, so they are sorted by name',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Activity unknown' }),
    ).toBeNull();
    expect(
      screen.getByRole('list', { name: 'Open to others' }),
    ).toHaveTextContent('Quiet');
  });

  it('tells labels in quarters and says of how many, and unknown where nothing is known', async () => {
    await open();
    expect(
      (await screen.findAllByText('Activity: top quarter'))[0],
    ).toHaveAttribute('title', 'At least as much as 91% of 42 projects.');
    // Cards show what speaks for a project; a table compares.
    expect(screen.queryByText(/Reach: last quarter/)).toBeNull();
    expect(screen.getByText('Unknown: activity')).toHaveAttribute(
      'title',
      'Too little is known to compare it.',
    );
  });

  it('shows a table by the address, and the switch changes the address', async () => {
    await open({}, { path: '/?view=table&skill=react' });
    const row = await screen.findByRole('row', { name: /Quiet/ });
    expect(within(row).getAllByText('unknown').length).toBe(2);
    await userEvent.click(screen.getByRole('radio', { name: 'Cards' }));
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        '/?skill=react',
      ),
    );
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('asks with each key, and with the filters of the address', async () => {
    const listProjects = asking();
    await open(
      { listProjects },
      { path: '/?skill=react&activity=top&activity=x' },
    );
    await userEvent.type(await screen.findByRole('searchbox'), 'ba');
    await waitFor(() =>
      expect(listProjects.mock.lastCall?.[0]).toMatchObject({
        q: 'ba',
        skill: ['react'],
        activity: ['top'],
        sort: 'relevance',
      }),
    );
    expect(
      listProjects.mock.calls.some(([question]) => question.q === 'b'),
    ).toBe(true);
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('q=ba'),
    );
  });

  it('offers what there is, with how many, and keeps the choice in the address', async () => {
    const listProjects = asking();
    await open({
      listProjects,
      getProjectFacets: async () => ({
        ...noFacets,
        language: [{ value: 'Rust', count: 2 }],
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Language/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Rust (2)' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        '/?language=Rust',
      ),
    );
    expect(listProjects.mock.lastCall?.[0]).toMatchObject({
      language: ['Rust'],
    });
  });

  it('still lists when the facets cannot be told', async () => {
    await open({
      getProjectFacets: async () => {
        throw new Error('away');
      },
    });
    expect(await screen.findByRole('link', { name: 'Basket' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says when nothing matches, without telling how to begin', async () => {
    await open(
      { listProjects: async () => ({ items: [] }) },
      { path: '/?q=x' },
    );
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  });

  it('tells how to list the first project, ready to copy', async () => {
    await open({ listProjects: async () => ({ items: [] }) });
    expect(
      await screen.findByText(/ospo\/inner-source: 'true'/),
    ).toBeInTheDocument();
  });

  it('says that nothing tells of activity, and how to change that', async () => {
    await open({
      getSignalsOverview: async () => someSources({ connected: false }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'How to connect one' }),
    );
    expect(
      screen.getByText(/backstage-plugin-ospo-backend-module-gitlab/),
    ).toBeVisible();
    expect(screen.getByText(/innersource\/signals/)).toBeVisible();
  });

  it('saves filters under a name, and brings them back', async () => {
    await open({}, { path: '/?skill=react&cursor=abc&page=2' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Saved filters' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name' }),
      'Mine',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Save what is chosen now' }),
    );
    expect(await screen.findByRole('link', { name: 'Mine' })).toHaveAttribute(
      'href',
      '/ospo/inner-source/projects?skill=react',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove Mine' }));
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Mine' })).toBeNull(),
    );
  });

  it('speaks Swedish', async () => {
    await open({}, { language: 'sv' });
    expect(
      await screen.findByRole('heading', { name: 'Inner source-projekt' }),
    ).toBeInTheDocument();
    expect(
      await screen.findAllByText('Aktivitet: främsta fjärdedelen'),
    ).toHaveLength(2);
  });
});
