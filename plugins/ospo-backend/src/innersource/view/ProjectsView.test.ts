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

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mockCredentials } from '@backstage/backend-test-utils';
import { OfficeCaller } from '../../access';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import {
  anInnerSource,
  InnerSourceOffice,
} from '../__testUtils__/anInnerSource';
import { smallCatalog } from '../__testUtils__/smallCatalog';
import { ProjectsView, ProjectsViews } from './ProjectsView';

jest.setTimeout(60_000);

// Node has it only when it is asked for.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const PAY = 'component:default/pay';
const [[, createDatabase]] = everyDatabase;

describe('ProjectsViews', () => {
  let office: InnerSourceOffice;
  const entities = smallCatalog();
  const views = ProjectsViews.create({ now: () => new Date('2026-11-25') });

  function aCaller(name: string, visible: readonly string[]): OfficeCaller {
    const userRef = `user:default/${name}`;
    return {
      credentials: mockCredentials.user(userRef),
      userRef,
      claims: new Set([userRef]),
      isCoreTeam: false,
      seesAll: false,
      holds: () => true,
      require: () => {},
      requireCoreTeam: () => {},
      visibleRefs: async refs =>
        new Set([...refs].filter(ref => visible.includes(ref))),
    };
  }
  const viewOf = async (caller: OfficeCaller): Promise<ProjectsView> =>
    views.of(await office.directory.snapshot(), caller);

  beforeAll(async () => {
    office = await anInnerSource({ knex: await createDatabase(), entities });
  });
  afterAll(() => office.stop());

  it('keeps the view of each caller while they see the same', async () => {
    const view = await viewOf(aCaller('asa', [PAY]));
    expect(view.projects.map(({ project: { ref } }) => ref)).toEqual([PAY]);
    const other = await viewOf(aCaller('other', []));
    expect(other.projects).toEqual([]);
    expect(await viewOf(aCaller('asa', [PAY]))).toBe(view);
    expect(await viewOf(aCaller('other', []))).toBe(other);
    const less = await viewOf(aCaller('asa', []));
    expect(less.projects).toEqual([]);
  });

  it('holds on to no snapshot but the last', async () => {
    const seen = await (async () => {
      await viewOf(aCaller('asa', [PAY]));
      return new WeakRef(await office.directory.snapshot());
    })();
    const pay = entities.find(({ metadata }) => metadata.name === 'pay');
    Object.assign(pay?.metadata ?? {}, { title: 'Another title' });
    await office.discovery.run();
    const { generation } = await office.directory.fresh();
    expect(seen.deref()?.generation).not.toBe(generation);
    // What a WeakRef gave is kept until the turn ends.
    await new Promise(setImmediate);
    collect();
    expect(seen.deref()).toBeUndefined();
  });
});
