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

/* eslint-disable no-script-url -- such addresses are what is tested here */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aLicence, aPackage, aPage } from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { PackagesView } from './PackagesView';

const address = () => screen.getByRole('status', { name: 'address' });

describe('PackagesView', () => {
  it('says that it is waiting', async () => {
    await renderScreen(<PackagesView />, { ospo: { listPackages: never } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed, and loads again on demand', async () => {
    const listPackages = jest
      .fn()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue(aPage([aPackage()]));
    await renderScreen(<PackagesView />, { ospo: { listPackages } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'lodash' }),
    ).toBeInTheDocument();
  });

  it('explains how to send a first SBOM when there is nothing', async () => {
    await renderScreen(<PackagesView />, {
      ospo: { listPackages: async () => aPage([]) },
    });
    expect(
      await screen.findByText('No SBOM has arrived yet'),
    ).toBeInTheDocument();
    expect(await screen.findByText(/curl --fail/)).toHaveTextContent(
      '/components/component/default/my-component/sboms',
    );
  });

  it('does not call a list empty that a person has narrowed', async () => {
    await renderScreen(<PackagesView />, {
      ospo: { listPackages: async () => aPage([]) },
      path: '/?q=zzz',
    });
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  });

  it('shows each package with its numbers and a link to its page', async () => {
    await renderScreen(<PackagesView />, {
      ospo: {
        listPackages: async () =>
          aPage([
            aPackage({
              key: 'pkg:npm/%40scope/name',
              namespace: '@scope',
              name: 'name',
              components: 1234,
            }),
          ]),
      },
    });
    const row = await screen.findByRole('row', { name: /@scope\/name/ });
    expect(
      within(row).getByRole('link', { name: '@scope/name' }),
    ).toHaveAttribute(
      'href',
      '/ospo/open-source/packages/pkg%3Anpm/%2540scope/name',
    );
    expect(row).toHaveTextContent('1,234');
    expect(
      screen.getByText(/Of 40 components, 31 have an SBOM/),
    ).toBeInTheDocument();
  });

  it('asks what the address says, and only words that exist', async () => {
    const listPackages = jest.fn().mockResolvedValue(aPage([aPackage()]));
    await renderScreen(<PackagesView />, {
      ospo: { listPackages },
      path: '/?q=lod&ecosystem=npm&relation=direct&relation=sideways&sort=name',
    });
    await screen.findByRole('link', { name: 'lodash' });
    expect(listPackages).toHaveBeenLastCalledWith(
      expect.objectContaining({
        q: 'lod',
        ecosystem: ['npm'],
        relation: ['direct'],
        sort: 'name',
      }),
      expect.anything(),
    );
  });

  it('writes what is typed into the address when typing pauses', async () => {
    const listPackages = jest.fn().mockResolvedValue(aPage([aPackage()]));
    await renderScreen(<PackagesView />, {
      ospo: { listPackages },
      path: '/?cursor=abc&page=3',
    });
    await userEvent.type(await screen.findByRole('searchbox'), 'jackson');
    expect(await screen.findByText('/?q=jackson')).toBe(address());
    expect(listPackages).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'jackson', cursor: undefined }),
      expect.anything(),
    );
  });

  it('writes a chosen filter into the address and takes it out again', async () => {
    await renderScreen(<PackagesView />, {
      ospo: { listPackages: async () => aPage([aPackage()]) },
    });
    await screen.findByRole('link', { name: 'lodash' });
    await userEvent.click(screen.getByRole('button', { name: /Relation/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'direct' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('/?relation=direct')).toBe(address());
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(address()).toHaveTextContent('/');
    expect(address()).not.toHaveTextContent('relation');
  });

  it('walks to the next page and back', async () => {
    const listPackages = jest.fn(async (query: { cursor?: string }) =>
      query.cursor === 'two'
        ? aPage([aPackage({ name: 'second' })])
        : aPage([aPackage({ name: 'first' })], { nextCursor: 'two' }),
    );
    await renderScreen(<PackagesView />, { ospo: { listPackages } });
    await screen.findByRole('link', { name: 'first' });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByRole('link', { name: 'second' })).toBeVisible();
    expect(address()).toHaveTextContent('/?cursor=two&page=2');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByRole('link', { name: 'first' })).toBeVisible();
  });

  it('offers the first page to those who came by a link to a later one', async () => {
    await renderScreen(<PackagesView />, {
      ospo: { listPackages: async () => aPage([aPackage()]) },
      path: '/?cursor=two&page=2',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'First page' }),
    );
    expect(address()).not.toHaveTextContent('cursor');
  });

  it('never claims more rows than were counted', async () => {
    await renderScreen(<PackagesView />, {
      ospo: {
        listPackages: async () =>
          aPage([aPackage()], { total: { value: 10_000, bounded: true } }),
      },
    });
    expect(await screen.findByText('At least 10,000 rows')).toBeInTheDocument();
  });

  it('shows strings of an attacker as text, and links only into the portal', async () => {
    const alert = jest.spyOn(window, 'alert').mockImplementation(() => {});
    const hostile = '"><img src=x onerror=alert(1)>';
    const { container } = await renderScreen(<PackagesView />, {
      ospo: {
        listPackages: async () =>
          aPage([
            aPackage({
              key: 'pkg:npm/../../..//evil.example/%00',
              name: hostile,
              ecosystem: '{{count}} $t(page.title)',
              licences: [
                aLicence({
                  key: 'text:javascript:alert(1)',
                  status: 'text',
                  expression: undefined,
                  raw: 'javascript:alert(1)',
                }),
              ],
            }),
          ]),
      },
    });
    expect(await screen.findByRole('link', { name: hostile })).toBeVisible();
    expect(screen.getByText('{{count}} $t(page.title)')).toBeVisible();
    for (const link of container.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^\/(?!\/)/);
    }
    expect(container.querySelector('img')).toBeNull();
    expect(alert).not.toHaveBeenCalled();
  });

  it('speaks Swedish, numbers included', async () => {
    await renderScreen(<PackagesView />, {
      ospo: {
        listPackages: async () => aPage([aPackage({ components: 12345 })]),
      },
      language: 'sv',
    });
    const row = await screen.findByRole('row', { name: /lodash/ });
    expect(row).toHaveTextContent(/12\s345/);
    expect(
      screen.getByRole('columnheader', { name: 'Licenser' }),
    ).toBeVisible();
    expect(screen.getByText('1 rad')).toBeInTheDocument();
  });
});
