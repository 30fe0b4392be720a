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

import { RequestsApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, waitFor } from '@testing-library/react';
import {
  aPackage,
  aPackageDetail,
  aPage,
  aUsageLicence,
} from '../__testUtils__/builders';
import { aPrecedent, office } from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { LicencePage } from './LicencePage';
import { PackagePage } from './PackagePage';

function answering(listPrecedents: RequestsApi['listPrecedents']) {
  return {
    ...office({ requests: { listPrecedents } }),
    getPackage: async () => aPackageDetail(),
    listPackageUsages: async () => aPage([]),
    getLicence: async () => aUsageLicence(),
    listPackages: async () => aPage([aPackage()]),
  };
}

const purl = aPackageDetail().key;

describe.each([
  ['a package', <PackagePage purl={purl} />, { packageKey: purl }],
  [
    'a licence',
    <LicencePage licenceKey="known:MIT" />,
    { licenceKey: 'known:MIT' },
  ],
])('the page of %s', (_name, page, about) => {
  it('shows what was decided about it before', async () => {
    const listPrecedents = jest.fn(async () => ({ items: [aPrecedent()] }));
    await renderScreen(page, { ospo: answering(listPrecedents) });
    expect(
      await screen.findByRole('link', { name: aPrecedent().title }),
    ).toHaveAttribute('href', '/ospo/requests/precedents/01JPRECEDENT');
    expect(
      screen.getByRole('region', { name: 'Answered before' }),
    ).toHaveTextContent('approved with conditions');
    expect(listPrecedents).toHaveBeenCalledWith(
      { ...about, limit: 10 },
      expect.anything(),
    );
  });

  it.each([
    ['there is nothing', async () => ({ items: [] })],
    [
      'the reader may not ask',
      async () => {
        throw Object.assign(new Error('no'), { statusCode: 403 });
      },
    ],
  ])('shows no panel when %s', async (_case, answer) => {
    const listPrecedents = jest.fn(answer);
    await renderScreen(page, { ospo: answering(listPrecedents) });
    await waitFor(() => expect(listPrecedents).toHaveBeenCalled());
    expect((await screen.findAllByRole('heading')).length).toBeGreaterThan(0);
    expect(screen.queryByText('Answered before')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what failed', async () => {
    await renderScreen(page, {
      ospo: answering(async () => {
        throw new Error('the database is away');
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the database is away',
    );
  });
});
