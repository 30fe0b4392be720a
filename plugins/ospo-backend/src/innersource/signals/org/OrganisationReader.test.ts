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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { findUser, placeOf } from './Organisation';
import { OrganisationReader } from './OrganisationReader';

function anEntity(
  kind: string,
  name: string,
  more: {
    annotations?: Record<string, string>;
    email?: unknown;
    relations?: [string, string][];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations: more.annotations },
    spec: { profile: { email: more.email as string } },
    relations: more.relations?.map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const entities = [
  anEntity('Group', 'acme'),
  anEntity('Group', 'pay', { relations: [['childOf', 'group:default/Acme']] }),
  anEntity('Group', 'loop', { relations: [['childOf', 'group:default/loop']] }),
  anEntity('User', 'ann', {
    annotations: { 'github.com/user-login': 'Ann-H' },
    email: 'Ann@Example.org',
    relations: [['memberOf', 'group:default/pay']],
  }),
  anEntity('User', 'bea', {
    annotations: {
      'git.example.org/user-login': 'bea',
      'example.org/other': 'x',
    },
    email: 7,
    relations: [
      ['memberOf', 'not a ref at all'],
      ['memberOf', 'group:default/loop'],
    ],
  }),
];

it('reads people and groups as the catalog has them, and again after a while', async () => {
  let clock = 0;
  const catalog = catalogServiceMock({ entities });
  const stream = jest.spyOn(catalog, 'streamEntities');
  const reader = OrganisationReader.create({
    catalog,
    auth: mockServices.auth(),
    pageSize: 2,
    maxAgeMs: 1_000,
    now: () => new Date(clock),
  });
  const organisation = await reader.read();
  await reader.read();
  expect(stream).toHaveBeenCalledTimes(1);
  clock = 1_000;
  await reader.read();
  expect(stream).toHaveBeenCalledTimes(2);

  const github = ['github.com/user-login'];
  expect(findUser({ handle: 'ann-h' }, organisation, github)).toBe(
    'user:default/ann',
  );
  expect(findUser({ email: 'ann@example.org' }, organisation, [])).toBe(
    'user:default/ann',
  );
  expect(findUser({ handle: 'bea' }, organisation, github)).toBeUndefined();
  expect(
    findUser({ handle: 'bea' }, organisation, ['git.example.org/user-login']),
  ).toBe('user:default/bea');
  expect(
    placeOf('user:default/ann', 'group:default/acme', organisation),
  ).toEqual({ at: 'inside' });
  expect(
    placeOf('user:default/bea', 'group:default/acme', organisation),
  ).toEqual({
    at: 'outside',
    distance: undefined,
  });
  expect(placeOf('user:default/ann', 'user:default/bea', organisation)).toEqual(
    {
      at: 'outside',
      distance: undefined,
    },
  );
  expect(placeOf('user:default/bea', 'user:default/bea', organisation)).toEqual(
    { at: 'inside' },
  );
});

it('asks again after it failed', async () => {
  const catalog = catalogServiceMock({ entities });
  const stream = jest.spyOn(catalog, 'streamEntities');
  stream.mockImplementationOnce(() => {
    throw new Error('down');
  });
  const reader = OrganisationReader.create({
    catalog,
    auth: mockServices.auth(),
    pageSize: 2,
    maxAgeMs: 1_000,
    now: () => new Date(0),
  });
  await expect(reader.read()).rejects.toThrow('down');
  expect((await reader.read()).parents.size).toBe(3);
});
