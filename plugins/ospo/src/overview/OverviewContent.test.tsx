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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aBasis,
  aComponent,
  anOverview,
  aPackage,
  aUsageLicence,
} from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { OverviewContent } from './OverviewContent';

describe('OverviewContent', () => {
  it('says that it is waiting', async () => {
    await renderScreen(<OverviewContent />, { ospo: { getOverview: never } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await renderScreen(<OverviewContent />, {
      ospo: { getOverview: async () => Promise.reject(new Error('away')) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('explains the first steps while no component has an SBOM', async () => {
    await renderScreen(<OverviewContent />, {
      ospo: {
        getOverview: async () =>
          anOverview({ basis: aBasis({ componentsWithSbom: 0 }) }),
      },
    });
    expect(
      await screen.findByText('No SBOM has arrived yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show components without an SBOM' }),
    ).toHaveAttribute('href', '/ospo/open-source/components?sbomState=none');
  });

  it('says of each number what it counts, what is unknown, and leads to the rows', async () => {
    await renderScreen(<OverviewContent />, {
      ospo: { getOverview: async () => anOverview() },
    });
    const totals = await screen.findByRole('region', { name: 'What we use' });
    expect(
      within(totals).getByRole('link', { name: /Packages\s*2,920/ }),
    ).toHaveAttribute('href', '/ospo/open-source/packages');
    expect(
      within(totals).getByRole('link', { name: '5,570 relation unknown' }),
    ).toHaveAttribute('href', '/ospo/open-source/packages?relation=unknown');
    expect(
      within(totals).getByRole('link', { name: '8,690 usages unknown' }),
    ).toHaveAttribute(
      'href',
      '/ospo/open-source/components?licenceUnknown=true',
    );
    expect(totals).toHaveTextContent('Of 40 components, 31 have an SBOM');
  });

  it.each([
    ['No owner', 'ownerState=none'],
    ['Owner is not in the catalog', 'ownerState=missing'],
    ['No SBOM', 'sbomState=none'],
    ['SBOM failed', 'sbomState=failed'],
    ['SBOM out of date', 'sbomState=stale'],
    ['Packages with unknown licence', 'licenceUnknown=true'],
  ])('leads from "%s" to the components concerned', async (name, query) => {
    await renderScreen(<OverviewContent />, {
      ospo: { getOverview: async () => anOverview() },
    });
    expect(await screen.findByRole('link', { name })).toHaveAttribute(
      'href',
      `/ospo/open-source/components?${query}`,
    );
  });

  it('shows a chart, and its table on demand', async () => {
    await renderScreen(<OverviewContent />, {
      ospo: { getOverview: async () => anOverview() },
    });
    const panel = await screen.findByRole('region', {
      name: 'Licences by usage',
    });
    expect(
      await within(panel).findByRole('list', { name: 'Licences by usage' }),
    ).toHaveTextContent('MIT');
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(panel).getByRole('row', { name: /MIT 7 5 9/ }),
    ).toBeInTheDocument();
  });

  it('tells the trend in words, and leaves out what is not known of it', async () => {
    await renderScreen(<OverviewContent />, {
      ospo: { getOverview: async () => anOverview() },
    });
    expect(
      await screen.findByRole('img', {
        name: 'Usages: 1,200, +300 since Nov 1, 2026',
      }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('img', { name: /Components with an SBOM/ }),
    ).not.toBeInTheDocument();
  });

  it('finds as one types, keeps the question in the address, and walks with arrows', async () => {
    const search = jest.fn().mockResolvedValue({
      packages: [aPackage()],
      licences: [aUsageLicence()],
      components: [aComponent()],
      basis: aBasis(),
    });
    await renderScreen(<OverviewContent />, {
      ospo: { getOverview: async () => anOverview(), search },
    });
    const box = await screen.findByRole('searchbox');
    await userEvent.type(box, 'lod');
    expect(await screen.findByText('/?q=lod')).toBeInTheDocument();
    expect(await screen.findByText('3 results')).toBeInTheDocument();
    const found = screen.getByRole('link', { name: 'lodash' });
    expect(search).toHaveBeenLastCalledWith({ q: 'lod' }, expect.anything());
    box.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(found).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'MIT' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(box).toHaveFocus();
  });

  it('says when nothing was found, with what was asked as text', async () => {
    await renderScreen(<OverviewContent />, {
      ospo: {
        search: async () => ({
          packages: [],
          licences: [],
          components: [],
          basis: aBasis(),
        }),
      },
      path: `/?q=${encodeURIComponent('<b>{{count}} $t(page.title)')}`,
    });
    expect(
      await screen.findByText(
        'Nothing found for "<b>{{count}} $t(page.title)"',
      ),
    ).toBeInTheDocument();
  });

  it('names the words that nothing was found for while others are looked up', async () => {
    const nothing = {
      packages: [],
      licences: [],
      components: [],
      basis: aBasis(),
    };
    await renderScreen(<OverviewContent />, {
      ospo: {
        getOverview: async () => anOverview(),
        search: async ({ q }) => (q === 'first' ? nothing : never()),
      },
    });
    const box = await screen.findByRole('searchbox');
    await userEvent.type(box, 'first');
    expect(
      await screen.findByText('Nothing found for "first"'),
    ).toBeInTheDocument();
    await userEvent.type(box, 's');
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('q=firsts'),
    );
    expect(screen.getByText('Nothing found for "first"')).toBeInTheDocument();
  });
});
