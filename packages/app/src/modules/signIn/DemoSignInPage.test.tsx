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

import { IdentityApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DemoSignInPage } from './DemoSignInPage';

const UGGLA = 'user:default/uggla.nattvak';

/** What the backend answers to whoever says to be this person. */
const session = {
  profile: {},
  providerInfo: {},
  backstageIdentity: {
    token: `.${btoa(JSON.stringify({ exp: Date.now() / 1000 + 3600 }))}.`,
    identity: {
      type: 'user',
      userEntityRef: UGGLA,
      ownershipEntityRefs: [UGGLA],
    },
  },
};

describe('signing out of the demo', () => {
  const { fetch } = globalThis;

  beforeEach(() => {
    window.sessionStorage.clear();
    globalThis.fetch = async () =>
      ({ ok: true, json: async () => session } as Response);
  });

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('leads back to the choice of whom to be', async () => {
    const onSignInSuccess = jest.fn<void, [IdentityApi]>();
    const first = renderInTestApp(
      <DemoSignInPage onSignInSuccess={onSignInSuccess} />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in as Uggla Nattvak' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [identity] = onSignInSuccess.mock.calls[0];
    expect((await identity.getBackstageIdentity()).userEntityRef).toBe(UGGLA);

    await identity.signOut();
    first.unmount();
    renderInTestApp(<DemoSignInPage onSignInSuccess={onSignInSuccess} />);
    expect(
      await screen.findByRole('button', { name: 'Sign in as Uggla Nattvak' }),
    ).toBeInTheDocument();
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });
});
