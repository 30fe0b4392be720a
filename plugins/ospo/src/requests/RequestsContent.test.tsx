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
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  aRequest,
  aRequestDetail,
  aWorkItem,
  office,
} from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { RequestsContent } from './RequestsContent';
import { WaitingWidget } from './WaitingWidget';

function open(path: string, requests: Partial<RequestsApi>) {
  return renderScreen(
    <Routes>
      <Route path="/ospo/requests/*" element={<RequestsContent />} />
    </Routes>,
    { path, ospo: office({ requests }) },
  );
}

async function views() {
  return within(
    await screen.findByRole('navigation', { name: 'Request views' }),
  );
}

describe('the views of requests', () => {
  it('count anew what waits once it was taken', async () => {
    let waiting = 2;
    await open('/ospo/requests/01JREQUEST', {
      countRequests: async () => ({ mine: 1, waiting }),
      getRequest: async () =>
        aRequestDetail({
          items: [aWorkItem({ state: 'assigned', may: ['take'] })],
        }),
      commandRequest: async () => {
        waiting = 1;
        return aRequestDetail({ version: 8, items: [aWorkItem()] });
      },
    });
    expect(
      await (
        await views()
      ).findByRole('link', { name: /^Waiting for me\s*2$/ }),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: /Take it/ }),
    );
    expect(
      await (
        await views()
      ).findByRole('link', { name: /^Waiting for me\s*1$/ }),
    ).toBeInTheDocument();
  });

  it('count anew on the next page what was done on another', async () => {
    const countRequests = jest
      .fn()
      .mockResolvedValueOnce({ mine: 1, waiting: 2 })
      .mockResolvedValue({ mine: 2, waiting: 2 });
    await open('/ospo/requests/mine', {
      countRequests,
      listRequests: async () => ({ items: [] }),
    });
    await userEvent.click(
      await (await views()).findByRole('link', { name: /^Waiting/ }),
    );
    expect(
      await (await views()).findByRole('link', { name: /^Mine\s*2$/ }),
    ).toBeInTheDocument();
  });

  it.each([
    [999, /^Waiting for me\s*999$/],
    [1000, /^Waiting for me\s*1,000\+$/],
  ])('tell that %i may be more than was counted', async (waiting, name) => {
    await open('/ospo/requests/mine', {
      countRequests: async () => ({ mine: 0, waiting }),
      listRequests: async () => ({ items: [] }),
    });
    expect(
      await (await views()).findByRole('link', { name }),
    ).toBeInTheDocument();
  });
});

describe('the widget of what waits', () => {
  it.each([
    [1, '1 request waits for you.'],
    [999, '999 requests wait for you.'],
    [1000, '1,000+ requests wait for you.'],
  ])('says of %i: %s', async (waiting, text) => {
    await renderScreen(<WaitingWidget />, {
      ospo: office({
        requests: {
          countRequests: async () => ({ mine: 0, waiting }),
          listRequests: async () => ({ items: [aRequest()] }),
        },
      }),
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
