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
  createRequestSchema,
  Prefill,
  RequestsApi,
  saveRequestSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router-dom';
import {
  aPreview,
  aRequestDetail,
  aRequestType,
  office,
} from '../../__testUtils__/officeBuilders';
import { renderScreen } from '../../__testUtils__/renderScreen';
import { AskView } from './AskView';

const draft = aRequestDetail({ id: 'draft-1', state: 'draft', version: 1 });
const aboutA = '/?type=release-open-source&entity=component%3Adefault%2Fa';
const aboutB = '/?type=release-open-source&entity=component%3Adefault%2Fb';

const address = () => screen.getByLabelText('address');
const purpose = () => screen.findByRole('textbox', { name: /What is it/ });

/** An office that checks what it is sent as the backend does, and a page to go to from the form. */
function open(path: string, requests: Partial<RequestsApi> = {}) {
  const createRequest = jest.fn(
    async (body: Parameters<RequestsApi['createRequest']>[0]) => {
      createRequestSchema.parse(body);
      return draft;
    },
  );
  const saveRequest = jest.fn(
    async (...[, body]: Parameters<RequestsApi['saveRequest']>) => {
      saveRequestSchema.parse(body);
      return { ...draft, version: body.version + 1 };
    },
  );
  const rendered = renderScreen(
    <>
      <Link to="/elsewhere">Elsewhere</Link>
      <Link to={aboutB}>About B</Link>
      <Routes>
        <Route path="/elsewhere" element={<>Another page</>} />
        <Route path="*" element={<AskView />} />
      </Routes>
    </>,
    {
      ospo: office({
        requests: {
          listRequests: async () => ({ items: [] }),
          previewRequest: async () => aPreview(),
          getRequest: async () => draft,
          createRequest,
          saveRequest,
          ...requests,
        },
      }),
      path,
    },
  );
  return rendered.then(({ unmount }) => ({
    unmount,
    createRequest,
    saveRequest,
  }));
}

const leave = () =>
  userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));

beforeEach(() => sessionStorage.clear());

describe('a draft', () => {
  it('is saved when it was taken up again and changed, as the backend reads it', async () => {
    const { saveRequest } = await open('/?draft=draft-1');
    await userEvent.type(await purpose(), '!');
    expect(await screen.findByText(/Draft saved/)).toBeInTheDocument();
    expect(saveRequest).toHaveBeenCalledWith('draft-1', {
      typeId: 'release-open-source',
      title: draft.title,
      answers: { purpose: 'Counts baskets!', telemetry: false },
      subject: draft.subject,
      confidentiality: 'internal',
      version: 1,
    });
  });

  it('is saved when the form is left before typing paused', async () => {
    const { saveRequest } = await open('/?draft=draft-1');
    await userEvent.type(await purpose(), '!');
    await leave();
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    await waitFor(() =>
      expect(saveRequest).toHaveBeenCalledWith(
        'draft-1',
        expect.objectContaining({
          answers: expect.objectContaining({ purpose: 'Counts baskets!' }),
        }),
      ),
    );
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps the last words for a reload, before typing paused', async () => {
    await open('/?draft=draft-1');
    await userEvent.type(await purpose(), '!');
    expect(sessionStorage.getItem('ospo.draft.draft-1')).toContain(
      'Counts baskets!',
    );
  });

  it('does not pull back who left while it was saved first', async () => {
    let save = () => {};
    await open(aboutA, {
      createRequest: () =>
        new Promise(resolve => {
          save = () => resolve(draft);
        }),
    });
    await userEvent.type(await purpose(), 'A');
    expect(
      await screen.findByText('Saving the draft', {}, { timeout: 3000 }),
    ).toBeInTheDocument();
    await leave();
    await act(async () => save());
    expect(address()).toHaveTextContent('/elsewhere');
    expect(screen.getByText('Another page')).toBeInTheDocument();
  });

  it('is not saved over what another tab wrote by leaving the form', async () => {
    const saveRequest = jest.fn(async () => {
      throw Object.assign(new Error('Changed meanwhile'), { statusCode: 409 });
    });
    await open('/?draft=draft-1', { saveRequest });
    await userEvent.type(await purpose(), '!');
    expect(
      await screen.findByText(/Changed meanwhile/, {}, { timeout: 3000 }),
    ).toBeInTheDocument();
    await leave();
    await screen.findByText('Another page');
    expect(saveRequest).toHaveBeenCalledTimes(1);
    expect(sessionStorage.getItem('ospo.draft.draft-1')).toContain(
      'Counts baskets!',
    );
  });

  it('that could not be saved is no start of asking about something else', async () => {
    const failing = {
      createRequest: async () => {
        throw new Error('no connection');
      },
    };
    const { unmount } = await open(aboutA, failing);
    await userEvent.type(await purpose(), 'Of A');
    await leave();
    unmount();
    const second = await open(aboutB);
    expect(await purpose()).toHaveValue('');
    expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue(
      'Release as open source: b',
    );
    second.unmount();
    await open(aboutA);
    expect(await purpose()).toHaveValue('Of A');
  });

  it('of one thing does not stay on the screen when the address is about another', async () => {
    const { createRequest } = await open(aboutA);
    await userEvent.type(await purpose(), 'Of A');
    await userEvent.click(screen.getByRole('link', { name: 'About B' }));
    await waitFor(async () => expect(await purpose()).toHaveValue(''));
    await waitFor(() =>
      expect(createRequest).toHaveBeenCalledWith(
        expect.objectContaining({
          answers: { purpose: 'Of A' },
          subject: expect.objectContaining({
            entityRef: 'component:default/a',
          }),
        }),
      ),
    );
    expect(address()).not.toHaveTextContent('draft=');
  });

  it('is deleted once asked back, and leads to asking anew', async () => {
    const deleteRequest = jest.fn(async () => {});
    const { saveRequest } = await open('/?draft=draft-1', { deleteRequest });
    await userEvent.type(await purpose(), '!');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete the draft' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete the draft?',
    });
    expect(deleteRequest).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete the draft' }),
    );
    await waitFor(() =>
      expect(address()).toHaveTextContent('/ospo/requests/ask'),
    );
    expect(deleteRequest).toHaveBeenCalledWith('draft-1');
    expect(saveRequest).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  it('says why it could not be deleted, and stays', async () => {
    await open('/?draft=draft-1', {
      deleteRequest: async () => {
        throw new Error('The office is away');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete the draft' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete the draft' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The office is away',
    );
    expect(address()).toHaveTextContent('draft=draft-1');
  });

  it('that was never saved has nothing to delete', async () => {
    await open(aboutA);
    await purpose();
    expect(
      screen.queryByRole('button', { name: 'Delete the draft' }),
    ).toBeNull();
  });
});

describe('facts about what it is about', () => {
  const licenceOf = (key: string | undefined): Prefill[] =>
    key === 'pkg:npm/a'
      ? [
          {
            field: '/licence',
            value: 'MIT',
            source: 'sbom',
            detail: 'bom.json',
          },
        ]
      : [];

  function openPackage(requests: Partial<RequestsApi> = {}) {
    return open('/?type=release-open-source&package=pkg%3Anpm%2Fa', {
      listRequestTypes: async () => ({
        items: [aRequestType({ subjects: ['package'] })],
      }),
      previewRequest: async ({ subject }) =>
        aPreview({ prefill: licenceOf(subject.packageKey) }),
      ...requests,
    });
  }

  const known = () =>
    screen.findByRole('region', { name: 'Already known, not asked again' });

  it('go when it is about something else, whatever was answered meanwhile', async () => {
    const { createRequest, saveRequest } = await openPackage();
    await known();
    await userEvent.type(await purpose(), 'A');
    await waitFor(
      () =>
        expect(createRequest).toHaveBeenCalledWith(
          expect.objectContaining({
            answers: { purpose: 'A', licence: 'MIT' },
          }),
        ),
      { timeout: 3000 },
    );
    await userEvent.type(screen.getByRole('textbox', { name: /Package/ }), 'b');
    expect(await screen.findByRole('textbox', { name: /Licence/ })).toHaveValue(
      '',
    );
    await waitFor(
      () =>
        expect(saveRequest).toHaveBeenCalledWith(
          'draft-1',
          expect.objectContaining({
            answers: { purpose: 'A' },
            subject: expect.objectContaining({ packageKey: 'pkg:npm/ab' }),
          }),
        ),
      { timeout: 3000 },
    );
  });

  it('go also from a draft that holds them, and what a person answered stays', async () => {
    await open('/?draft=draft-1', {
      getRequest: async () => ({
        ...draft,
        type: aRequestType({ subjects: ['package'] }),
        subject: { packageKey: 'pkg:npm/a' },
        answers: { purpose: 'A', licence: 'MIT' },
      }),
      previewRequest: async ({ subject }) =>
        aPreview({ prefill: licenceOf(subject.packageKey) }),
    });
    await known();
    await purpose();
    await userEvent.type(screen.getByRole('textbox', { name: /Package/ }), 'b');
    expect(await screen.findByRole('textbox', { name: /Licence/ })).toHaveValue(
      '',
    );
    expect(await purpose()).toHaveValue('A');
  });

  it('are asked about with what is known: they too bring somebody in', async () => {
    const previewRequest = jest.fn(
      async ({ subject }: Parameters<RequestsApi['previewRequest']>[0]) =>
        aPreview({ prefill: licenceOf(subject.packageKey) }),
    );
    await openPackage({ previewRequest });
    await known();
    await waitFor(() =>
      expect(previewRequest).toHaveBeenLastCalledWith(
        expect.objectContaining({ answers: { licence: 'MIT' } }),
        expect.anything(),
      ),
    );
  });

  it('stay when what it brings about cannot be told just now', async () => {
    let isAway = false;
    await openPackage({
      previewRequest: async ({ subject }) => {
        if (isAway) {
          throw new Error('away');
        }
        return aPreview({ prefill: licenceOf(subject.packageKey) });
      },
    });
    await known();
    isAway = true;
    await userEvent.type(await purpose(), 'A');
    expect(
      await screen.findAllByText(/could not be worked out just now/),
    ).toHaveLength(2);
    expect(await known()).toHaveTextContent('MIT');
  });
});
