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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ospoCompetencyManagePermission,
  ospoCompetencyReadPermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DefaultOfficeCallers } from './DefaultOfficeCallers';

const user = mockCredentials.user('user:default/Asa');

function anEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}

function setUp(options: {
  held?: string[];
  catalogRead?: PolicyDecision;
  groups?: string[];
  coreTeam?: string[];
}) {
  let clock = Date.parse('2026-11-25T08:00:00Z');
  const real = catalogServiceMock({ entities: [anEntity('a'), anEntity('b')] });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: (request, as) => real.getEntitiesByRefs(request, as),
  });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }): PolicyDecision => {
        if (permission.name === 'catalog.entity.read') {
          return options.catalogRead ?? { result: AuthorizeResult.ALLOW };
        }
        return {
          result: options.held?.includes(permission.name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        };
      }),
  });
  const callers = DefaultOfficeCallers.create({
    auth: mockServices.auth(),
    permissions,
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: options.groups ?? [],
    }),
    catalog,
    coreTeam: options.coreTeam ?? [],
    visibilityTtlMs: 30_000,
    now: () => new Date(clock),
  });
  return {
    callers,
    catalog,
    permissions,
    pass: (ms: number) => {
      clock += ms;
    },
  };
}

const refs = [
  'component:default/a',
  'component:default/b',
  'component:default/c',
];
const conditional: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'X', resourceType: 'catalog-entity', params: {} },
};

function refusalOf(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

it('asks everything about a caller in one round trip', async () => {
  const { callers, permissions } = setUp({
    held: ['ospo.competency.read'],
    groups: ['group:default/Team'],
  });
  const caller = await callers.enter(user);
  expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  expect(caller.userRef).toBe('user:default/asa');
  expect(caller.serviceSubject).toBeUndefined();
  expect([...caller.claims]).toEqual([
    'user:default/asa',
    'group:default/team',
  ]);
  expect(caller.holds(ospoCompetencyReadPermission)).toBe(true);
  expect(() => caller.require(ospoCompetencyManagePermission)).toThrow(
    "Missing permission 'ospo.competency.manage'",
  );
});

it.each([
  [[], ['group:default/ospo'], false],
  [['group:default/ospo'], [], false],
  [['group:default/OSPO'], ['group:default/ospo'], true],
  [['user:default/asa'], [], true],
])(
  'with the core team %j and groups %j: %s',
  async (coreTeam, groups, isCore) => {
    const { callers } = setUp({
      coreTeam,
      groups,
      held: ['ospo.competency.read'],
    });
    const caller = await callers.enter(user);
    expect(caller.isCoreTeam).toBe(isCore);
    const refusal = expect.stringContaining('Only the core team');
    expect(
      refusalOf(() => caller.requireCoreTeam(ospoCompetencyReadPermission)),
    ).toEqual(isCore ? undefined : refusal);
    expect(() =>
      caller.requireCoreTeam(ospoCompetencyManagePermission),
    ).toThrow('Missing permission');
  },
);

it('never takes a service for the core team', async () => {
  const { callers } = setUp({ coreTeam: ['user:default/asa'] });
  const caller = await callers.enter(mockCredentials.service('external:ci'));
  expect(caller.serviceSubject).toBe('external:ci');
  expect(caller.userRef).toBeUndefined();
  expect(caller.claims.size).toBe(0);
  expect(caller.isCoreTeam).toBe(false);
});

it('shows what there is to whoever may read everything, asked once for all of them', async () => {
  const { callers, catalog } = setUp({});
  const first = await callers.enter(user);
  expect([...(await first.visibleRefs(refs))]).toEqual(refs.slice(0, 2));
  const other = await callers.enter(mockCredentials.user('user:default/bo'));
  expect([...(await other.visibleRefs(refs.slice(1)))]).toEqual([refs[1]]);
  expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
});

it('asks for each caller alone when it depends on the entity, and again after a while', async () => {
  const { callers, catalog, pass } = setUp({ catalogRead: conditional });
  const ask = async (name: string) =>
    (
      await callers.enter(mockCredentials.user(`user:default/${name}`))
    ).visibleRefs(refs);
  await ask('asa');
  await ask('asa');
  await ask('bo');
  expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
  pass(30_000);
  await ask('asa');
  expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
});

it('shows nothing to whoever may read nothing, without asking', async () => {
  const { callers, catalog } = setUp({
    catalogRead: { result: AuthorizeResult.DENY },
  });
  const caller = await callers.enter(user);
  expect((await caller.visibleRefs(refs)).size).toBe(0);
  expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
});

it('keeps what is visible of a frozen list as long as the answers', async () => {
  const { callers, pass } = setUp({});
  const list = Object.freeze([...refs]);
  const first = await (await callers.enter(user)).visibleRefs(list);
  const second = await (await callers.enter(user)).visibleRefs(list);
  expect(second).toBe(first);
  expect([...first]).toEqual(refs.slice(0, 2));
  pass(30_000);
  const later = await (await callers.enter(user)).visibleRefs(list);
  expect(later).not.toBe(first);
  expect([...later]).toEqual([...first]);
});

it('says that the catalog is out of reach, instead of showing nothing', async () => {
  const { callers, catalog } = setUp({});
  catalog.getEntitiesByRefs.mockRejectedValue(new Error('down'));
  const caller = await callers.enter(user);
  await expect(caller.visibleRefs(refs)).rejects.toThrow(
    ServiceUnavailableError,
  );
});

it('says to a token that leaves out the catalog what it lacks', async () => {
  const { callers, catalog } = setUp({});
  catalog.getEntitiesByRefs.mockRejectedValue(
    new NotAllowedError('not included in access restrictions'),
  );
  const caller = await callers.enter(user);
  const refusal = caller.visibleRefs(refs);
  await expect(refusal).rejects.toThrow(NotAllowedError);
  await expect(refusal).rejects.toThrow("needs 'plugin: catalog'");
});
