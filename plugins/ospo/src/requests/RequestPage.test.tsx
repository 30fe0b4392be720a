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

import { RequestDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aCompetencyDetail,
  aProvider,
  aRequestDetail,
  aWorkItem,
  office,
} from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { RequestPage } from './RequestPage';

function open(
  request: RequestDetail,
  others: Parameters<typeof office>[0]['requests'] = {},
  competencies: Parameters<typeof office>[0]['competencies'] = {},
) {
  return renderScreen(<RequestPage id={request.id} />, {
    ospo: office({
      requests: { getRequest: async () => request, ...others },
      competencies: {
        getCompetency: async () =>
          aCompetencyDetail({
            providers: [
              aProvider(),
              aProvider({ ref: 'group:default/other', title: 'Other team' }),
            ],
          }),
        ...competencies,
      },
    }),
  });
}

const stale = Object.assign(new Error('changed meanwhile'), {
  statusCode: 409,
});

describe('the page of a request', () => {
  it('offers the commands that the backend lists, and no others', async () => {
    await open(
      aRequestDetail({
        may: ['withdraw'],
        items: [aWorkItem({ state: 'assigned', may: ['take', 'decline'] })],
      }),
    );
    expect(
      await screen.findByRole('button', { name: 'Withdraw' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Take it: Export control' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Decide/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Finish/ })).toBeNull();
  });

  it('takes a work item at once, with the version that was looked at', async () => {
    const commandRequest = jest.fn(async () =>
      aRequestDetail({ version: 8, items: [aWorkItem({ may: ['finish'] })] }),
    );
    await open(
      aRequestDetail({
        items: [aWorkItem({ state: 'assigned', may: ['take'] })],
      }),
      { commandRequest },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Take it/ }),
    );
    expect(commandRequest).toHaveBeenCalledWith('01JREQUEST', {
      version: 7,
      command: { kind: 'take', workItemId: 'item-1' },
    });
    expect(
      await screen.findByRole('button', { name: /Finish/ }),
    ).toBeInTheDocument();
  });

  it('says that a command was given, and keeps the focus beside it', async () => {
    await open(
      aRequestDetail({
        items: [aWorkItem({ state: 'assigned', may: ['take'] })],
      }),
      {
        commandRequest: async () =>
          aRequestDetail({
            version: 8,
            items: [aWorkItem({ may: ['finish'] })],
          }),
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Take it/ }),
    );
    const done = await screen.findByText('Done: Take it');
    expect(done).toHaveAttribute('role', 'status');
    await waitFor(() => expect(done.parentElement).toHaveFocus());
    expect(done.parentElement).toContainElement(
      screen.getByRole('button', { name: /Finish/ }),
    );
  });

  it('gives the focus back to the button of a dialog that was left', async () => {
    await open(aRequestDetail({ may: ['withdraw'] }));
    const button = await screen.findByRole('button', { name: 'Withdraw' });
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('keeps the focus when a question was replied to and is gone', async () => {
    await open(
      aRequestDetail({
        may: ['reply'],
        question: {
          text: 'Which one?',
          by: 'user:default/rut',
          askedAt: '2026-11-23T08:00:00.000Z',
        },
      }),
      { commandRequest: async () => aRequestDetail({ version: 8 }) },
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /reply/i }),
      'This one',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
    await waitFor(() => expect(screen.queryByText('Which one?')).toBeNull());
    await waitFor(() => expect(document.body).not.toHaveFocus());
    expect(document.activeElement).toHaveAttribute('role', 'status');
  });

  it('says when those who could be asked cannot be told, and tries again', async () => {
    const getCompetency = jest
      .fn()
      .mockRejectedValueOnce(new Error('The catalog is away'))
      .mockResolvedValue(aCompetencyDetail());
    await open(
      aRequestDetail({ items: [aWorkItem({ may: ['hand-over'] })] }),
      {},
      { getCompetency },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Hand over/ }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await within(dialog).findByRole('button', { name: /Choose/ }),
    ).toBeInTheDocument();
    expect(within(dialog).queryByRole('alert')).toBeNull();
  });

  it('shows an answer that is an entity by its title, with the way to it', async () => {
    await open(aRequestDetail({ answers: { licence: 'group:default/nest' } }));
    expect(await screen.findByRole('link', { name: 'nest' })).toHaveAttribute(
      'href',
      expect.stringContaining('/default/group/nest'),
    );
  });

  it('asks why somebody declines, and does not send without', async () => {
    const commandRequest = jest.fn(async () => aRequestDetail({ version: 8 }));
    await open(aRequestDetail({ items: [aWorkItem({ may: ['decline'] })] }), {
      commandRequest,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Decline/ }),
    );
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: 'Decline' });
    await userEvent.click(send);
    expect(
      await within(dialog).findByText('Write something here.'),
    ).toBeInTheDocument();
    expect(commandRequest).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'on leave',
    );
    await userEvent.click(send);
    expect(commandRequest).toHaveBeenCalledWith('01JREQUEST', {
      version: 7,
      command: { kind: 'decline', workItemId: 'item-1', reason: 'on leave' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps what was typed when somebody was faster, and sends it against the newest version', async () => {
    const commandRequest = jest
      .fn()
      .mockRejectedValueOnce(stale)
      .mockResolvedValue(aRequestDetail({ version: 10 }));
    const getRequest = jest
      .fn()
      .mockResolvedValueOnce(aRequestDetail({ may: ['comment'] }))
      .mockResolvedValue(aRequestDetail({ may: ['comment'], version: 9 }));
    await open(aRequestDetail(), { getRequest, commandRequest });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Write a note' }),
    );
    const dialog = await screen.findByRole('dialog');
    const note = within(dialog).getByRole('textbox', { name: /Note/ });
    await userEvent.type(note, 'for the file');
    const send = within(dialog).getByRole('button', { name: 'Write a note' });
    await userEvent.click(send);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody changed this request meanwhile',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Load the newest version' }),
    );
    expect(note).toHaveValue('for the file');
    expect(within(dialog).queryByRole('alert')).toBeNull();
    await userEvent.click(send);
    expect(commandRequest).toHaveBeenLastCalledWith('01JREQUEST', {
      version: 9,
      command: { kind: 'comment', text: 'for the file' },
    });
  });

  it('shows the question with a box to reply in', async () => {
    const commandRequest = jest.fn(async () => aRequestDetail({ version: 8 }));
    await open(
      aRequestDetail({
        state: 'waiting-for-requester',
        may: ['reply'],
        question: {
          text: 'Which library does the encryption?',
          askedAt: '2026-11-23T08:00:00.000Z',
          by: 'user:default/rut',
        },
      }),
      { commandRequest },
    );
    expect(
      await screen.findByText('Which library does the encryption?'),
    ).toBeInTheDocument();
    const reply = screen.getByRole('button', { name: 'Reply' });
    expect(reply).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Your reply' }),
      'libsodium',
    );
    await userEvent.click(reply);
    expect(commandRequest).toHaveBeenCalledWith('01JREQUEST', {
      version: 7,
      command: { kind: 'reply', text: 'libsodium' },
    });
  });

  it('shows the decision with conditions, validity and facts', async () => {
    await open(
      aRequestDetail({
        state: 'decided',
        decision: {
          requestId: '01JREQUEST',
          outcome: 'approved-with-conditions',
          summary: 'Go ahead',
          conditions: ['File the export form'],
          decidedBy: 'user:default/uggla',
          decidedAt: '2026-11-24T08:00:00.000Z',
          validUntil: '2028-11-24',
          facts: [
            {
              label: 'Licence',
              value: 'MIT',
              source: 'annotation',
              asOf: '2026-11-24',
            },
          ],
          precedentId: 'p1',
        },
      }),
    );
    expect(await screen.findByText('File the export form')).toBeInTheDocument();
    expect(screen.getByText(/Holds until Nov 24, 2028/)).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Licence/ })).toHaveTextContent(
      'MIT',
    );
    expect(
      screen.getByRole('link', { name: 'Show the precedent' }),
    ).toHaveAttribute('href', '/ospo/requests/precedents/p1');
  });

  it('lets the core team confirm a proposal at once', async () => {
    const commandRequest = jest.fn(async () => aRequestDetail({ version: 8 }));
    await open(
      aRequestDetail({
        items: [aWorkItem({ state: 'proposed', may: ['assign'] })],
      }),
      { commandRequest },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Confirm the proposal: Export control',
      }),
    );
    expect(commandRequest).toHaveBeenCalledWith('01JREQUEST', {
      version: 7,
      command: {
        kind: 'assign',
        workItemId: 'item-1',
        providerRef: 'group:default/legal',
      },
    });
  });

  it('explains every candidate and lets the core team ask another', async () => {
    const commandRequest = jest.fn(async () => aRequestDetail({ version: 8 }));
    await open(
      aRequestDetail({
        items: [aWorkItem({ state: 'proposed', may: ['assign'] })],
      }),
      {
        commandRequest,
        explainRouting: async () => ({
          workItemId: 'item-1',
          competency: { ref: 'competency:default/x', title: 'X' },
          authority: 'decide',
          proposedRef: 'group:default/legal',
          asOf: '2026-11-25T08:00:00.000Z',
          candidates: [
            {
              ref: 'group:default/away',
              kind: 'group',
              authority: 'decide',
              rejections: [{ code: 'absent', detail: 'until 2026-12-01' }],
              ranking: [],
            },
            {
              ref: 'group:default/second',
              title: 'Second',
              kind: 'group',
              authority: 'decide',
              rank: 2,
              rejections: [],
              ranking: [{ code: 'priority', value: '2', decisive: false }],
            },
            {
              ref: 'group:default/legal',
              title: 'Legal',
              kind: 'group',
              authority: 'decide',
              rank: 1,
              rejections: [],
              ranking: [{ code: 'priority', value: '1', decisive: true }],
            },
          ],
        }),
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Why, and who else/ }),
    );
    const rows = within(await screen.findByRole('dialog')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('legal proposed');
    expect(rows[1]).toHaveTextContent('decided it');
    expect(rows[3]).toHaveTextContent('away until 2026-12-01');
    expect(within(rows[3]).queryByRole('button')).toBeNull();
    await userEvent.click(
      within(rows[2]).getByRole('button', { name: 'Ask Second' }),
    );
    expect(commandRequest).toHaveBeenCalledWith('01JREQUEST', {
      version: 7,
      command: {
        kind: 'assign',
        workItemId: 'item-1',
        providerRef: 'group:default/second',
      },
    });
  });

  it('tells what was tried before, and a person who was erased without a name', async () => {
    await open(
      aRequestDetail({
        items: [
          aWorkItem({
            tries: [
              {
                providerRef: 'group:default/first',
                ended: 'declined',
                reason: 'no time',
                at: '2026-11-22T08:00:00.000Z',
              },
            ],
          }),
        ],
        events: [
          {
            id: 'e',
            at: '2026-11-22T08:00:00.000Z',
            actorRef: 'user:erased/erased',
            kind: 'commented',
            text: '<b>x</b>',
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('list', { name: 'Earlier tries' }),
    ).toHaveTextContent('first declined Nov 22, 2026: no time');
    expect(screen.getByText('<b>x</b>')).toBeInTheDocument();
    expect(
      screen.getByText(/A person who has been erased/),
    ).toBeInTheDocument();
  });

  it('that is not there says no more than that', async () => {
    await open(aRequestDetail(), {
      getRequest: async () => {
        throw Object.assign(new Error('gone'), { statusCode: 404 });
      },
    });
    expect(
      await screen.findByText('It does not exist, or you may not see it.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/used by any component/)).toBeNull();
  });
});
