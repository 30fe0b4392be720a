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

import { gzipSync } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ingestReportSchema,
  usagePackageSchema,
  usagePageSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import request from 'supertest';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anInstallation, Installation } from './__testUtils__/anInstallation';
import { Portal } from './__testUtils__/Portal';
import { aComponent, aReading } from './ingest/__testUtils__/aReading';

jest.setTimeout(60_000);

const ANNA = 'user:default/anna';
const asAnna = { authorization: mockCredentials.user.header(ANNA) };
const SHOP = '/api/ospo/components/component/default/shop';

const [[, createDatabase]] = everyDatabase;

describe('createUsageRouter', () => {
  let portal: Portal;
  let installation: Installation;

  const get = (path: string, headers: Record<string, string> = asAnna) =>
    request(installation.server).get(`/api/ospo${path}`).set(headers);

  beforeAll(async () => {
    portal = await Portal.create(createDatabase);
    await portal.add('shop', ['lodash@1.0.0', 'react@18.0.0'], {
      owner: ANNA,
    });
    installation = await anInstallation({
      portal,
      mode: 'conditional',
      sees: { [ANNA]: ['shop'] },
      owners: { shop: ANNA },
    });
  });

  afterAll(() => installation.stop());

  describe('answers', () => {
    it('keep to the contract', async () => {
      const { status, body, headers } = await get('/packages?limit=1');

      expect(status).toBe(200);
      expect(usagePageSchema(usagePackageSchema).parse(body)).toEqual(body);
      expect(headers).toMatchObject({
        'cache-control': 'private, no-cache',
        vary: expect.stringContaining('Authorization'),
        etag: expect.stringMatching(/^W\/"/),
      });
      const next = await get(`/packages?limit=1&cursor=${body.nextCursor}`);
      expect(next.body.items).toHaveLength(1);
      expect(next.body.items[0].key).not.toBe(body.items[0].key);
    });

    it('ask one round trip for permissions, and once for what is visible', async () => {
      portal.harness.later({ seconds: 31 });
      const before = { ...installation.asked };
      await get('/packages');
      await get('/overview');
      await get('/components/component/default/shop');

      expect(installation.asked).toEqual({
        permissions: before.permissions + 3,
        catalogPages: before.catalogPages + 1,
      });
    });

    it.each([
      ['/packages?limit=0', 'limit'],
      ['/packages?limit=1000', 'limit'],
      ['/packages?sort=random', 'sort'],
      ['/packages?surprise=1', 'surprise'],
      ['/packages?q=', 'q'],
      ['/packages?q=a&q=b', 'q'],
      ['/packages?relation=cousin', 'relation'],
      ['/packages?cursor=nonsense', 'cursor'],
      ['/packages?q=a%00b', 'q'],
      ['/packages/by-purl', 'purl'],
      ['/search', 'q'],
      ['/overview?a=b', 'a'],
      ['/components/component/default/shop/changes?from=1', 'to'],
      ['/components/component/de%2Ffault/shop', 'namespace'],
      ['/components/component/default/shop/sboms/one', 'snapshotId'],
    ])('name what is wrong with %s', async (path, field) => {
      const { status, body } = await get(path);

      expect(status).toBe(400);
      expect(body.error.name).toBe('InputError');
      expect(body.error.message).toContain(field);
    });
  });

  describe('entity tags', () => {
    it('say that nothing changed, at first without a query and then without a question', async () => {
      const first = await get('/packages');
      const again = await get('/packages', {
        ...asAnna,
        'if-none-match': first.headers.etag,
      });
      const asked = { ...installation.asked };
      const third = await get('/packages', {
        ...asAnna,
        'if-none-match': again.headers.etag,
      });

      expect(again.status).toBe(304);
      expect(third.status).toBe(304);
      expect(third.headers.etag).toBe(first.headers.etag);
      expect(installation.asked).toEqual(asked);
    });

    it('change with the store, the address, the day and with what the caller sees', async () => {
      const tags = new Set([
        (await get('/packages')).headers.etag,
        (await get('/packages?limit=2')).headers.etag,
        (await get('/licences')).headers.etag,
      ]);
      await portal.add('desk', ['lodash@2.0.0']);
      portal.harness.later({ seconds: 2 });
      tags.add((await get('/packages')).headers.etag);
      portal.harness.later({ days: 1 });
      tags.add((await get('/packages')).headers.etag);
      const asService = {
        authorization: mockCredentials.service.header(),
      };
      tags.add((await get('/packages', asService)).headers.etag);

      expect(tags.size).toBe(6);
    });

    it('are no way round a permission: another caller is asked about', async () => {
      const { headers } = await get('/packages');
      const asBen = {
        authorization: mockCredentials.user.header('user:default/ben'),
        'if-none-match': headers.etag,
      };

      const { status, body } = await get('/packages', asBen);

      expect(status).toBe(200);
      expect(body.items).toEqual([]);
    });
  });

  describe('CSV', () => {
    it('holds every page, and no formula', async () => {
      const many = Array.from({ length: 450 }, (_, n) => `p${n}@1.0.0`);
      await portal.add('shop', [...many, aComponent('=cmd|x@1.0.0')]);
      portal.harness.later({ seconds: 2 });

      const { status, headers, text } = await get(
        '/packages.csv?sort=name&limit=3',
      );

      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="packages.csv"',
        'x-content-type-options': 'nosniff',
      });
      const lines = text.trimEnd().split('\r\n');
      expect(lines).toHaveLength(1 + 451);
      expect(lines[0]).toBe(
        '\uFEFFkey,ecosystem,namespace,name,components,direct,versions,licences,weak',
      );
      expect(text).toContain(`,"'=cmd|x",`);
      expect(text).not.toMatch(/(^|,)"?[=+@]/m);
    });

    it('says what is wrong before the file begins', async () => {
      const { status, body } = await get('/packages.csv?sort=random');

      expect(status).toBe(400);
      expect(body.error.message).toContain('sort');
    });

    it.each([
      '/licences.csv',
      '/components.csv',
      '/packages/by-purl/usages.csv?purl=pkg:npm/p1',
      '/components/component/default/shop/packages.csv',
    ])('is there for %s', async path => {
      const { status, text } = await get(path);

      expect(status).toBe(200);
      expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(1);
    });
  });

  describe('sending an SBOM', () => {
    const document = Buffer.from(
      JSON.stringify(
        aReading({ components: [aComponent('vue@3.0.0')], id: 'sent' }),
      ),
    );

    function put(body: Buffer | string, headers: Record<string, string> = {}) {
      return request(installation.server)
        .put(`${SHOP}/sboms?target=web&stream=main`)
        .set({
          ...asAnna,
          'content-type': 'application/octet-stream',
          ...headers,
        })
        .send(body);
    }

    it('answers with the report, and gives the document back byte for byte', async () => {
      const { status, body } = await put(document);

      expect(status).toBe(201);
      expect(ingestReportSchema.parse(body)).toEqual(body);
      expect(body).toMatchObject({
        outcome: 'stored',
        snapshot: { target: 'web', source: 'upload', isCurrent: true },
      });
      const back = await request(installation.server)
        .get(`${SHOP}/sboms/${body.snapshot.id}`)
        .set(asAnna)
        .responseType('blob');
      expect(Buffer.compare(back.body, document)).toBe(0);
      expect(back.headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="shop-web-main-${body.snapshot.id}.json"`,
        'x-content-type-options': 'nosniff',
        'content-length': String(document.length),
      });
      expect((await put(document)).status).toBe(200);
      const packages = await get('/packages?q=vue');
      expect(packages.body.items).toHaveLength(1);
    });

    it('keeps an older document, and says that it does not count', async () => {
      const sent = (timestamp: string) =>
        put(
          Buffer.from(JSON.stringify(aReading({ timestamp, id: timestamp }))),
        );
      await sent('2026-02-02T00:00:00Z');

      const { status, body } = await sent('2026-02-01T00:00:00Z');

      expect(status).toBe(202);
      expect(body.outcome).toBe('not-current');
    });

    it('keeps a compressed body as it came', async () => {
      const zipped = gzipSync(document);
      const received: Buffer[] = [];
      const receive = portal.harness.inbox.receive.bind(portal.harness.inbox);
      const spy = jest
        .spyOn(portal.harness.inbox, 'receive')
        .mockImplementation(async options => {
          for await (const piece of options.document) {
            received.push(Buffer.from(piece));
          }
          return receive({
            ...options,
            document: (async function* again() {
              yield document;
            })(),
          });
        });

      const { status } = await put(zipped, { 'content-encoding': 'gzip' });

      spy.mockRestore();
      expect(status).toBe(201);
      expect(Buffer.compare(Buffer.concat(received), zipped)).toBe(0);
    });

    it.each([
      ['multipart/form-data; boundary=x', 415, '--data-binary'],
      ['image/png', 415, 'octet-stream'],
    ])('refuses %s with %d and the mend', async (type, status, mend) => {
      const answer = await put('x', { 'content-type': type });

      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(mend);
    });

    it.each([
      'application/json',
      'application/xml',
      'text/plain; charset=utf-8',
      'application/vnd.cyclonedx+json; version=1.6',
      'application/vnd.cyclonedx+xml',
      'application/spdx+json',
    ])('takes %s', async type => {
      const { status } = await put(document.toString(), {
        'content-type': type,
      });
      expect([200, 201]).toContain(status);
    });

    it('refuses a body that announces too much, without reading it', async () => {
      const answer = await put(Buffer.alloc(1_000_001));

      expect(answer.status).toBe(413);
      expect(answer.body.error.message).toContain('1000000 bytes');
    });

    it('gives the findings of a document that is refused', async () => {
      portal.harness.refuseFromNowOn();

      const { status, body } = await put('{}');

      expect(status).toBe(422);
      expect(body.error).toMatchObject({
        name: 'SbomRefusedError',
        findings: [
          {
            origin: 'document',
            code: 'too-many-components',
            where: '/components',
            mend: 'Split it.',
          },
        ],
      });
    });
  });
});
