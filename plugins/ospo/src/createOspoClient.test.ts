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

import { createOspoClient } from './createOspoClient';

const answer = (body: unknown) => ({
  ok: true,
  status: 200,
  json: async () => body,
});

function create() {
  const fetch = jest.fn(async (_url: string) => answer({ items: [] }));
  const client = createOspoClient({
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
    discoveryApi: { getBaseUrl: async () => 'http://localhost:7007/api/ospo' },
    identityApi: {
      getCredentials: async () => ({ token: 'x' }),
    } as never, // only credentials are asked for
  });
  return { client, fetch };
}

describe('createOspoClient', () => {
  it('asks the backend with methods of the client, those of slices included', async () => {
    const { client, fetch } = create();
    await expect(client.listPackages({ q: 'x' })).resolves.toEqual({
      items: [],
    });
    await client.requests.listRequests({ view: 'mine' });
    await client.competencies.matchCompetencies({ q: 'export' });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'plugin://ospo/packages?q=x',
      'plugin://ospo/requests?view=mine',
      'plugin://ospo/competencies/match?q=export',
    ]);
  });

  it('can be awaited, and is no promise', async () => {
    const { client } = create();
    expect(await client).toBe(client);
  });
});
