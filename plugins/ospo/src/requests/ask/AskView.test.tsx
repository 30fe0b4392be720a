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

import { RequestsApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aPrecedent,
  aPreview,
  aRequest,
  aRequestDetail,
  office,
} from '../../__testUtils__/officeBuilders';
import { renderScreen } from '../../__testUtils__/renderScreen';
import { AskView } from './AskView';

const address = () => screen.getByRole('status', { name: 'address' });

const draft = aRequestDetail({ id: 'draft-1', state: 'draft', version: 1 });

function open(
  requests: Partial<RequestsApi> = {},
  path = '/?type=release-open-source&entity=component%3Adefault%2Fkorgen',
  language: 'en' | 'sv' = 'en',
) {
  return renderScreen(<AskView />, {
    ospo: office({
      requests: {
        listRequests: async () => ({ items: [] }),
        previewRequest: async () => aPreview(),
        createRequest: async () => draft,
        saveRequest: async () => ({ ...draft, version: 2 }),
        ...requests,
      },
    }),
    path,
    language,
  });
}

beforeEach(() => sessionStorage.clear());

describe('choosing what to ask', () => {
  it('puts first what fits the page that a person came from, and takes it along', async () => {
    await open({}, '/?entity=component%3Adefault%2Fkorgen');
    const fitting = await screen.findByRole('list', {
      name: 'Fits what you came with',
    });
    expect(
      within(fitting).getByRole('link', { name: 'Release as open source' }),
    ).toHaveAttribute(
      'href',
      '/ospo/requests/ask?entity=component%3Adefault%2Fkorgen&type=release-open-source',
    );
    expect(
      screen.getByText(
        'First answer within 1 working day, done within 5 working days',
      ),
    ).toBeInTheDocument();
  });

  it('shows drafts to go on with', async () => {
    await open(
      {
        listRequests: async () => ({ items: [aRequest({ state: 'draft' })] }),
      },
      '/',
    );
    expect(await screen.findByRole('link', { name: /R-42/ })).toHaveAttribute(
      'href',
      '/ospo/requests/ask?draft=01JREQUEST',
    );
  });
});

describe('asking', () => {
  it('switches questions on by answers, and tells who that brings in', async () => {
    const previewRequest = jest.fn(async ({ answers }) =>
      aPreview(
        answers.telemetry === true
          ? {
              competencies: [
                {
                  competency: {
                    ref: 'competency:default/privacy',
                    title: 'Privacy',
                  },
                  declared: true,
                  authority: 'answer' as const,
                  blocking: true,
                  reason: {
                    en: 'It sends something home',
                    sv: 'Det skickar något',
                  } as never, // the contract is about to say so
                },
              ],
            }
          : {},
      ),
    );
    await open({ previewRequest });
    const telemetry = await screen.findByRole('radiogroup', {
      name: /send anything home/,
    });
    expect(screen.queryByRole('textbox', { name: /What is sent/ })).toBeNull();
    await userEvent.click(
      within(telemetry).getByRole('radio', { name: 'Yes' }),
    );
    expect(
      await screen.findByRole('textbox', { name: /What is sent/ }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('It sends something home'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Privacy' })).toBeInTheDocument();
  });

  it('does not ask what is known, says where it is from, and lets it be answered otherwise', async () => {
    await open({
      previewRequest: async () =>
        aPreview({
          prefill: [
            {
              field: '/licence',
              value: 'MIT',
              source: 'annotation',
              detail: 'ospo/licence',
              asOf: '2026-11-20T08:00:00.000Z',
            },
          ],
        }),
    });
    const known = await screen.findByRole('region', {
      name: 'Already known, not asked again',
    });
    expect(known).toHaveTextContent(
      'Licence: MITfrom the catalog annotation, ospo/licence, as of Nov 20, 2026',
    );
    await screen.findByRole('textbox', { name: /What is it/ });
    expect(screen.queryByRole('textbox', { name: /Licence/ })).toBeNull();
    await userEvent.click(
      within(known).getByRole('button', { name: 'Answer otherwise: Licence' }),
    );
    expect(await screen.findByRole('textbox', { name: /Licence/ })).toHaveValue(
      'MIT',
    );
  });

  it('shows known entities by their title, with the way to them', async () => {
    await open({
      previewRequest: async () =>
        aPreview({
          prefill: [
            {
              field: '/licence',
              value: 'group:default/shop',
              source: 'catalog',
              detail: 'spec.owner',
            },
          ],
        }),
    });
    const known = await screen.findByRole('region', {
      name: 'Already known, not asked again',
    });
    expect(within(known).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/group/shop',
    );
  });

  it('shows what was answered before, before anything is sent', async () => {
    await open({
      previewRequest: async () => aPreview({ precedents: [aPrecedent()] }),
    });
    expect(
      await screen.findByRole('link', {
        name: 'Publishing a calculator with cryptography',
      }),
    ).toHaveAttribute('href', '/ospo/requests/precedents/01JPRECEDENT');
  });

  it('says at the fields and in a summary what is missing, and leads there', async () => {
    await open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look through' }),
    );
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('2 answers need a look');
    expect(summary).toHaveFocus();
    await userEvent.click(
      within(summary).getByRole('link', { name: 'What is it?' }),
    );
    const purpose = screen.getByRole('textbox', { name: /What is it/ });
    expect(purpose).toHaveFocus();
    expect(purpose).toHaveAccessibleDescription(/Answer this question/);
  });

  it('keeps nothing of what was only opened', async () => {
    const createRequest = jest.fn(async () => draft);
    await open({
      createRequest,
      previewRequest: async () =>
        aPreview({
          prefill: [
            {
              field: '/licence',
              value: 'MIT',
              source: 'annotation',
              detail: 'ospo/licence',
            },
          ],
        }),
    });
    await screen.findByRole('textbox', { name: /What is it/ });
    // Longer than typing pauses.
    await new Promise(resolve => setTimeout(resolve, 2500));
    expect(createRequest).not.toHaveBeenCalled();
  });

  it('keeps a draft by itself, and a second save takes the version of the first', async () => {
    const createRequest = jest.fn(async () => draft);
    const saveRequest = jest.fn(async () => ({ ...draft, version: 2 }));
    await open({ createRequest, saveRequest });
    const purpose = await screen.findByRole('textbox', { name: /What is it/ });
    await userEvent.type(purpose, 'A');
    await waitFor(() => expect(createRequest).toHaveBeenCalledTimes(1));
    expect(await screen.findByText(/Draft saved/)).toBeInTheDocument();
    expect(address()).toHaveTextContent('draft=draft-1');
    await userEvent.type(purpose, 'B');
    await waitFor(() =>
      expect(saveRequest).toHaveBeenCalledWith(
        'draft-1',
        expect.objectContaining({
          version: 1,
          answers: { purpose: 'AB' },
          subject: expect.objectContaining({
            entityRef: 'component:default/korgen',
          }),
        }),
      ),
    );
    expect(purpose).toHaveFocus();
  });

  it('loses nothing when a draft cannot be saved', async () => {
    const { unmount } = await open({
      createRequest: async () => {
        throw new Error('no connection');
      },
    });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /What is it/ }),
      'Counts baskets',
    );
    expect(
      await screen.findByText(/The draft could not be saved/),
    ).toHaveTextContent('no connection');
    unmount();
    await open();
    expect(
      await screen.findByRole('textbox', { name: /What is it/ }),
    ).toHaveValue('Counts baskets');
  });

  it('is looked through, and sent with what was saved', async () => {
    const commandRequest = jest.fn(async () => aRequestDetail());
    await open({ commandRequest });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /What is it/ }),
      'Counts baskets',
    );
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    await userEvent.click(
      screen.getByRole('radio', { name: /Only those who must/ }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Look through' }));
    expect(
      await screen.findByText('Nothing is sent until you choose Send.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Counts baskets')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(commandRequest).toHaveBeenCalledWith('draft-1', {
        version: expect.any(Number),
        command: { kind: 'submit' },
      }),
    );
    await waitFor(() =>
      expect(address()).toHaveTextContent('/ospo/requests/draft-1'),
    );
  });

  it('says that the title is missing, at the title', async () => {
    await open();
    await userEvent.type(
      await screen.findByRole('textbox', { name: /What is it/ }),
      'Counts baskets',
    );
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    const title = screen.getByRole('textbox', { name: /Title/ });
    await userEvent.clear(title);
    await userEvent.click(screen.getByRole('button', { name: 'Look through' }));
    await waitFor(() => expect(title).toHaveFocus());
    expect(title).toHaveAccessibleDescription(/Write something here/);
    await userEvent.type(title, 'Baskets');
    await userEvent.click(screen.getByRole('button', { name: 'Look through' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change something' }),
    );
    expect(screen.getByRole('textbox', { name: /Title/ })).toHaveFocus();
  });

  it('says why it could not be sent, and that it is kept', async () => {
    await open(
      {
        getRequest: async () => draft,
        commandRequest: async () => {
          throw new Error('Answer /purpose is too long');
        },
      },
      '/?draft=draft-1',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look through' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Send' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Answer /purpose is too long It is kept as a draft. Nothing is lost.',
    );
  });

  it('speaks Swedish, questions included', async () => {
    await open({}, '/?type=release-open-source', 'sv');
    expect(
      await screen.findByRole('textbox', { name: /Vad är det\?/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Ja' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Granska' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Svara på den här frågan.',
    );
  });
});
