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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../__testUtils__/renderScreen';
import { FilterBar } from './FilterBar';
import { useQueryState } from './useQueryState';

function Bar() {
  return (
    <FilterBar
      query={useQueryState()}
      searchPlaceholder="Name"
      filters={[
        {
          name: 'type',
          label: 'Type',
          options: [{ value: 'service', label: 'Service' }],
        },
      ]}
    />
  );
}

describe('FilterBar', () => {
  it('keeps the focus when the button that clears it goes with what it cleared', async () => {
    await renderScreen(<Bar />, { ospo: {}, path: '/?type=service' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear search and filters' }),
    );
    await waitFor(() => expect(screen.queryByText('Type: Service')).toBeNull());
    await waitFor(() => expect(screen.getByRole('search')).toHaveFocus());
  });

  it('leaves the focus to who has it elsewhere', async () => {
    await renderScreen(
      <>
        <Bar />
        <a href="/?">Elsewhere</a>
      </>,
      { ospo: {}, path: '/?type=service' },
    );
    const clear = await screen.findByRole('button', {
      name: 'Clear search and filters',
    });
    const elsewhere = screen.getByRole('link', { name: 'Elsewhere' });
    clear.addEventListener('click', () => elsewhere.focus());
    await userEvent.click(clear);
    await waitFor(() => expect(screen.queryByText('Type: Service')).toBeNull());
    await new Promise(resolve => requestAnimationFrame(resolve));
    expect(elsewhere).toHaveFocus();
  });
});
