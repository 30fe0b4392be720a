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
import {
  aComponent,
  aLicence,
  aPackage,
  aPackageDetail,
  aPackageUsage,
  aPage,
  aUsageLicence,
} from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { LicencePage } from './LicencePage';
import { LicencesView } from './LicencesView';
import { PackagePage } from './PackagePage';

const notFound = () =>
  Promise.reject(Object.assign(new Error('nothing here'), { statusCode: 404 }));

const denied = () =>
  Promise.reject(Object.assign(new Error('no'), { statusCode: 403 }));

describe('PackagePage', () => {
  const page = <PackagePage purl="pkg:npm/lodash" />;

  it('says that it is waiting', async () => {
    await renderScreen(page, { ospo: { getPackage: never } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says that there is no such package to be seen', async () => {
    await renderScreen(page, { ospo: { getPackage: notFound } });
    expect(await screen.findByText('Not found')).toBeInTheDocument();
    expect(
      screen.getByText(/not used by any component that you can see/),
    ).toBeInTheDocument();
    expect(screen.queryByText('nothing here')).not.toBeInTheDocument();
  });

  it('says whom to ask when it may not be seen', async () => {
    await renderScreen(page, { ospo: { getPackage: denied } });
    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
  });

  it('shows who uses it, with the owner one click away', async () => {
    await renderScreen(page, {
      ospo: {
        getPackage: async () => aPackageDetail(),
        listPackageUsages: async () =>
          aPage([
            aPackageUsage(),
            aPackageUsage({
              component: aComponent({
                entityRef: 'component:default/orphan',
                title: 'Orphan',
                ownerState: 'none',
                ownerRef: undefined,
              }),
              version: undefined,
            }),
          ]),
      },
    });
    const row = await screen.findByRole('row', { name: /Permits/ });
    expect(within(row).getByRole('link', { name: 'team-a' })).toHaveAttribute(
      'href',
      '/catalog/default/group/team-a',
    );
    expect(within(row).getByText('direct')).toBeInTheDocument();
    const orphan = screen.getByRole('row', { name: /Orphan/ });
    expect(orphan).toHaveTextContent('No owner');
    expect(orphan).toHaveTextContent('unknown');
  });

  it('leads from a version to those who use it', async () => {
    const listPackageUsages = jest.fn().mockResolvedValue(aPage([]));
    await renderScreen(page, {
      ospo: { getPackage: async () => aPackageDetail(), listPackageUsages },
      path: '/?version=4.17.21',
    });
    expect(
      await screen.findByRole('link', { name: 'Show who uses 4.17.21' }),
    ).toHaveAttribute(
      'href',
      '/ospo/open-source/packages/pkg%3Anpm/lodash?version=4.17.21',
    );
    expect(screen.getByText('version unknown')).toBeInTheDocument();
    expect(listPackageUsages).toHaveBeenLastCalledWith(
      expect.objectContaining({ purl: 'pkg:npm/lodash', version: '4.17.21' }),
      expect.anything(),
    );
  });

  it('says of a package without purl that it may be several', async () => {
    await renderScreen(page, {
      ospo: {
        getPackage: async () => aPackageDetail({ weak: true }),
        listPackageUsages: async () => aPage([]),
      },
    });
    expect(await screen.findByText(/Known by name only/)).toBeInTheDocument();
  });
});

describe('LicencePage', () => {
  it('says that it is waiting', async () => {
    await renderScreen(<LicencePage licenceKey="known:MIT" />, {
      ospo: { getLicence: never },
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says that there is no such licence to be seen', async () => {
    await renderScreen(<LicencePage licenceKey="known:MIT" />, {
      ospo: { getLicence: notFound },
    });
    expect(await screen.findByText('Not found')).toBeInTheDocument();
    expect(
      screen.getByText(/not used by any component that you can see/),
    ).toBeInTheDocument();
  });

  it('shows the packages under it, and its text at spdx.org', async () => {
    const listPackages = jest.fn().mockResolvedValue(aPage([aPackage()]));
    await renderScreen(<LicencePage licenceKey="known:MIT" />, {
      ospo: {
        getLicence: async () =>
          aUsageLicence({ mappedFrom: 'The MIT License' }),
        listPackages,
      },
    });
    expect(
      await screen.findByRole('link', { name: 'lodash' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Licence text at spdx.org/ }),
    ).toHaveAttribute('href', 'https://spdx.org/licenses/MIT.html');
    expect(
      screen.getByText(/Read from the spelling "The MIT License"/),
    ).toBeInTheDocument();
    expect(listPackages).toHaveBeenLastCalledWith(
      expect.objectContaining({ licence: ['known:MIT'] }),
      expect.anything(),
    );
  });

  it('shows a text that was not understood as it was written, never as a link of its own', async () => {
    const raw = 'javascript:alert(document.domain)';
    const { container } = await renderScreen(
      <LicencePage licenceKey={`text:${raw}`} />,
      {
        ospo: {
          getLicence: async () =>
            aUsageLicence({
              key: `text:${raw}`,
              status: 'text',
              expression: undefined,
              raw,
            }),
          listPackages: async () => aPage([]),
        },
      },
    );
    expect(
      await screen.findByText(/not a known licence name/),
    ).toBeInTheDocument();
    expect(screen.getAllByText(raw).length).toBeGreaterThan(0);
    expect(container.querySelector('a[href^="javascript"]')).toBeNull();
    expect(screen.queryByText(/spdx.org/)).not.toBeInTheDocument();
  });
});

describe('LicencesView', () => {
  it('says that it is waiting', async () => {
    await renderScreen(<LicencesView />, { ospo: { listLicences: never } });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await renderScreen(<LicencesView />, {
      ospo: { listLicences: () => Promise.reject(new Error('away')) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('explains the first steps when there is nothing', async () => {
    await renderScreen(<LicencesView />, {
      ospo: { listLicences: async () => aPage([]) },
    });
    expect(
      await screen.findByText('No SBOM has arrived yet'),
    ).toBeInTheDocument();
  });

  it('shows known and unknown licences apart', async () => {
    await renderScreen(<LicencesView />, {
      ospo: {
        listLicences: async () =>
          aPage([
            aUsageLicence(),
            aUsageLicence({
              ...aLicence({
                key: 'absent:',
                status: 'absent',
                expression: undefined,
              }),
            }),
          ]),
      },
    });
    expect(await screen.findByRole('row', { name: /MIT/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'not stated' })).toHaveAttribute(
      'href',
      '/ospo/open-source/licences/absent%3A',
    );
  });
});
