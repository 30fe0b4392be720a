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

import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CompetencyProvider } from '@ospo-suite/backstage-plugin-ospo-common';
import { parseAllDocuments } from 'yaml';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import {
  aCompetency,
  aGroup,
  aProvider,
  aSnapshot,
} from '../__testUtils__/aDirectory';
import { anOffice } from '../__testUtils__/anOffice';
import { routeWorkItem } from './routeWorkItem';
import { RoutedWork, RoutingContext } from './RoutingContext';

jest.setTimeout(120_000);

const ORG = '../../../shared/data/innersource/org';

function readOrg(file: string): Promise<string> {
  const path = resolvePackagePath(
    '@ospo-suite/backstage-plugin-ospo-backend',
    ORG,
    file,
  );
  return readFile(path, 'utf8');
}

interface Unit {
  dir: string;
  roles: { emeritus_leads?: { id: string }[] };
}

/** A real organisation: its units, their members, and those who led a unit and do no more. */
async function readKubernetes() {
  const entities = parseAllDocuments(
    await readOrg('kubernetes-sigs.backstage.yaml'),
  ).map((document): Entity => document.toJSON());
  const users = entities.filter(({ kind }) => kind === 'User');
  const members = new Map<string, string[]>();
  for (const user of users) {
    for (const unit of Object(user.spec).memberOf ?? []) {
      const ref = `group:default/${unit}`;
      members.set(ref, [...(members.get(ref) ?? []), stringifyEntityRef(user)]);
    }
  }
  const groups = entities
    .filter(({ kind }) => kind === 'Group')
    .map(entity => {
      const ref = stringifyEntityRef(entity);
      const parent = Object(entity.spec).parent;
      return aGroup(ref, members.get(ref), {
        parentRef: parent && `group:default/${parent}`,
      });
    });
  return {
    entities,
    groups,
    users: new Set(users.map(user => stringifyEntityRef(user))),
  };
}

/** Refs of those whom a unit thanks for former work. */
async function readEmeriti(): Promise<Map<string, string[]>> {
  const { units }: { units: Unit[] } = JSON.parse(
    await readOrg('kubernetes-sigs.pseudonymised.json'),
  );
  return new Map(
    units.map(({ dir, roles }) => [
      dir,
      (roles.emeritus_leads ?? []).map(({ id }) => `user:default/${id}`),
    ]),
  );
}

describe('routing over a real organisation', () => {
  let kubernetes: Awaited<ReturnType<typeof readKubernetes>>;
  let emeriti: Map<string, string[]>;

  beforeAll(async () => {
    kubernetes = await readKubernetes();
    emeriti = await readEmeriti();
  });

  /** Every unit and every person who ever led one, as the competency's providers. */
  function providers(): CompetencyProvider[] {
    const { groups, users } = kubernetes;
    const people = new Set([...users, ...[...emeriti.values()].flat()]);
    return [
      ...groups.map(({ ref }) => aProvider(ref)),
      ...[...people].map(ref =>
        aProvider(ref, {
          source: 'annotation',
          state: users.has(ref) ? 'present' : 'missing',
          priority: 2,
        }),
      ),
    ];
  }

  const away = 'user:default/u-00f0a827';
  const snapshotOf = (of: CompetencyProvider[]) =>
    aSnapshot({
      groups: kubernetes.groups,
      users: kubernetes.users,
      absences: [
        { id: '1', providerRef: away, from: '2026-11-20', to: '2026-12-01' },
      ],
      competencies: [aCompetency('review', of)],
    });
  const work: RoutedWork = {
    requestId: 'r',
    workItemId: 'w',
    competencyRef: 'competency:default/review',
    authority: 'decide',
    tries: [],
  };
  const context: RoutingContext = {
    now: '2026-11-23T09:00:00.000Z',
    neededUntil: '2026-11-25T09:00:00.000Z',
    requesterRef: 'user:default/u-0090cf57',
    confidentiality: 'internal',
    businessUnits: ['group:default/wg-etcd-operator'],
    countries: [],
    languages: [],
    technologies: [],
    loads: new Map(),
    hoursPerWorkItem: 2,
  };

  it('has 165 entities, with people who are emeritus and no longer there', () => {
    expect(kubernetes.entities).toHaveLength(165);
    const gone = [...emeriti.values()]
      .flat()
      .filter(ref => !kubernetes.users.has(ref));
    expect(gone.length).toBeGreaterThan(10);
  });

  it('asks nobody who is emeritus, away or who asks, and says of each why not', () => {
    const all = providers();
    const { candidates, proposedRef } = routeWorkItem(
      snapshotOf(all),
      work,
      context,
    );
    expect(candidates).toHaveLength(all.length);
    const eligible = candidates.filter(({ rank }) => rank !== undefined);
    expect(eligible.length).toBeGreaterThan(100);
    expect(proposedRef).toBe(eligible[0].ref);
    for (const { ref } of eligible) {
      expect(
        kubernetes.groups.some(group => group.ref === ref) ||
          kubernetes.users.has(ref),
      ).toBe(true);
    }
    for (const { rank, rejections, ranking } of candidates) {
      expect(rejections.length > 0).toBe(rank === undefined);
      expect(ranking).toHaveLength(rank === undefined ? 0 : 7);
      expect(rejections.every(({ detail }) => detail.length > 0)).toBe(true);
    }
    const codesOf = (ref: string) =>
      candidates
        .find(candidate => candidate.ref === ref)
        ?.rejections.map(({ code }) => code);
    expect(codesOf(away)).toEqual(['absent']);
    expect(codesOf(context.requesterRef)).toEqual(['is-requester']);
    const gone = [...emeriti.values()]
      .flat()
      .filter(ref => !kubernetes.users.has(ref));
    for (const ref of gone) {
      expect(codesOf(ref)).toContain('missing');
    }
  });

  it('asks the one who is left when all others go, and nobody when they are gone', () => {
    let left = providers();
    const asked: string[] = [];
    for (;;) {
      const { proposedRef } = routeWorkItem(snapshotOf(left), work, context);
      if (proposedRef === undefined) {
        break;
      }
      asked.push(proposedRef);
      left = left.filter(({ ref }) => ref !== proposedRef);
    }
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(100);
    expect(routeWorkItem(snapshotOf([]), work, context)).toMatchObject({
      candidates: [],
      proposedRef: undefined,
    });
  });

  it('answers the same again, on every database', async () => {
    const explanations = [];
    for (const [, createDatabase] of everyDatabase) {
      const office = await anOffice({
        knex: await createDatabase(),
        snapshot: snapshotOf(providers()),
        groups: { 'user:default/core': ['group:default/ospo'] },
        config: {
          types: {
            review: {
              title: { en: 'Review' },
              description: { en: 'Review' },
              schema: { type: 'object' },
              defaultConfidentiality: 'internal',
              serviceLevel: { ack: 'P2D', done: 'P5D' },
              subjects: [],
              decidedBy: 'core-team',
              fourEyes: true,
              routing: 'confirm',
              outcomes: ['answered'],
              rules: [
                {
                  competency: 'review',
                  authority: 'decide',
                  blocking: true,
                  reason: { en: 'Always' },
                },
              ],
            },
          },
        },
      });
      const draft = await office.draft(context.requesterRef, {
        typeId: 'review',
        title: 'Look at this',
        answers: {},
        subject: {},
      });
      const detail = await office.command(context.requesterRef, draft, {
        kind: 'submit',
      });
      const [item] = detail.items;
      const path = `/requests/${detail.id}/routing?workItemId=${item.id}`;
      const first = await office.send('user:default/core', 'get', path);
      const again = await office.send('user:default/core', 'get', path);
      expect(again.body).toEqual(first.body);
      expect(first.body.candidates.length).toBe(providers().length);
      // Hashes are of the request's id, which differs from office to office.
      explanations.push(
        first.body.candidates
          .map(({ ref, rejections }: { ref: string; rejections: object[] }) =>
            JSON.stringify([ref, rejections]),
          )
          .sort(),
      );
      await office.stop();
    }
    for (const explanation of explanations) {
      expect(explanation).toEqual(explanations[0]);
    }
  });
});
