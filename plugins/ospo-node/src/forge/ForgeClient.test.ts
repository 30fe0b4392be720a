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
  aFictionalRepository,
  ForgeMood,
  ForgeServer,
} from '../testUtils/forgeServer';
import { ForgeClient, ForgeClientOptions } from './ForgeClient';

const now = new Date('2026-11-25T12:00:00Z');
const TOKEN = 'token-of-the-harbour';
const FACTS = '/repos/harbour/tide-tables';

let forge: ForgeServer;
let spent: number;

beforeEach(async () => {
  spent = 0;
  forge = await ForgeServer.start({
    speaks: 'github',
    repositories: [aFictionalRepository({ now })],
    now,
    token: TOKEN,
  });
});

afterEach(async () => {
  await forge.close();
});

function aClient(options: Partial<ForgeClientOptions> = {}) {
  return ForgeClient.create({
    host: 'forge.example',
    apiBaseUrl: forge.apiBaseUrl,
    headers: { authorization: `token ${TOKEN}` },
    spend: async () => {
      spent += 1;
    },
    signal: new AbortController().signal,
    now,
    ...options,
  });
}

function nameOf(body: unknown): unknown {
  if (typeof body === 'object' && body !== null && 'full_name' in body) {
    return body.full_name;
  }
  throw new Error(`of another shape: ${JSON.stringify(body)}`);
}

function listOf(body: unknown): unknown[] {
  if (Array.isArray(body)) {
    return body;
  }
  throw new Error('no list');
}

describe('one request', () => {
  it('is read, and asked for news only from then on', async () => {
    const request = { path: FACTS, parse: nameOf };
    const answer = await aClient().get(request);
    expect(answer).toEqual({
      status: 'read',
      value: 'harbour/tide-tables',
      etag: expect.stringMatching(/^W\/"[0-9a-f]{40}"$/),
    });
    const etag = answer.status === 'read' ? answer.etag : undefined;
    expect(await aClient().get({ ...request, etag })).toEqual({
      status: 'unchanged',
    });
    expect(spent).toBe(2);
    expect(forge.asked.map(({ status }) => status)).toEqual([200, 304]);
  });

  it.each<[ForgeMood, string, number | undefined]>([
    ['absent', 'NotFoundError', undefined],
    ['refused', 'NotAllowedError', undefined],
    ['failing', 'ServiceUnavailableError', undefined],
    ['busy', 'RetryLaterError', 600_000],
    ['busy-seconds', 'RetryLaterError', 90_000],
    ['busy-date', 'RetryLaterError', 180_000],
    ['busy-untold', 'RetryLaterError', 300_000],
    ['sign-in', 'InputError', undefined],
    ['broken', 'InputError', undefined],
    ['other-shape', 'InputError', undefined],
    ['huge', 'InputError', undefined],
    ['elsewhere', 'InputError', undefined],
  ])('fails when the forge is %s', async (mood, name, retryAfterMs) => {
    forge.answer(mood);
    const error = await aClient()
      .get({ path: FACTS, parse: nameOf })
      .catch(caught => caught);
    expect([error.name, error.retryAfterMs]).toEqual([name, retryAfterMs]);
    expect(error.message).toContain("'forge.example'");
    for (const secret of [TOKEN, 'secret-path', '127.0.0.1', 'full_name']) {
      expect(error.message).not.toContain(secret);
    }
    expect(error.cause).toBeUndefined();
    expect(forge.asked).toHaveLength(1);
  });

  it('says when the token is not accepted', async () => {
    await expect(
      aClient({ headers: {} }).get({ path: FACTS, parse: nameOf }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('(401)'),
    });
  });

  it('is told to come back when something is being computed', async () => {
    forge.answer('computing');
    expect(await aClient().get({ path: FACTS, parse: nameOf })).toEqual({
      status: 'later',
      retryAfterMs: 600_000,
    });
  });

  it('takes a status for absence where it was told to', async () => {
    expect(
      await aClient().get({
        path: `${FACTS}/contents/gone`,
        absentStatuses: [404],
        parse: listOf,
      }),
    ).toEqual({ status: 'absent' });
  });

  it('follows a move on the same host, and spends for it', async () => {
    forge.answer('moved');
    expect(await aClient().get({ path: FACTS, parse: nameOf })).toMatchObject({
      status: 'read',
      value: 'harbour/tide-tables',
    });
    expect(spent).toBe(2);
  });

  it('takes no more of an answer than it may', async () => {
    await expect(
      aClient({ maxBytes: 100 }).get({ path: FACTS, parse: nameOf }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('more than 100 bytes'),
    });
  });

  it('does not wait for ever', async () => {
    forge.answer('hanging');
    await expect(
      aClient({ timeoutMs: 30 }).get({ path: FACTS, parse: nameOf }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('says when nobody is there', async () => {
    const gone = await ForgeServer.start({
      speaks: 'github',
      repositories: [],
      now,
    });
    const { apiBaseUrl } = gone;
    await gone.close();
    await expect(
      aClient({ apiBaseUrl }).get({ path: FACTS, parse: nameOf }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('pages', () => {
  const request = {
    path: `${FACTS}/commits`,
    query: { per_page: 50 },
    parse: listOf,
  };

  it('are read to the end', async () => {
    const pages = await aClient().getPages(request, { maxPages: 10 });
    expect(pages).toMatchObject({ status: 'read', complete: true });
    expect(pages.status === 'read' && pages.items).toHaveLength(161);
    expect(spent).toBe(4);
  });

  it('are no more than are allowed', async () => {
    const pages = await aClient().getPages(request, { maxPages: 2 });
    expect(pages).toMatchObject({ status: 'read', complete: false });
    expect(spent).toBe(2);
  });

  it('end when enough is known', async () => {
    const pages = await aClient().getPages(request, {
      maxPages: 10,
      goOn: ({ lastPage }) => lastPage !== 4,
    });
    expect(pages).toMatchObject({ status: 'read', complete: false });
    expect(spent).toBe(1);
  });
});
