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

import { OspoClient, UploadTransport } from './OspoClient';

interface Sent {
  url: string;
  method: string;
  body: unknown;
}

function aClient(
  answer: { status?: number; body?: unknown } = {},
  uploadTransport?: UploadTransport,
) {
  const sent: Sent[] = [];
  const client = OspoClient.create({
    fetchApi: {
      fetch: async (url, init) => {
        sent.push({
          url: String(url),
          method: init?.method ?? 'GET',
          body: init?.body,
        });
        return aResponse(answer.status ?? 200, answer.body ?? {});
      },
    },
    uploadTransport,
  });
  return { client, sent };
}

/** What is used of a response, in an environment that has none. */
function aResponse(status: number, body: unknown): Response {
  const text = JSON.stringify(body);
  return {
    ok: status < 400,
    status,
    statusText: '',
    headers: new Map([['content-type', 'application/json']]),
    json: async () => JSON.parse(text),
    text: async () => text,
    blob: async () => new Blob([text]),
  } as unknown as Response;
}

const shop = 'component:default/shop';

describe('OspoClient', () => {
  it.each<[string, (client: OspoClient) => Promise<unknown>]>([
    ['/overview', client => client.getOverview()],
    ['/search?q=a%26b', client => client.search({ q: 'a&b' })],
    ['/facets', client => client.getFacets()],
    [
      '/packages?ecosystem=npm&ecosystem=maven&limit=20',
      client =>
        client.listPackages({
          ecosystem: ['npm', 'maven'],
          limit: 20,
          q: undefined,
        }),
    ],
    [
      '/packages/by-purl?purl=pkg%3Anpm%2F%2540a%2Fb',
      client => client.getPackage({ purl: 'pkg:npm/%40a/b' }),
    ],
    [
      '/packages/by-purl/usages?purl=x&version=1',
      client => client.listPackageUsages({ purl: 'x', version: '1' }),
    ],
    ['/licences?sort=name', client => client.listLicences({ sort: 'name' })],
    [
      '/licences/by-key?key=known%3AMIT+OR+Apache-2.0',
      client => client.getLicence({ key: 'known:MIT OR Apache-2.0' }),
    ],
    [
      '/components?licenceUnknown=true',
      client => client.listComponents({ licenceUnknown: true }),
    ],
    ['/components/component/default/shop', client => client.getComponent(shop)],
    [
      '/components/component/default/shop/packages',
      client => client.listComponentPackages(shop, {}),
    ],
    [
      '/components/component/default/shop/snapshots?cursor=x',
      client => client.listSnapshots(shop, { cursor: 'x' }),
    ],
    [
      '/components/component/default/shop/changes?from=1&to=2',
      client => client.getChanges(shop, { from: 1, to: 2 }),
    ],
    ['/coverage', client => client.getCoverage()],
    [
      '/trends?entityRef=component%3Adefault%2Fshop',
      client => client.getTrend({ entityRef: shop }),
    ],
    [
      '/sources?state=failed',
      client => client.listSources({ state: ['failed'] }),
    ],
    [
      '/components/component/default/shop/sboms/7',
      client => client.downloadSbom(shop, 7),
    ],
    [
      '/packages.csv?q=a&sort=name',
      client =>
        client.downloadCsv({
          list: 'packages',
          query: { q: 'a', sort: 'name', cursor: 'x', limit: 5 },
        }),
    ],
    [
      '/packages/by-purl/usages.csv?purl=x',
      client =>
        client.downloadCsv({ list: 'package-usages', query: { purl: 'x' } }),
    ],
    [
      '/components/component/default/shop/packages.csv',
      client =>
        client.downloadCsv({
          list: 'component-packages',
          entityRef: shop,
          query: {},
        }),
    ],
  ])('asks for %s', async (path, ask) => {
    const { client, sent } = aClient();

    await ask(client);

    expect(sent).toEqual([
      { url: `plugin://ospo${path}`, method: 'GET', body: undefined },
    ]);
  });

  it('sends a document, and tells when it has arrived', async () => {
    const { client, sent } = aClient({ body: { outcome: 'stored' } });
    const document = new Blob(['{}']);
    const progress: number[] = [];

    const report = await client.uploadSbom({
      entityRef: shop,
      document,
      stream: 'main',
      asOf: '2026-08-17',
      onProgress: share => progress.push(share),
    });

    expect(report).toEqual({ outcome: 'stored' });
    expect(sent).toEqual([
      {
        url: 'plugin://ospo/components/component/default/shop/sboms?stream=main&asOf=2026-08-17',
        method: 'PUT',
        body: document,
      },
    ]);
    expect(progress).toEqual([0, 1]);
  });

  it('leaves sending to a transport that tells how far it is', async () => {
    const paths: string[] = [];
    const { client, sent } = aClient({}, async ({ path, onProgress }) => {
      paths.push(path);
      onProgress?.(0.5);
      return aResponse(201, { outcome: 'stored' });
    });
    const progress: number[] = [];

    await client.uploadSbom({
      entityRef: shop,
      document: new Blob(['{}']),
      onProgress: share => progress.push(share),
    });

    expect(sent).toEqual([]);
    expect(paths).toEqual(['/components/component/default/shop/sboms']);
    expect(progress).toEqual([0.5, 1]);
  });

  it('throws what the backend refuses, with its findings', async () => {
    const error = {
      name: 'SbomRefusedError',
      message: 'No',
      findings: [{ code: 'not-an-sbom' }],
    };
    const { client } = aClient({
      status: 422,
      body: { error, request: {}, response: { statusCode: 422 } },
    });

    await expect(
      client.uploadSbom({ entityRef: shop, document: new Blob(['x']) }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 422,
      body: { error: { findings: [{ code: 'not-an-sbom' }] } },
    });
  });

  it('cannot be led to another path by a name', async () => {
    const { client, sent } = aClient();

    await client.getComponent('component:default/../../sources?x=#y');

    expect(sent[0].url).toBe(
      'plugin://ospo/components/component/default/..%2F..%2Fsources%3Fx%3D%23y',
    );
  });
});
