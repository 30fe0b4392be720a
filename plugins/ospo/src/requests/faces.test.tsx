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

import { ReactElement } from 'react';
import { RequestsApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aPrecedent,
  aRequestDetail,
  office,
} from '../__testUtils__/officeBuilders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { AskView } from './ask/AskView';
import { FiguresView } from './FiguresView';
import { MineView } from './MineView';
import { PrecedentPage } from './PrecedentPage';
import { PrecedentsView } from './PrecedentsView';
import { RequestPage } from './RequestPage';
import { TriageView } from './TriageView';
import { WaitingView } from './WaitingView';
import { WaitingWidget } from './WaitingWidget';

const none = { items: [] };

interface Case {
  view: ReactElement;
  method: keyof RequestsApi;
  nothing: unknown;
  empty: string;
}

const cases: [string, Case][] = [
  [
    'my requests',
    {
      view: <MineView />,
      method: 'listRequests',
      nothing: none,
      empty: 'You have not asked anything yet',
    },
  ],
  [
    'what waits for me',
    {
      view: <WaitingView />,
      method: 'listRequests',
      nothing: none,
      empty: 'Nothing waits for you',
    },
  ],
  [
    'triage',
    {
      view: <TriageView />,
      method: 'listRequests',
      nothing: none,
      empty: 'Nothing to sort',
    },
  ],
  [
    'precedents',
    {
      view: <PrecedentsView />,
      method: 'listPrecedents',
      nothing: none,
      empty: 'Nothing has been published yet',
    },
  ],
  [
    'a precedent',
    {
      view: <PrecedentPage id="p" />,
      method: 'getPrecedent',
      nothing: aPrecedent({ state: 'expired' }),
      empty: 'It no longer holds. Ask again before you rely on it.',
    },
  ],
  [
    'figures',
    {
      view: <FiguresView />,
      method: 'getFigures',
      nothing: { from: '', to: '', rows: [] },
      empty: 'Nothing came in during this time',
    },
  ],
  [
    'a request',
    {
      view: <RequestPage id="r" />,
      method: 'getRequest',
      nothing: aRequestDetail({ items: [], answers: {} }),
      empty: 'No competency has been called in yet.',
    },
  ],
  [
    'the widget',
    {
      view: <WaitingWidget />,
      method: 'listRequests',
      nothing: none,
      empty: 'Nothing waits for you',
    },
  ],
  [
    'asking',
    {
      view: <AskView />,
      method: 'listRequestTypes',
      nothing: none,
      empty: 'The office has declared no kinds of request',
    },
  ],
];

describe.each(cases)('%s', (_name, { view, method, nothing, empty }) => {
  const answering = (answer: unknown) =>
    office({ requests: { [method]: answer } });

  it('says that it is waiting', async () => {
    await renderScreen(view, { ospo: answering(never) });
    expect((await screen.findAllByText('Loading')).length).toBeGreaterThan(0);
  });

  it('says what failed, and loads again on demand', async () => {
    const answer = jest
      .fn()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue(nothing);
    await renderScreen(view, { ospo: answering(answer) });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(empty)).toBeInTheDocument();
  });

  it('says so when there is nothing', async () => {
    await renderScreen(view, { ospo: answering(async () => nothing) });
    expect(await screen.findByText(empty)).toBeInTheDocument();
  });
});
