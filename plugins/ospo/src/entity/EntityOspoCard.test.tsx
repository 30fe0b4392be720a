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

import { EntityProvider } from '@backstage/plugin-catalog-react';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import { screen } from '@testing-library/react';
import { aComponentDetail, aSourceState } from '../__testUtils__/builders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { EntityOspoCard } from './EntityOspoCard';

function open(getComponent: OspoApi['getComponent']) {
  return renderScreen(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'permits', namespace: 'default' },
      }}
    >
      <EntityOspoCard />
    </EntityProvider>,
    { ospo: { getComponent } },
  );
}

describe('EntityOspoCard', () => {
  it('says that it is waiting', async () => {
    await open(never);
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await open(() => Promise.reject(new Error('away')));
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
  });

  it('asks for a first SBOM, and calls what it does not know unknown', async () => {
    await open(async () =>
      aComponentDetail({ sbomState: 'none', counts: undefined }),
    );
    expect(
      await screen.findByRole('link', { name: 'Send the first SBOM' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/permits/open-source?view=upload',
    );
    expect(screen.getByText('What it uses is unknown.')).toBeInTheDocument();
  });

  it('leads to what went wrong, also while an older SBOM is up to date', async () => {
    await open(async () =>
      aComponentDetail({ sources: [aSourceState({ state: 'failed' })] }),
    );
    expect(
      await screen.findByText(/The newest SBOM could not be read/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'See what went wrong' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/permits/open-source?view=sources',
    );
  });

  it('shows state and next step', async () => {
    await open(async () => aComponentDetail());
    expect(await screen.findByText('71')).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Look at 17 usages with unknown licence',
      }),
    ).toBeInTheDocument();
  });
});
