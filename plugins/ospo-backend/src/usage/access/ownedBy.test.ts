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

import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anInstallation, Installation } from '../__testUtils__/anInstallation';
import { Portal } from '../__testUtils__/Portal';
import { asksForOwn } from './ownedBy';

jest.setTimeout(60_000);

const [[, createDatabase]] = everyDatabase;

const callers = {
  // More groups than a query can name.
  anna: mockCredentials.user.header('user:default/anna'),
  bo: mockCredentials.user.header('user:default/bo'),
  nobody: mockCredentials.user.header('user:default/nobody'),
  service: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'ospo',
  }),
};

describe('owner=me', () => {
  let installation: Installation;

  const get = (path: string, caller: keyof typeof callers) =>
    request(installation.server)
      .get(`/api/ospo${path}`)
      .set({ authorization: callers[caller] });
  const componentsOf = async (caller: keyof typeof callers, query = '') => {
    const { status, body } = await get(`/components?owner=me${query}`, caller);
    expect(status).toBe(200);
    return body.items.map((item: { entityRef: string }) => item.entityRef);
  };

  beforeAll(async () => {
    const portal = await Portal.create(createDatabase);
    await portal.add('shop', ['lodash@1.0.0'], { owner: 'group:default/g59' });
    await portal.add('diary', ['react@1.0.0'], { owner: 'user:default/anna' });
    await portal.add('pay', ['vue@1.0.0'], { owner: 'group:default/pay' });
    await portal.add('stray', ['jquery@1.0.0']);
    installation = await anInstallation({
      portal,
      mode: 'allow',
      groups: {
        'user:default/anna': Array.from(
          { length: 60 },
          (_, at) => `group:default/g${at}`,
        ),
        'user:default/bo': ['group:default/pay'],
      },
    });
  });

  afterAll(() => installation.stop());

  it('is what the caller and their groups own, each their own', async () => {
    expect(await componentsOf('anna')).toEqual([
      'component:default/diary',
      'component:default/shop',
    ]);
    expect(await componentsOf('bo')).toEqual(['component:default/pay']);
    // Once more, when both answers may be kept.
    expect(await componentsOf('anna')).toHaveLength(2);
  });

  it('is nothing for those who own nothing, and for services', async () => {
    expect(await componentsOf('nobody')).toEqual([]);
    expect(await componentsOf('service')).toEqual([]);
  });

  it('goes together with other owners', async () => {
    expect(await componentsOf('bo', '&owner=group:default/g59')).toEqual([
      'component:default/pay',
      'component:default/shop',
    ]);
  });

  it('has a tag for each who owns something else', async () => {
    const [anna, bo] = await Promise.all([
      get('/components?owner=me', 'anna'),
      get('/components?owner=me', 'bo'),
    ]);
    expect(anna.headers.etag).not.toBe(bo.headers.etag);
    const { status } = await get('/components?owner=me', 'anna').set({
      'if-none-match': anna.headers.etag,
    });
    expect(status).toBe(304);
  });

  it.each([
    '/packages?',
    '/licences?',
    '/packages/by-purl/usages?purl=pkg:npm/vue&',
  ])('chooses in %s too', async path => {
    const own = await get(`${path}owner=me`, 'bo');
    expect(own.body.items).toHaveLength(1);
    const nothing = await get(`${path}owner=me`, 'nobody');
    expect(nothing.body.items).toEqual([]);
  });

  it('chooses the rows of a file', async () => {
    const { text } = await get('/components.csv?owner=me', 'bo');
    expect(text).toContain('component:default/pay');
    expect(text).not.toContain('component:default/shop');
  });
});

describe('asksForOwn', () => {
  it.each([
    ['me', true],
    [['group:default/a', 'me'], true],
    // As Express gives many values.
    [{ 0: 'group:default/a', 21: 'me' }, true],
    ['group:default/me', false],
    [undefined, false],
    [null, false],
  ])('of %j is %s', (owner, is) => {
    expect(asksForOwn(owner)).toBe(is);
  });
});
