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

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InnerSourceProject } from '@ospo-suite/backstage-plugin-ospo-common';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import {
  aGroupOf,
  anEntityOf,
} from '../competencies/__testUtils__/catalogEntities';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anInnerSource } from './__testUtils__/anInnerSource';

jest.setTimeout(60_000);

const CATALOGS = path.resolve(
  __dirname,
  '../../../../../shared/data/innersource/catalogs',
);
const [[, createDatabase]] = everyDatabase;

/** As they lie in Git: the catalog has made no relations of them. */
function readCatalog(name: string): Entity[] {
  const folder = path.join(CATALOGS, name);
  return readdirSync(folder).flatMap(file =>
    parseAllDocuments(readFileSync(path.join(folder, file), 'utf8'))
      .map(document => document.toJS() as Entity | null)
      .filter(entity => entity !== null),
  );
}

async function listAll(entities: Entity[]): Promise<InnerSourceProject[]> {
  const office = await anInnerSource({
    knex: await createDatabase(),
    entities,
    config: {
      discovery: { kinds: ['component', 'api', 'system'] },
    },
  });
  const found: InnerSourceProject[] = [];
  let cursor: string | undefined;
  do {
    const { body, status } = await request(office.server)
      .get('/api/ospo/innersource/projects')
      .query({ limit: 50, ...(cursor ? { cursor } : {}) })
      .set('authorization', mockCredentials.user.header());
    expect(status).toBe(200);
    found.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  await office.stop();
  return found;
}

const asProjects = (entities: Entity[]) =>
  entities.map(entity => ({
    ...entity,
    metadata: {
      ...entity.metadata,
      tags: [...(entity.metadata.tags ?? []), 'inner-source'],
    },
  }));

it('reports the 14 dangling owners of a real catalog, and takes all the rest', async () => {
  const entities = readCatalog('giantswarm');
  const projects = await listAll(asProjects(entities));
  // Nine are declared twice; the catalog keeps one of each.
  expect(entities.filter(({ kind }) => kind !== 'Group')).toHaveLength(93);
  expect(projects).toHaveLength(84);
  const dangling = projects.filter(
    ({ ownerState }) => ownerState === 'missing',
  );
  const refs = new Set(dangling.map(({ ref }) => ref));
  expect(
    entities.filter(entity => refs.has(stringifyEntityRef(entity))),
  ).toHaveLength(14);
  expect(new Set(dangling.map(({ ownerRef }) => ownerRef))).toEqual(
    new Set([
      'group:default/team-phoenix',
      'group:default/team-team-name',
      'group:default/team-rocket',
    ]),
  );
  for (const { marks, standing } of dangling) {
    expect(marks).toContain('owner-missing');
    expect(standing).not.toBe('open');
  }
  // Those that need care stand under a heading of their own.
  const standings = projects.map(({ standing }) => standing);
  expect(standings.lastIndexOf('open')).toBeLessThan(
    standings.indexOf('needs-care'),
  );
  expect(
    projects.filter(({ repository }) => repository).length,
  ).toBeGreaterThan(50);
});

it('keeps apart what has one name in two namespaces', async () => {
  const users = readCatalog('acme').filter(({ kind }) => kind === 'User');
  const names = users.map(({ metadata }) => metadata.name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  const owners = users.filter(({ metadata }) => metadata.name === twice);
  expect(owners.length).toBeGreaterThan(1);
  const projects = await listAll([
    ...users,
    ...owners.map(({ metadata: { name, namespace = 'default' } }) =>
      anEntityOf('Component', `${namespace}/same`, {
        tags: ['inner-source'],
        relations: [['ownedBy', `user:${namespace}/${name}`]],
      }),
    ),
  ]);
  expect(projects).toHaveLength(owners.length);
  expect(new Set(projects.map(({ ownerRef }) => ownerRef)).size).toBe(
    owners.length,
  );
  expect(projects.every(({ ownerState }) => ownerState === 'present')).toBe(
    true,
  );
});

it('comes to an end in groups that are above themselves', async () => {
  const projects = await listAll([
    aGroupOf('a', { parent: 'group:default/b' }),
    aGroupOf('b', { parent: 'group:default/c' }),
    aGroupOf('c', { parent: 'group:default/a' }),
    aGroupOf('self', { parent: 'group:default/self' }),
    ...['a', 'self'].map(owner =>
      anEntityOf('Component', `of-${owner}`, {
        tags: ['inner-source'],
        relations: [['ownedBy', `group:default/${owner}`]],
      }),
    ),
  ]);
  expect(projects.map(({ ownerState }) => ownerState)).toEqual([
    'present',
    'present',
  ]);
});
