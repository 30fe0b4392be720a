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
import { RequestCommandKind } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import {
  GuardedCall,
  PermissionTable,
  refusalsOf,
  usersOf,
} from '../shared/__testUtils__/permissionTable';
import { anOffice, Office } from './__testUtils__/anOffice';
import { aDirectory, aRelease } from './__testUtils__/aRelease';
import { commandPermissions } from './commandPermissions';
import { RequestsService } from './RequestsService';

jest.setTimeout(60_000);

const READ = 'ospo.request.read';
const CREATE = 'ospo.request.create';
const UPDATE = 'ospo.request.update';

function command(kind: RequestCommandKind): GuardedCall<RequestsService> {
  return {
    needs: [READ, commandPermissions[kind].name],
    call: (service, as) =>
      service.commandRequest(
        'none',
        // Only its kind matters: there is no such request.
        { version: 1, command: { kind } as never },
        as,
      ),
  };
}

/** Every method; one that is not here does not compile. */
const table: PermissionTable<RequestsService> = {
  listRequestTypes: {
    needs: [READ],
    call: (service, as) => service.listRequestTypes(as),
  },
  listRequests: {
    needs: [READ],
    call: (service, as) => service.listRequests({ view: 'all' }, as),
  },
  countRequests: {
    needs: [READ],
    call: (service, as) => service.countRequests(as),
  },
  createRequest: {
    needs: [READ, CREATE],
    call: (service, as) => service.createRequest(aRelease(), as),
  },
  saveRequest: {
    needs: [READ, CREATE],
    call: (service, as) =>
      service.saveRequest('none', { ...aRelease(), version: 1 }, as),
  },
  getRequest: {
    needs: [READ],
    call: (service, as) => service.getRequest('none', as),
  },
  getRequestByNumber: {
    needs: [READ],
    call: (service, as) => service.getRequestByNumber(42, as),
  },
  deleteRequest: {
    needs: [READ, CREATE],
    call: (service, as) => service.deleteRequest('none', as),
  },
  commandRequest: command('submit'),
  previewRequest: {
    needs: [READ, CREATE],
    call: (service, as) => service.previewRequest(aRelease(), as),
  },
  explainRouting: {
    needs: [READ],
    call: (service, as) =>
      service.explainRouting({ requestId: 'none', workItemId: 'none' }, as),
  },
  listGaps: {
    needs: [READ, UPDATE],
    call: (service, as) => service.listGaps({}, as),
  },
  getFigures: {
    needs: [READ, UPDATE],
    call: (service, as) =>
      service.getFigures(
        { from: '2026-01-01', to: '2026-12-31', by: 'type' },
        as,
      ),
  },
  listPrecedents: {
    needs: [READ],
    call: (service, as) => service.listPrecedents({}, as),
  },
  getPrecedent: {
    needs: [READ],
    call: (service, as) => service.getPrecedent('none', as),
  },
};
const calls: [string, GuardedCall<RequestsService>][] = [
  ...Object.entries(table),
  // The triage is a view of the list that needs more.
  [
    'listRequests, triage',
    {
      needs: [READ, UPDATE],
      call: (service, as) => service.listRequests({ view: 'triage' }, as),
    },
  ],
  ...(Object.keys(commandPermissions) as RequestCommandKind[]).map(
    (kind): [string, GuardedCall<RequestsService>] => [
      `commandRequest, ${kind}`,
      command(kind),
    ],
  ),
];

describe.each(everyDatabase)(
  'permissions of requests, %s',
  (_name, createDatabase) => {
    let office: Office;

    beforeAll(async () => {
      const denied = usersOf(calls.map(([, call]) => call));
      office = await anOffice({
        knex: await createDatabase(),
        snapshot: aDirectory(),
        // Of the core team, so that it is the permission that decides.
        groups: Object.fromEntries(
          Object.keys(denied).map(user => [user, ['group:default/ospo']]),
        ),
        denied,
      });
    });
    afterAll(() => office.stop());

    it.each(calls)(
      '%s asks for what it needs, and no more',
      async (_, call) => {
        const { lackingOne, withTheseOnly } = await refusalsOf(
          office.requests,
          call,
        );
        expect(lackingOne).toEqual(
          call.needs.map(name => `Missing permission '${name}'`),
        );
        expect(withTheseOnly).not.toContain('permission');
      },
    );
  },
);
