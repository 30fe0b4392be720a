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

import { UsageComponent } from '@ospo-suite/backstage-plugin-ospo-common';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import { screen } from '@testing-library/react';
import { aComponent, aPage } from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { MyComponentsWidget } from './MyComponentsWidget';

function open(listComponents: OspoApi['listComponents']) {
  return renderScreen(<MyComponentsWidget />, { ospo: { listComponents } });
}

describe('MyComponentsWidget', () => {
  it('says that it is waiting', async () => {
    await open(never);
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await open(() => Promise.reject(new Error('away')));
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('asks for what the reader owns, in however many groups they are', async () => {
    const listComponents = jest.fn(async () => aPage<UsageComponent>([]));
    await open(listComponents);
    expect(
      await screen.findByText('You own no components'),
    ).toBeInTheDocument();
    expect(listComponents).toHaveBeenCalledWith(
      { owner: ['me'], limit: 200 },
      expect.anything(),
    );
  });

  it('shows what needs doing and why', async () => {
    await open(async () =>
      aPage([
        aComponent({ title: 'Bare', sbomState: 'none', counts: undefined }),
        aComponent({
          entityRef: 'component:default/fine',
          title: 'Fine',
          counts: {
            packages: 2,
            direct: 1,
            transitive: 1,
            relationUnknown: 0,
            licenceKnown: 2,
            licenceUnknown: 0,
          },
        }),
      ]),
    );
    expect(
      await screen.findByText('1 of 2 components needs attention'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Bare' })).toBeInTheDocument();
    expect(screen.getByText('no SBOM')).toBeInTheDocument();
    expect(screen.queryByText('Fine')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show all my components' }),
    ).toHaveAttribute('href', '/ospo/open-source/components?owner=me');
  });
});
