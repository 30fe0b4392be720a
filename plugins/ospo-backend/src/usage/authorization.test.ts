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
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { PermissionMode } from '../shared/__testUtils__/portalDoubles';
import { anInstallation, Installation } from './__testUtils__/anInstallation';
import { Portal } from './__testUtils__/Portal';
import { routesOf } from '../shared/__testUtils__/routesOf';
import {
  aComponent,
  aLicence,
  aReading,
} from './ingest/__testUtils__/aReading';

jest.setTimeout(120_000);

/** In every name that belongs to the component that not everybody may read. */
const MARK = 'krypta';
const HIDDEN = `${MARK}-app`;
/** As long as the hidden one, so that even lengths would have to agree. */
const ABSENT = 'absent-app';
const SECOND_ABSENT = 'nobody-app';

function serviceHeader(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'ospo',
  });
}

const callers = {
  anonymous: undefined,
  seesAll: mockCredentials.user.header('user:default/all'),
  seesNothing: mockCredentials.user.header('user:default/nothing'),
  seesSome: mockCredentials.user.header('user:default/some'),
  otherUser: mockCredentials.user.header('user:default/other'),
  owner: mockCredentials.user.header('user:default/owner'),
  coreTeam: mockCredentials.user.header('user:default/core'),
  listedService: serviceHeader('external:ci'),
  unlistedService: serviceHeader('external:cron'),
};
type CallerName = keyof typeof callers;
const callerNames = Object.keys(callers) as CallerName[];
const modes: PermissionMode[] = ['off', 'allow', 'deny', 'conditional'];

const isService = (caller: CallerName) => caller.endsWith('Service');

/** The model: who may read anything of the slice. */
function mayRead(mode: PermissionMode, caller: CallerName): boolean {
  return isService(caller) || mode !== 'deny';
}

/** The model: who may know of the hidden component. */
function mayKnow(mode: PermissionMode, caller: CallerName): boolean {
  return (
    isService(caller) ||
    mode === 'off' ||
    mode === 'allow' ||
    (mode === 'conditional' &&
      ['seesAll', 'owner', 'coreTeam'].includes(caller))
  );
}

/** The model: who may send its SBOM. */
function maySend(mode: PermissionMode, caller: CallerName): boolean {
  return (
    caller === 'listedService' ||
    (mode !== 'deny' && ['owner', 'coreTeam'].includes(caller))
  );
}

interface Entry {
  /**
   * `list`: answers everybody who may read, with their part only. `hidden`: names one thing, which is absent to those
   * who may not know of it. `core`: the core team's alone. `send`: changes something.
   */
  kind: 'list' | 'hidden' | 'core' | 'send';
  /** Paths to ask for, about a component by this name. */
  paths: (component: string, snapshotId: number) => string[];
}

const component = (name: string) => `/components/component/default/${name}`;
const filters = [
  '',
  '?limit=1',
  '?q=app',
  '?owner=none',
  '?type=service&lifecycle=production',
];
const list = (path: string, ...queries: string[]): Entry => ({
  kind: 'list',
  paths: () => (queries.length ? queries : ['']).map(query => path + query),
});
const about = (tail: string, query = ''): Entry => ({
  kind: 'hidden',
  paths: name => [`${component(name)}${tail}${query}`],
});
const purl = (name: string) =>
  `?purl=${encodeURIComponent(`pkg:npm/${name}-package`)}`;

/** Every route of the slice. A route that is not here fails the first test. */
const matrix: Record<string, Entry> = {
  'GET /overview': list('/overview'),
  'GET /search': list('/search', '?q=app', '?q=pack', '?q=a'),
  'GET /facets': list('/facets'),
  'GET /packages': list(
    '/packages',
    ...filters,
    '?sort=name',
    '?relation=transitive',
    '?licence=known:MIT',
    '?ecosystem=npm',
  ),
  'GET /packages.csv': list('/packages.csv', ...filters),
  'GET /packages/by-purl': {
    kind: 'hidden',
    paths: name => [`/packages/by-purl${purl(name)}`],
  },
  'GET /packages/by-purl/usages': {
    kind: 'hidden',
    paths: name => [
      `/packages/by-purl/usages${purl(name)}`,
      `/packages/by-purl/usages${purl(name)}&owner=group:default/team`,
    ],
  },
  'GET /packages/by-purl/usages.csv': {
    kind: 'hidden',
    paths: name => [`/packages/by-purl/usages.csv${purl(name)}`],
  },
  'GET /licences': list(
    '/licences',
    ...filters,
    '?sort=name',
    '?ecosystem=npm',
  ),
  'GET /licences.csv': list('/licences.csv', ...filters),
  'GET /licences/by-key': {
    kind: 'hidden',
    paths: name => [
      `/licences/by-key?key=${encodeURIComponent(`text:${name} terms`)}`,
    ],
  },
  'GET /components': list(
    '/components',
    ...filters,
    '?sbomState=failed',
    '?sort=-packages',
  ),
  'GET /components.csv': list('/components.csv', ...filters),
  'GET /components/:kind/:namespace/:name': about(''),
  'GET /components/:kind/:namespace/:name/packages': about('/packages'),
  'GET /components/:kind/:namespace/:name/packages.csv': about('/packages.csv'),
  'GET /components/:kind/:namespace/:name/snapshots': about('/snapshots'),
  'GET /components/:kind/:namespace/:name/changes': {
    kind: 'hidden',
    paths: (name, id) => [`${component(name)}/changes?from=${id}&to=${id}`],
  },
  'GET /components/:kind/:namespace/:name/sboms/:snapshotId': {
    kind: 'hidden',
    paths: (name, id) => [`${component(name)}/sboms/${id}`],
  },
  'PUT /components/:kind/:namespace/:name/sboms': {
    kind: 'send',
    paths: name => [`${component(name)}/sboms`],
  },
  'GET /coverage': list('/coverage'),
  'GET /trends': {
    kind: 'hidden',
    paths: name => [`/trends?entityRef=component:default/${name}`],
  },
  'GET /sources': {
    kind: 'core',
    paths: () => ['/sources', '/sources?state=failed'],
  },
};

const [[, createDatabase]] = everyDatabase;

describe('authorization', () => {
  let portal: Portal;
  let snapshotId: number;
  let sent = 0;
  const installations = new Map<string, Installation>();

  async function install(
    mode: PermissionMode,
    coreTeam: string[] = ['group:default/ospo'],
  ): Promise<Installation> {
    const key = `${mode} ${coreTeam}`;
    const installation =
      installations.get(key) ??
      (await anInstallation({
        portal,
        mode,
        coreTeam,
        ingestServices: ['external:ci'],
        groups: {
          'user:default/core': ['group:default/ospo'],
          'user:default/owner': [`group:default/${MARK}-team`],
          'user:default/other': ['group:default/team'],
        },
        owners: {
          [HIDDEN]: `group:default/${MARK}-team`,
          open: 'group:default/team',
        },
        sees: {
          'user:default/all': [HIDDEN, 'open', 'plain'],
          'user:default/core': [HIDDEN, 'open', 'plain'],
          'user:default/owner': [HIDDEN],
          'user:default/some': ['open'],
          'user:default/other': ['plain'],
        },
      }));
    installations.set(key, installation);
    return installation;
  }

  beforeAll(async () => {
    portal = await Portal.create(createDatabase);
    await portal.add('open', ['lodash@1.0.0', 'open-package@1.0.0'], {
      owner: 'group:default/team',
      type: 'service',
      lifecycle: 'production',
    });
    await portal.addComponent('plain');
    const id = await portal.addComponent(HIDDEN, {
      title: `The ${MARK}`,
      owner: `group:default/${MARK}-team`,
      system: `system:default/${MARK}-system`,
      lifecycle: `${MARK}-stage`,
      type: `${MARK}-type`,
    });
    const report = await portal.send(
      HIDDEN,
      [
        'lodash@1.0.0',
        aComponent(`${HIDDEN}-package@9.9.9-${MARK}`, {
          packageKey: `pkg:npm/${HIDDEN}-package`,
          ecosystem: `${MARK}-system`,
          declared: { status: 'text', raw: `${HIDDEN} terms` },
        }),
        aComponent('log4j@1.0.0', {
          declared: aLicence(`LicenseRef-${MARK}`),
          relation: 'transitive',
        }),
      ],
      { target: `${MARK}-target`, stream: `${MARK}-stream` },
    );
    snapshotId = report.snapshot.id;
    await portal.knex('usage_sources').insert({
      entity_id: id,
      source: 'annotation',
      location: `https://${MARK}.example/`,
      target: `${MARK}-target`,
      stream: 'main',
      state: 'failed',
      message: `${MARK} is not there`,
      next_check_at: portal.harness.now.toISOString(),
    });
  });

  afterAll(async () => {
    for (const installation of installations.values()) {
      await installation.stop();
    }
  });

  async function ask(
    installation: Installation,
    caller: CallerName,
    route: string,
    path: string,
  ): Promise<{ status: number; text: string }> {
    const [method] = route.split(' ');
    const url = `/api/ospo${path}`;
    const asked = request(installation.server);
    const call = method === 'PUT' ? asked.put(url) : asked.get(url);
    const header = callers[caller];
    if (header) {
      call.set('authorization', header);
    }
    const answer = await (method === 'PUT'
      ? call
          .set('content-type', 'application/octet-stream')
          .send(aNewDocument())
      : call);
    const body =
      Object.keys(answer.body).length > 0
        ? JSON.stringify(answer.body)
        : answer.text ?? '';
    // The time, and the hash of a body that names what was asked for.
    const { date: _date, etag: _etag, ...headers } = answer.headers;
    return {
      status: answer.status,
      text: `${JSON.stringify(headers)} ${body}`,
    };
  }

  function aNewDocument(): Buffer {
    return Buffer.from(JSON.stringify(aReading({ id: String(sent++) })));
  }

  /** What must be the same for something absent and something that may not be known. */
  function withoutName(text: string, name: string): string {
    return text.replaceAll(name, '*');
  }

  it('knows every route of the live router', async () => {
    const { router } = await install('allow');

    expect(routesOf(router).sort()).toEqual(Object.keys(matrix).sort());
  });

  describe.each(modes)('with permissions %s', mode => {
    it.each(callerNames)(
      'gives %s what is theirs and no more',
      async caller => {
        const installation = await install(mode);
        const surprises: string[] = [];
        for (const [route, { kind, paths }] of Object.entries(matrix)) {
          const hidden = paths(HIDDEN, snapshotId);
          const absent = paths(ABSENT, snapshotId);
          const second = paths(SECOND_ABSENT, snapshotId);
          for (const [index, path] of hidden.entries()) {
            const answer = await ask(installation, caller, route, path);
            const expected = expectedStatus(kind, mode, caller);
            if (answer.status !== expected) {
              surprises.push(
                `${route}: ${path} is ${answer.status}, not ${expected}`,
              );
            }
            if (
              !mayKnow(mode, caller) &&
              kind === 'list' &&
              answer.text.includes(MARK)
            ) {
              surprises.push(`${route}: ${path} tells of '${MARK}'`);
            }
            if (!mayKnow(mode, caller) && kind !== 'list') {
              const other = await ask(
                installation,
                caller,
                route,
                absent[index],
              );
              const another = await ask(
                installation,
                caller,
                route,
                second[index],
              );
              const same =
                answer.status === other.status &&
                withoutName(answer.text, HIDDEN) ===
                  withoutName(other.text, ABSENT);
              if (!same) {
                surprises.push(
                  `${route}: ${path} is not like an absent one: ${answer.text} ${other.text}`,
                );
              }
              // The comparison must be able to fail only for a reason.
              if (
                withoutName(another.text, SECOND_ABSENT) !==
                withoutName(other.text, ABSENT)
              ) {
                surprises.push(`${route}: two absent ones differ`);
              }
            }
          }
        }

        expect(surprises).toEqual([]);
      },
    );
  });

  function expectedStatus(
    kind: Entry['kind'],
    mode: PermissionMode,
    caller: CallerName,
  ): number {
    if (caller === 'anonymous') {
      return 401;
    }
    if (!mayRead(mode, caller)) {
      return 403;
    }
    switch (kind) {
      case 'list':
        return 200;
      case 'core':
        return caller === 'coreTeam' ? 200 : 403;
      case 'send':
        if (maySend(mode, caller)) {
          return 201;
        }
        return mayKnow(mode, caller) ? 403 : 404;
      default:
        return mayKnow(mode, caller) ? 200 : 404;
    }
  }

  it.each(modes)(
    'has no core team while none is configured, with permissions %s',
    async mode => {
      const installation = await install(mode, []);
      for (const caller of callerNames) {
        const { status } = await ask(installation, caller, 'GET', '/sources');
        expect(status).toBe(caller === 'anonymous' ? 401 : 403);
      }
      const { status } = await ask(
        installation,
        'coreTeam',
        'PUT',
        `${component('open')}/sboms`,
      );
      expect(status).toBe(403);
    },
  );

  it('lets only the core team and listed services import documents of former times', async () => {
    for (const mode of ['off', 'allow', 'conditional'] as const) {
      const installation = await install(mode);
      for (const caller of callerNames) {
        const { status } = await ask(
          installation,
          caller,
          'PUT',
          `${component('open')}/sboms?asOf=2199-01-01`,
        );
        // Those who may are told that the day lies in the future.
        const mayImport = ['coreTeam', 'listedService'].includes(caller);
        expect([
          mode,
          caller,
          mayImport ? status === 400 : status >= 401,
        ]).toEqual([mode, caller, true]);
      }
    }
  });

  it('tells in every total only what the caller may see', async () => {
    const installation = await install('conditional');
    const read = async (caller: CallerName, path: string) =>
      JSON.parse(
        (await ask(installation, caller, 'GET', path)).text.replace(
          /^.*?\} /,
          '',
        ),
      );

    const some = await read('seesSome', '/overview');
    const all = await read('seesAll', '/overview');

    expect(some.totals).toMatchObject({ packages: 2, usages: 2, licences: 1 });
    expect(all.totals.packages).toBeGreaterThan(2);
    expect(some.basis).toMatchObject({ visibility: 'visible', components: 1 });
    const lodash = await read(
      'seesSome',
      '/packages/by-purl?purl=pkg:npm/lodash',
    );
    expect(lodash).toMatchObject({ components: 1, versions: 1 });
    const facets = await read('seesNothing', '/facets');
    expect(facets).toEqual({
      ecosystems: [],
      owners: [],
      systems: [],
      lifecycles: [],
      types: [],
    });
  });

  it('gives the uploader the mend when it refuses', async () => {
    const installation = await install('off');
    const put = (caller: CallerName) =>
      ask(installation, caller, 'PUT', `${component('open')}/sboms`);

    expect((await put('unlistedService')).text).toContain(
      'ospo.access.ingestServices',
    );
    expect((await put('seesSome')).text).toContain('ask its owner');
    expect((await put('otherUser')).status).toBe(201);
  });
});
