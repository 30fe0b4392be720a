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

import { screen, within } from '@testing-library/react';
import {
  aRequest,
  aRequestType,
  office,
} from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { FiguresView } from './FiguresView';
import { MineView } from './MineView';
import { TriageView } from './TriageView';

describe('my requests', () => {
  it('say what happened, what is next, who has it and by when', async () => {
    await renderScreen(<MineView />, {
      ospo: office({
        requests: { listRequests: async () => ({ items: [aRequest()] }) },
      }),
    });
    const row = await screen.findByRole('row', { name: /R-42/ });
    expect(row).toHaveTextContent('Sent Nov 21, 2026.');
    expect(row).toHaveTextContent(
      'Next: it is worked on, by Nov 27, 2026. Has it: legal.',
    );
    expect(
      within(row).getByRole('link', {
        name: 'R-42 Publish the basket calculator',
      }),
    ).toHaveAttribute('href', '/ospo/requests/01JREQUEST');
  });

  it('lead from a draft to writing on', async () => {
    await renderScreen(<MineView />, {
      ospo: office({
        requests: {
          listRequests: async () => ({
            items: [
              aRequest({
                state: 'draft',
                next: { step: 'submit', who: [] },
                confidentiality: 'confidential',
              }),
            ],
          }),
        },
      }),
    });
    expect(await screen.findByRole('link', { name: /R-42/ })).toHaveAttribute(
      'href',
      '/ospo/requests/ask?draft=01JREQUEST',
    );
    expect(screen.getByText('Confidential')).toBeInTheDocument();
  });

  it('speak Swedish', async () => {
    await renderScreen(<MineView />, {
      ospo: office({
        requests: {
          listRequests: async () => ({
            items: [aRequest({ state: 'waiting-for-requester' })],
          }),
        },
      }),
      language: 'sv',
    });
    const row = await screen.findByRole('row', { name: /R-42/ });
    expect(row).toHaveTextContent('Väntar på svar från den som frågade.');
    expect(row).toHaveTextContent('Tiden räknas inte nu.');
    expect(row).toHaveTextContent('Publicera som öppen källkod');
  });
});

describe('triage', () => {
  it('says why each request is there, and asks only words that exist', async () => {
    const listRequests = jest.fn(async () => ({
      items: [aRequest({ triage: ['gap', 'overdue'], isOverdue: true })],
    }));
    await renderScreen(<TriageView />, {
      ospo: office({ requests: { listRequests } }),
      path: '/?triage=gap&triage=sideways',
    });
    const row = await screen.findByRole('row', { name: /R-42/ });
    expect(row).toHaveTextContent('nobody found');
    expect(row).toHaveTextContent('was due Nov 27, 2026');
    expect(listRequests).toHaveBeenLastCalledWith(
      expect.objectContaining({ view: 'triage', triage: ['gap'] }),
      expect.anything(),
    );
  });
});

describe('figures', () => {
  it('tell a median with n, and keep what was not measured unknown', async () => {
    await renderScreen(<FiguresView />, {
      ospo: office({
        requests: {
          getFigures: async () => ({
            from: '',
            to: '',
            rows: [
              {
                key: 'training',
                title: 'Training',
                in: 12,
                answered: 9,
                open: 3,
                overdue: 1,
                medianAckHours: 4,
                nAck: 11,
                nDone: 0,
              },
            ],
          }),
        },
      }),
    });
    const row = await screen.findByRole('row', { name: /Training/ });
    expect(row).toHaveTextContent('4 h (n=11)');
    expect(row).toHaveTextContent('unknown');
  });

  it('name kinds of request in the language of the reader', async () => {
    await renderScreen(<FiguresView />, {
      language: 'sv',
      ospo: office({
        requests: {
          getFigures: async () => ({
            from: '',
            to: '',
            rows: [
              {
                key: 'release-open-source',
                title: 'Release as open source',
                in: 1,
                answered: 1,
                open: 0,
                overdue: 0,
                nAck: 0,
                nDone: 0,
              },
            ],
          }),
        },
      }),
    });
    expect(
      await screen.findByRole('row', { name: /Publicera som öppen källkod/ }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Release as open source/)).toBeNull();
  });
});

describe('problems of kinds of request', () => {
  const triage = (problems: string[] | undefined) =>
    renderScreen(<TriageView />, {
      ospo: office({
        requests: {
          listRequests: async () => ({ items: [] }),
          listRequestTypes: async () => ({
            items: [aRequestType({ problems })],
          }),
        },
      }),
    });

  it('are told where the core team sorts', async () => {
    await triage(["Its rules require 'competency:default/x'"]);
    const panel = await screen.findByRole('region', {
      name: 'Kinds of request to mend',
    });
    expect(panel).toHaveTextContent('Release as open source');
    expect(panel).toHaveTextContent("Its rules require 'competency:default/x'");
  });

  it.each([[undefined], [[]]])(
    'are no panel when there are none: %j',
    async problems => {
      await triage(problems);
      expect(await screen.findByText('Nothing to sort')).toBeInTheDocument();
      expect(screen.queryByText('Kinds of request to mend')).toBeNull();
    },
  );
});
