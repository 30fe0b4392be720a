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
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  RequestCommand,
  RequestDetail,
  SaveRequest,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import request from 'supertest';
import { DefaultOfficeCallers } from '../../access';
import { DirectorySnapshot } from '../../competencies';
import { startSlice } from '../../shared/__testUtils__/startSlice';
import { createRequestsSlice } from '../createRequestsSlice';
import { UsageFactsReader } from '../facts/UsageFactsReader';
import { DefaultRequestNotifier } from '../notify/DefaultRequestNotifier';
import { readRequestsConfig } from '../readRequestsConfig';
import { sortableIds } from '../sortableIds';
import {
  catalogDouble,
  permissionsDouble,
  PortalOptions,
} from './portalDoubles';

/** A Monday morning. */
export const MONDAY = new Date('2026-11-23T09:00:00.000Z');

/** Somebody was told something. */
export interface Told {
  to: string[];
  topic: string;
  title: string;
  description?: string;
  link?: string;
}

export interface OfficeOptions extends PortalOptions {
  knex: Knex;
  snapshot: DirectorySnapshot;
  /** Groups of users. */
  groups?: Record<string, string[]>;
  coreTeam?: string[];
  config?: JsonObject;
  usage?: UsageFactsReader;
}

/** The slice in a backend of its own, with people, a catalog and a clock that tests turn. */
export async function anOffice(options: OfficeOptions) {
  const { coreTeam = ['group:default/ospo'] } = options;
  const told: Told[] = [];
  const published: unknown[] = [];
  const clock = { now: MONDAY };
  /** What tests put in the way of notifications. */
  const post = { before: async () => {} };
  const now = () => clock.now;
  const directory = { snapshot: options.snapshot };
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  // The real one, over services that write down what they are given.
  const notifier = DefaultRequestNotifier.create({
    coreTeam,
    logger,
    events: {
      publish: async event => {
        published.push(event);
      },
      subscribe: async () => {},
    },
    notifications: {
      send: async ({ recipients, payload }) => {
        await post.before();
        const to =
          recipients.type === 'entity' ? [recipients.entityRef].flat() : [];
        const { title, description, link, topic = '' } = payload;
        told.push({ to, topic, title, description, link });
      },
    },
  });
  const { built, server, stop } = await startSlice({
    catalog: catalogDouble(options),
    permissions: permissionsDouble(options),
    groups: options.groups,
    build: services =>
      createRequestsSlice({
        ...services,
        config: readRequestsConfig(
          new ConfigReader({ ospo: { requests: options.config ?? {} } }),
        ),
        logger,
        coreTeam,
        notifier,
        scheduler: mockServices.scheduler.mock(),
        annotationPrefixes: ['ospo/'],
        knex: options.knex,
        usage: options.usage,
        callers: DefaultOfficeCallers.create({
          ...services,
          coreTeam,
          visibilityTtlMs: 1,
          now,
        }),
        directory: { snapshot: async () => directory.snapshot },
        newId: sortableIds({ now }),
        now,
      }),
    routersOf: ({ router }) => [router],
  });

  /** Sends a request as this user, as a service when it is no user, or as nobody. */
  async function send(
    caller: string | undefined,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object | string,
  ) {
    const call = request(server)[method](`/api/ospo${path}`);
    if (caller) {
      call.set('authorization', headerOf(caller));
    }
    if (typeof body === 'string') {
      call.set('content-type', 'application/json');
    }
    return await (body === undefined ? call : call.send(body));
  }

  async function answered(
    ...of: Parameters<typeof send>
  ): Promise<RequestDetail> {
    const answer = await send(...of);
    if (answer.status >= 400) {
      throw new Error(`${answer.status}: ${answer.body?.error?.message}`);
    }
    return answer.body;
  }

  const { clock: requestClock, ...api } = built;
  return {
    ...api,
    /** What the scheduled job does. */
    run: () => requestClock.run(),
    knex: options.knex,
    post,
    told,
    published,
    clock,
    directory,
    logger,
    send,
    stop,
    draft: (user: string, of: SaveRequest) =>
      answered(user, 'post', '/requests', of),
    /** Gives a command, and answers with the request as it is then; throws when it is refused. */
    command: (
      user: string,
      { id, version }: Pick<RequestDetail, 'id' | 'version'>,
      command: RequestCommand,
    ) =>
      answered(user, 'post', `/requests/${id}/commands`, { version, command }),
    read: (user: string, id: string) =>
      answered(user, 'get', `/requests/${id}`),
  };
}

export type Office = Awaited<ReturnType<typeof anOffice>>;

function headerOf(caller: string): string {
  return caller.startsWith('user:')
    ? // Tests name users as the catalog does.
      mockCredentials.user.header(caller as `user:${string}/${string}`)
    : mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(caller),
        targetPluginId: 'ospo',
      });
}
