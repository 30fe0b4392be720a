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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ListContent } from './ListContent';
import { QueryState } from './useQueryState';

it('goes on from a page of which everything is hidden from its reader', async () => {
  const goNext = jest.fn();
  const query = { page: 1, goNext, goFirst: jest.fn() };
  renderInTestApp(
    <ListContent
      label="Rows"
      state={{
        status: 'loaded',
        value: { items: [], nextCursor: 'further' },
        isRefreshing: false,
        reload: jest.fn(),
      }}
      // What pages need of it.
      query={query as unknown as QueryState}
      columns={[]}
      getKey={String}
      isNarrowed={false}
      empty="There is nothing at all"
    />,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Next page' }),
  );
  expect(goNext).toHaveBeenCalledWith('further');
  expect(screen.queryByText('There is nothing at all')).toBeNull();
});
