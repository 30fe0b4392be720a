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

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { json } from 'express';
import Router from 'express-promise-router';
import { Landscape } from '../Landscape';
import { officeEntities } from './officeEntities';
import { StandInEntity } from './StandInEntity';

/**
 * Answers what a catalog would say of the seeded components, out of the seed. A real catalog takes minutes to take in
 * 10,000 entities and is not what is measured.
 */
export function catalogStandIn(options: {
  components: number;
  /** With competencies and those who provide them. */
  withOffice: boolean;
}) {
  const landscape = Landscape.create(options);
  const office = options.withOffice ? officeEntities() : [];
  const officeByRef = new Map(
    office.map(entity => [
      `${entity.kind}:default/${entity.metadata.name}`.toLowerCase(),
      entity,
    ]),
  );
  const find = (ref: string) =>
    officeByRef.get(ref) ?? entityOf(landscape, ref);
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = Router();
          router.use(json({ limit: '10mb' }));
          router.get('/entities/by-query', async (req, res) => {
            const [kinds = '', start = '0'] = req.query.cursor
              ? `${req.query.cursor}`.split(' ')
              : [kindsOf(`${req.query.filter ?? ''}`)];
            const asked = office.filter(({ kind }) =>
              kinds.includes(kind.toLowerCase()),
            );
            const components =
              kinds === '' || kinds.includes('component')
                ? landscape.components
                : 0;
            const all = asked.length + components;
            const from = Number(start);
            const to = Math.min(from + Number(req.query.limit ?? 100), all);
            res.json({
              items: range(from, to).map(
                index =>
                  asked[index] ?? componentOf(landscape, index - asked.length),
              ),
              totalItems: all,
              pageInfo: to < all ? { nextCursor: `${kinds} ${to}` } : {},
            });
          });
          router.post('/entities/by-refs', async (req, res) => {
            const refs: string[] = req.body.entityRefs;
            res.json({ items: refs.map(find) });
          });
          router.get('/entities/by-name/:kind/:namespace/:name', (req, res) => {
            const { kind, namespace, name } = req.params;
            res.json(find(`${kind}:${namespace}/${name}`));
          });
          httpRouter.use(router);
        },
      });
    },
  });
}

function entityOf(landscape: Landscape, ref: string): StandInEntity | null {
  const [, kind, name] = /^([^:]+):default\/(.+)$/.exec(ref) ?? [];
  if (kind === 'component') {
    return componentOf(landscape, Number(name.replace('component-', '')));
  }
  return kind === 'group' || kind === 'system'
    ? {
        apiVersion: 'backstage.io/v1alpha1',
        kind: kind === 'group' ? 'Group' : 'System',
        metadata: { name, namespace: 'default' },
        spec: { type: 'team' },
        relations: [],
      }
    : null;
}

function componentOf(landscape: Landscape, index: number): StandInEntity {
  const { name, ownerRef, systemRef, lifecycle } = landscape.component(index);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle, owner: ownerRef, system: systemRef },
    relations: [
      { type: 'ownedBy', targetRef: ownerRef },
      { type: 'partOf', targetRef: systemRef },
    ],
  };
}

/** Kinds of a filter such as `kind=group,kind=user`, in lower case and with commas between. */
function kindsOf(filter: string): string {
  return [...filter.matchAll(/kind=([a-z]+)/gi)]
    .map(([, kind]) => kind.toLowerCase())
    .join(',');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
