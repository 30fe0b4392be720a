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
import { office } from '../__testUtils__/officeBuilders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { DirectoryView } from './DirectoryView';

describe('"I need help with …"', () => {
  it('names the words that nothing matches while others are looked up', async () => {
    await renderScreen(<DirectoryView />, {
      ospo: office({
        competencies: {
          matchCompetencies: async ({ q }) =>
            q === 'zzz' ? { items: [] } : never(),
        },
      }),
      path: '/?help=zzz',
    });
    expect(
      await screen.findByText('No competency matches "zzz"'),
    ).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('searchbox', { name: /I need help with/ }),
      'y',
    );
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('help=zzzy'),
    );
    expect(screen.getByText('No competency matches "zzz"')).toBeInTheDocument();
  });
});
