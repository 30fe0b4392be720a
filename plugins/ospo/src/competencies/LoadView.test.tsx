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

import { ProviderLoad } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, within } from '@testing-library/react';
import { office } from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { LoadView } from './LoadView';

function aLoad(ref: string, doneEstimated: number): ProviderLoad {
  return {
    ref,
    kind: 'group',
    openWorkItems: 1,
    openHours: 2,
    doneHours: 6,
    doneEstimated,
    state: 'unknown',
  };
}

it('says how much of the work that is done is an estimate', async () => {
  await renderScreen(<LoadView />, {
    ospo: office({
      competencies: {
        getCoverageMap: async () => ({
          dimension: 'business-unit',
          columns: [],
          rows: [],
          load: [
            aLoad('group:default/guessed', 2),
            aLoad('group:default/billed', 0),
          ],
          asOf: '2026-11-25T08:00:00.000Z',
        }),
      },
    }),
  });
  const guessed = await screen.findByRole('row', { name: /guessed/ });
  expect(within(guessed).getByText('6 hours')).toBeInTheDocument();
  expect(
    within(guessed).getByText('of which 2 work items are estimated'),
  ).toBeInTheDocument();
  const billed = screen.getByRole('row', { name: /billed/ });
  expect(within(billed).queryByText(/estimated/)).toBeNull();
});
