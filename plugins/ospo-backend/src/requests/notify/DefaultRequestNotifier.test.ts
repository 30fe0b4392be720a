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
import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord } from '../rules/RequestRecord';
import { StoredRequest } from '../store/StoredRequest';
import { Announcement, announcementsOf } from './announcementsOf';
import { DefaultRequestNotifier } from './DefaultRequestNotifier';

const AT = '2026-11-23T09:00:00.000Z';
const CORE = ['group:default/ospo', 'user:default/cora'];

function setUp() {
  const logger = mockServices.logger.mock();
  const send = jest.fn(async (_message: unknown) => {});
  const publish = jest.fn(async (_event: unknown) => {});
  const notifier = DefaultRequestNotifier.create({
    coreTeam: CORE,
    logger,
    events: { publish, subscribe: async () => {} },
    notifications: { send },
  });
  /** Tells what follows from events, as the outbox does. */
  async function announce(
    stored: StoredRequest,
    fresh: readonly RecordedEvent[],
  ): Promise<void> {
    for (const announcement of announcementsOf(stored.record, fresh)) {
      await notifier.tell(stored, announcement, { isFirst: true });
    }
  }
  return { announce, logger, notifier, publish, send };
}

function aRequest(overrides: Partial<RequestRecord> = {}): StoredRequest {
  return {
    number: 42,
    version: 1,
    updatedAt: AT,
    content: { title: 'Publish the krypta', answers: {}, subject: {} },
    events: [],
    record: {
      id: 'id/42',
      typeId: 'licence-question',
      requesterRef: 'user:default/dev',
      state: 'in-progress',
      confidentiality: 'internal',
      items: [],
      createdAt: AT,
      ...overrides,
    },
  };
}

const commented: RecordedEvent = {
  id: 'e1',
  at: AT,
  actorRef: 'user:default/lawyer',
  body: { kind: 'commented', text: 'krypta' },
};
const decided: RecordedEvent = {
  ...commented,
  body: {
    kind: 'decided',
    decision: {
      outcome: 'approved',
      summary: 'krypta',
      conditions: [],
      decidedBy: 'user:default/cora',
      decidedAt: AT,
      facts: [],
    },
  },
};

it('tells who asked, with the title and where to look', async () => {
  const { announce, publish, send } = setUp();
  await announce(aRequest(), [decided]);
  expect(send).toHaveBeenCalledWith({
    recipients: {
      type: 'entity',
      entityRef: ['user:default/dev'],
      excludeEntityRef: 'user:default/lawyer',
    },
    payload: {
      title: 'Your request is decided: R-42',
      description: 'Publish the krypta',
      link: '/ospo/requests/id%2F42',
      topic: 'request-decided',
      scope: 'request-decided id/42',
      severity: 'normal',
    },
  });
  expect(publish).toHaveBeenCalledWith({
    topic: 'ospo.requests',
    eventPayload: {
      kind: 'request-decided',
      requestId: 'id/42',
      link: '/ospo/requests/id%2F42',
      recipients: ['user:default/dev'],
    },
  });
});

it('tells of a confidential request its number alone, and of no request what was written', async () => {
  const { announce, publish, send } = setUp();
  await announce(aRequest({ confidentiality: 'confidential' }), [
    decided,
    commented,
  ]);
  await announce(aRequest(), [commented]);
  const told = JSON.stringify([
    send.mock.calls.slice(0, 2),
    publish.mock.calls,
    send.mock.calls[2][0],
  ]);
  expect(send).toHaveBeenCalledTimes(3);
  expect(told.match(/krypta/g)).toHaveLength(1);
  expect(told).toContain('"description":"Publish the krypta"');
  expect(told).toContain('R-42');
});

it('tells nobody of their own comment', async () => {
  const { announce, send } = setUp();
  await announce(aRequest(), [{ ...commented, actorRef: 'user:default/dev' }]);
  expect(send).not.toHaveBeenCalled();
});

it('reminds the core team by its groups and people, each once', async () => {
  const { notifier, send } = setUp();
  const late: Announcement = {
    topic: 'request-overdue',
    to: ['core-team', 'group:default/ospo', 'group:default/legal'],
  };
  await notifier.tell(aRequest(), late, { isFirst: true });
  expect(send).toHaveBeenCalledTimes(1);
  expect(send.mock.calls[0][0]).toMatchObject({
    recipients: { entityRef: [...CORE, 'group:default/legal'] },
    payload: { topic: 'request-overdue', severity: 'high' },
  });
});

it('says that nobody could be told, and tells the rest of the portal once all the same', async () => {
  const { logger, notifier, publish, send } = setUp();
  send.mockRejectedValue(new Error('no such plugin'));
  const [announcement] = announcementsOf(aRequest().record, [decided]);
  const tell = (isFirst: boolean) =>
    notifier.tell(aRequest(), announcement, { isFirst });
  await expect(tell(true)).rejects.toThrow('no such plugin');
  await expect(tell(false)).rejects.toThrow('no such plugin');
  expect(publish).toHaveBeenCalledTimes(1);

  send.mockResolvedValueOnce();
  publish.mockRejectedValue(new Error('no broker'));
  await tell(true);
  expect(logger.warn.mock.calls.join()).toContain('no broker');
});
