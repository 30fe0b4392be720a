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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aProject,
  innerSource,
  someSources,
} from '../__testUtils__/projectBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ForMeView } from './ForMeView';
import { OverlapView } from './OverlapView';
import { SourcesView } from './SourcesView';

describe('whether something exists already', () => {
  it('shows what may be it, with the reason and the way there', async () => {
    const findOverlap = jest.fn(async () => ({
      items: [
        {
          kind: 'project' as const,
          ref: 'component:default/basket',
          title: 'Basket',
          ownerRef: 'group:default/long-gone',
          ownerState: 'missing' as const,
          reasons: [{ code: 'words' as const, detail: 'basket, count' }],
          weight: 1,
        },
        {
          kind: 'package' as const,
          ref: 'pkg:npm/basket',
          title: 'basket',
          reasons: [
            { code: 'used-package' as const, detail: 'basket', components: 12 },
          ],
          weight: 0.4,
        },
        {
          kind: 'entity' as const,
          ref: 'api:default/baskets',
          title: 'Baskets',
          ownerState: 'none' as const,
          reasons: [
            {
              code: 'packages' as const,
              detail: 'react, vite',
              packages: { shared: 2, compared: 40 },
            },
          ],
          weight: 0.2,
        },
      ],
    }));
    await renderScreen(<OverlapView />, {
      ospo: innerSource({ findOverlap }),
    });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'What should it do?' }),
      'count baskets',
    );
    expect(
      await screen.findByText('Shares the words basket, count'),
    ).toBeInTheDocument();
    expect(findOverlap).toHaveBeenLastCalledWith(
      { q: 'count baskets', entityRef: undefined },
      expect.anything(),
    );
    const address = (name: string) =>
      screen.getByRole('link', { name }).getAttribute('href');
    expect(address('Basket')).toBe(
      '/ospo/inner-source/projects/default/component/basket',
    );
    expect(address('basket')).toBe(
      '/ospo/open-source/packages/pkg%3Anpm/basket',
    );
    expect(address('Baskets')).toBe('/catalog/default/api/baskets');
    expect(screen.getByText('Used in 12 components')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Has 2 of 40 packages that few use, such as react, vite',
      ),
    ).toBeInTheDocument();
    const [basket, pkg, baskets] = screen.getAllByRole('listitem');
    expect(basket).toHaveTextContent(/long-gone.*owner not in the catalog/);
    expect(pkg).not.toHaveTextContent(/owner/i);
    expect(baskets).toHaveTextContent('No owner');
  });

  it('compares with a component that the address names', async () => {
    const findOverlap = jest.fn(async () => ({ items: [] }));
    await renderScreen(<OverlapView />, {
      ospo: innerSource({ findOverlap }),
      path: '/?entity=component%3Adefault%2Fshop',
    });
    expect(await screen.findByText('Nothing like it was found')).toBeVisible();
    expect(findOverlap).toHaveBeenCalledWith(
      { q: undefined, entityRef: 'component:default/shop' },
      expect.anything(),
    );
  });

  it('asks nothing before anything was said', async () => {
    const findOverlap = jest.fn();
    await renderScreen(<OverlapView />, { ospo: innerSource({ findOverlap }) });
    expect(
      await screen.findByText('Write a few words, or name a component.'),
    ).toBeInTheDocument();
    expect(findOverlap).not.toHaveBeenCalled();
  });
});

describe('projects for me', () => {
  it('gives each its reason', async () => {
    await renderScreen(<ForMeView />, {
      ospo: innerSource({
        getSuggestions: async () => ({
          optedIn: true,
          items: [
            {
              project: aProject(),
              skills: ['react', 'payments'],
              contributions: ['documentation'],
            },
          ],
        }),
      }),
    });
    expect(
      await screen.findByText(
        'It asks for react and payments, which you listed. Help wanted with documentation.',
      ),
    ).toBeInTheDocument();
  });

  it('leads to the profile of whoever has listed no skills', async () => {
    await renderScreen(<ForMeView />, {
      ospo: innerSource({
        getSuggestions: async () => ({ optedIn: false, items: [] }),
      }),
    });
    expect(
      await screen.findByText('You have not listed any skills'),
    ).toBeInTheDocument();
    for (const link of screen.getAllByRole('link', { name: 'To my profile' })) {
      expect(link).toHaveAttribute('href', '/ospo/competencies/profile');
    }
  });
});

describe('the sources', () => {
  it('show what each host was asked, and what it refused', async () => {
    await renderScreen(<SourcesView />, {
      ospo: innerSource({
        getSignalsOverview: async () =>
          someSources({
            hosts: [
              {
                host: 'git.example.org',
                source: 'gitlab',
                projects: 12,
                budget: { used: 40, limit: 600 },
                blockedUntil: '2026-11-25T09:00:00.000Z',
                lastError: {
                  at: '2026-11-25T08:00:00.000Z',
                  message: '429 Too Many Requests',
                },
              },
            ],
          }),
      }),
    });
    const row = await screen.findByRole('row', { name: /git\.example\.org/ });
    expect(within(row).getByText(/40 of 600/)).toHaveTextContent(
      'The host asked for a pause until',
    );
    expect(row).toHaveTextContent('git.example.orgGitLab');
    expect(row).toHaveTextContent('429 Too Many Requests');
  });
});
