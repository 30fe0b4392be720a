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

import { setTimeout as delay } from 'node:timers/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import request from 'supertest';
import catalogModuleOspo from '..';

const KINDS = [
  'API',
  'Competency',
  'Component',
  'Domain',
  'Group',
  'Location',
  'Resource',
  'System',
  'User',
];

/** A real catalog that reads files, with this module in it. */
export class TestCatalog {
  readonly #backend: TestBackend;
  readonly #errors: Map<string, string>;

  static async start(options: {
    files: string[];
    ospo?: object;
  }): Promise<TestCatalog> {
    const errors = new Map<string, string>();
    const listener = createBackendModule({
      // In tests, every plugin has events of its own.
      pluginId: 'catalog',
      moduleId: 'listener',
      register(env) {
        env.registerInit({
          deps: { events: eventsServiceRef },
          async init({ events }) {
            await events.subscribe({
              id: 'listener',
              topics: ['experimental.catalog.errors'],
              async onEvent({ eventPayload }) {
                const { entity, errors: found } = eventPayload as {
                  entity: string;
                  errors: Error[];
                };
                errors.set(entity, found.map(String).join('\n'));
              },
            });
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleOspo,
        listener,
        mockServices.rootConfig.factory({
          data: {
            ospo: options.ospo,
            catalog: {
              processingInterval: { minutes: 10 },
              rules: [{ allow: KINDS }],
              locations: options.files.map(target => ({
                type: 'file',
                target,
              })),
            },
          },
        }),
      ],
    });
    return new TestCatalog(backend, errors);
  }

  private constructor(backend: TestBackend, errors: Map<string, string>) {
    this.#backend = backend;
    this.#errors = errors;
  }

  stop(): Promise<void> {
    return this.#backend.stop();
  }

  /** Processing errors by entity ref. */
  get errors(): ReadonlyMap<string, string> {
    return this.#errors;
  }

  async entities(): Promise<Map<string, Entity>> {
    const { body } = await request(this.#backend.server)
      .get('/api/catalog/entities')
      .expect(200);
    return new Map(
      (body as Entity[]).map(entity => [stringifyEntityRef(entity), entity]),
    );
  }

  /** Waits until the catalog is as asked for, because it processes in its own time. */
  async until(
    isThere: (entities: Map<string, Entity>) => boolean,
  ): Promise<Map<string, Entity>> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const entities = await this.entities();
      if (isThere(entities)) {
        return entities;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `The catalog has ${
            entities.size
          } entities and not those asked for; errors: ${JSON.stringify([
            ...this.#errors,
          ])}`,
        );
      }
      await delay(250);
    }
  }
}

/** Targets of an entity's relations of one type, sorted. */
export function targets(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .sort();
}
