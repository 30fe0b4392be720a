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

import { createHash } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { FictionalRepository } from './FictionalRepository';
import { ForgeMood } from './ForgeMood';
import { ForgeReply } from './ForgeReply';
import { githubAnswer } from './githubAnswer';
import { gitlabAnswer } from './gitlabAnswer';
import { answerInMood } from './answerInMood';

/** @public */
export interface ForgeServerOptions {
  speaks: 'github' | 'gitlab';
  repositories: readonly FictionalRepository[];
  /** Its clock, or a clock that stands still. */
  now: Date | (() => Date);
  /** Requests without it are refused, where it is given. */
  token?: string;
  /** Answers with the documented error beyond so many requests, and counts them in `overLimit`. */
  requestLimit?: number;
  /** Begins to compute the statistics of a repository when they are first asked for, and answers 202 then, as GitHub does. */
  computesStatistics?: boolean;
}

/** @public */
export interface ForgeServerRequest {
  /** With its query. */
  path: string;
  status: number;
  at: Date;
  /** Whether it asked for news only. */
  isConditional: boolean;
}

/**
 * A forge on this machine for tests: speaks the REST API of GitHub or GitLab in the documented form, about fictional
 * repositories, in any mood.
 *
 * @public
 */
export class ForgeServer {
  readonly #options: ForgeServerOptions;
  readonly #server: Server;
  readonly #asked: ForgeServerRequest[] = [];
  readonly #computed = new Set<string>();
  #mood: ForgeMood = 'well';
  #wellFor = 0;
  overLimit = 0;

  static async start(options: ForgeServerOptions): Promise<ForgeServer> {
    const forge = new ForgeServer(options);
    await new Promise<void>(resolve => {
      forge.#server.listen(0, '127.0.0.1', resolve);
    });
    return forge;
  }

  private constructor(options: ForgeServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      this.#serve(request, response);
    });
  }

  /** Base of the API, for `apiBaseUrl` of an integration. */
  get apiBaseUrl(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The server does not listen');
    }
    const base = this.#options.speaks === 'gitlab' ? '/api/v4' : '';
    return `http://127.0.0.1:${address.port}${base}`;
  }

  /** What it was asked, in order. */
  get asked(): readonly ForgeServerRequest[] {
    return this.#asked;
  }

  /** Answers every further request so, or from the one after `after` on. */
  answer(mood: ForgeMood, options: { after?: number } = {}): void {
    this.#mood = mood;
    this.#wellFor = options.after ?? 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #now(): Date {
    const { now } = this.#options;
    return typeof now === 'function' ? now() : now;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const asked: ForgeServerRequest = {
      path: request.url ?? '',
      status: 0,
      at: this.#now(),
      isConditional: request.headers['if-none-match'] !== undefined,
    };
    this.#asked.push(asked);
    this.#answer(request, response);
    asked.status = response.statusCode;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { requestLimit, token } = this.#options;
    const now = this.#now();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    if (requestLimit !== undefined && this.#asked.length > requestLimit) {
      this.overLimit += 1;
      answerInMood('busy', { request, response, now });
      return;
    }
    if (token !== undefined && !isSent(token, request)) {
      send(response, 401, { message: 'Bad credentials' });
      return;
    }
    if (this.#wellFor > 0) {
      this.#wellFor -= 1;
    } else if (
      this.#mood !== 'well' &&
      answerInMood(this.#mood, { request, response, now })
    ) {
      return;
    }
    this.#answerWell(request, response);
  }

  #answerWell(request: IncomingMessage, response: ServerResponse): void {
    const { repositories, speaks } = this.#options;
    const url = new URL(request.url ?? '', this.apiBaseUrl);
    const question = {
      path: url.pathname
        .replace(/^\/moved/, '')
        .slice(speaks === 'gitlab' ? '/api/v4'.length : 0),
      query: url.searchParams,
      repositories,
      now: this.#now(),
    };
    if (this.#isStillComputing(question.path)) {
      send(response, 202, {});
      return;
    }
    const reply =
      speaks === 'github' ? githubAnswer(question) : gitlabAnswer(question);
    this.#reply(reply, { url, request, response });
  }

  #isStillComputing(path: string): boolean {
    if (
      !this.#options.computesStatistics ||
      !path.includes('/stats/') ||
      this.#computed.has(path)
    ) {
      return false;
    }
    this.#computed.add(path);
    return true;
  }

  #reply(
    reply: ForgeReply,
    http: { url: URL; request: IncomingMessage; response: ServerResponse },
  ): void {
    const { request, response } = http;
    const body = 'list' in reply ? this.#page(reply.list, http) : reply.body;
    const status = 'list' in reply ? 200 : reply.status ?? 200;
    const etag = `W/"${createHash('sha1')
      .update(JSON.stringify(body))
      .digest('hex')}"`;
    response.setHeader('etag', etag);
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    send(response, status, body);
  }

  #page(
    list: readonly unknown[],
    { url, response }: { url: URL; response: ServerResponse },
  ): readonly unknown[] {
    const perPage = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(list.length / perPage));
    const linkTo = (number: number, relation: string) => {
      const target = new URL(url);
      target.searchParams.set('page', String(number));
      return `<${target}>; rel="${relation}"`;
    };
    if (page < last) {
      response.setHeader(
        'link',
        [linkTo(page + 1, 'next'), linkTo(last, 'last')].join(', '),
      );
    }
    if (this.#options.speaks === 'gitlab') {
      response.setHeader('x-total', list.length);
    }
    return list.slice((page - 1) * perPage, page * perPage);
  }
}

function isSent(token: string, request: IncomingMessage): boolean {
  const { authorization, 'private-token': privateToken } = request.headers;
  return authorization?.endsWith(` ${token}`) || privateToken === token;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status).end(JSON.stringify(body));
}
