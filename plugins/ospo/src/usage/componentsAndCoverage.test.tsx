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
import { UsageCoverage } from '@ospo-suite/backstage-plugin-ospo-common';
import { aBasis, aComponent, aPage } from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { ComponentsView } from './ComponentsView';
import { CoverageView } from './CoverageView';

const coverage: UsageCoverage = {
  total: { components: 10, current: 6, stale: 1, failed: 1, none: 2 },
  ages: { under30Days: 5, under90Days: 1, under365Days: 1, older: 0 },
  owners: [
    {
      value: 'group:default/team-a',
      state: 'present',
      components: 8,
      current: 6,
      stale: 1,
      failed: 0,
      none: 1,
    },
    {
      value: 'group:default/gone',
      state: 'missing',
      components: 2,
      current: 0,
      stale: 0,
      failed: 1,
      none: 1,
    },
  ],
  systems: [],
  types: [
    {
      value: 'service',
      state: 'present',
      components: 10,
      current: 6,
      stale: 1,
      failed: 1,
      none: 2,
    },
  ],
  lifecycles: [],
  basis: aBasis(),
};

describe('ComponentsView', () => {
  it('says that it is waiting', async () => {
    await renderScreen(<ComponentsView />, { ospo: { listComponents: never } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await renderScreen(<ComponentsView />, {
      ospo: { listComponents: () => Promise.reject(new Error('away')) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('says where components come from when there are none', async () => {
    await renderScreen(<ComponentsView />, {
      ospo: { listComponents: async () => aPage([]) },
    });
    expect(
      await screen.findByText('The catalog has no components yet'),
    ).toBeInTheDocument();
  });

  it('writes unknown, not zero, for a component without SBOM', async () => {
    await renderScreen(<ComponentsView />, {
      ospo: {
        listComponents: async () =>
          aPage([
            aComponent({
              sbomState: 'none',
              counts: undefined,
              lastSbomAt: undefined,
            }),
          ]),
      },
    });
    const row = await screen.findByRole('row', { name: /Permits/ });
    expect(within(row).getAllByText('unknown')).toHaveLength(2);
    expect(row).not.toHaveTextContent('0');
  });

  it('asks for the states that the address names', async () => {
    const listComponents = jest.fn().mockResolvedValue(aPage([aComponent()]));
    await renderScreen(<ComponentsView />, {
      ospo: { listComponents },
      path: '/?sbomState=failed&sbomState=none&licenceUnknown=true&ownerState=x',
    });
    await screen.findByRole('row', { name: /Permits/ });
    expect(listComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({
        sbomState: ['failed', 'none'],
        licenceUnknown: true,
        ownerState: undefined,
      }),
      expect.anything(),
    );
  });
});

describe('CoverageView', () => {
  it('says that it is waiting', async () => {
    await renderScreen(<CoverageView />, { ospo: { getCoverage: never } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await renderScreen(<CoverageView />, {
      ospo: { getCoverage: () => Promise.reject(new Error('away')) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('says where components come from when there are none', async () => {
    const none = { components: 0, current: 0, stale: 0, failed: 0, none: 0 };
    await renderScreen(<CoverageView />, {
      ospo: { getCoverage: async () => ({ ...coverage, total: none }) },
    });
    expect(
      await screen.findByText('The catalog has no components yet'),
    ).toBeInTheDocument();
  });

  it('leads from a group and its numbers to the components', async () => {
    await renderScreen(<CoverageView />, {
      ospo: { getCoverage: async () => coverage },
    });
    const row = await screen.findByRole('row', { name: /team-a/ });
    expect(within(row).getByRole('link', { name: 'team-a' })).toHaveAttribute(
      'href',
      '/ospo/open-source/components?owner=group%3Adefault%2Fteam-a',
    );
    expect(within(row).getByRole('link', { name: '6' })).toHaveAttribute(
      'href',
      '/ospo/open-source/components?owner=group%3Adefault%2Fteam-a&sbomState=current',
    );
    expect(row).toHaveTextContent('87.5%');
  });

  it('shows who never appears', async () => {
    await renderScreen(<CoverageView />, {
      ospo: { getCoverage: async () => coverage },
    });
    expect(
      await screen.findByText('1 group has no SBOM at all.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Only groups without any SBOM' }),
    );
    expect(await screen.findByText('/?never=true')).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /team-a/ })).toBeNull();
    expect(screen.getByRole('row', { name: /gone/ })).toHaveTextContent(
      'not in the catalog',
    );
  });

  it('groups by what the address says', async () => {
    await renderScreen(<CoverageView />, {
      ospo: { getCoverage: async () => coverage },
      path: '/?by=type',
    });
    expect(
      await screen.findByRole('link', { name: 'service' }),
    ).toHaveAttribute('href', '/ospo/open-source/components?type=service');
  });
});
