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

import { execFileSync, spawn } from 'node:child_process';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import path from 'node:path';

export type GitServerMood =
  | 'well'
  | 'absent'
  | 'refused'
  | 'failing'
  | 'busy'
  | 'nonsense'
  | 'hanging'
  | 'elsewhere';

/** Serves the repositories of a folder over http with git's own backend, in any mood. */
export class GitServer {
  readonly #folder: string;
  readonly #token: string;
  readonly #server: Server;
  #mood: GitServerMood = 'well';
  requests = 0;

  static async start(options: {
    folder: string;
    token: string;
  }): Promise<GitServer> {
    const server = new GitServer(options);
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor(options: { folder: string; token: string }) {
    this.#folder = options.folder;
    this.#token = options.token;
    this.#server = createServer((request, response) => {
      this.requests += 1;
      this.#serve(request, response);
    });
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The server does not listen');
    }
    return `http://127.0.0.1:${address.port}`;
  }

  answer(mood: GitServerMood): void {
    this.#mood = mood;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const end = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end(text);
    };
    switch (this.#mood) {
      case 'absent':
        return end(404, 'nothing');
      case 'refused':
        return end(403, 'no');
      case 'failing':
        return end(500, 'secret-path');
      case 'busy':
        return end(429, 'later');
      case 'nonsense':
        return end(200, '<!doctype html><title>Sign in</title>');
      case 'hanging':
        return undefined;
      case 'elsewhere':
        response.setHeader('location', 'http://other.example/');
        return end(302, 'there');
      default:
    }
    const sent = `x-access-token:${this.#token}`;
    if (
      request.headers.authorization !==
      `Basic ${Buffer.from(sent).toString('base64')}`
    ) {
      return end(401, 'who are you?');
    }
    return this.#runBackend(request, response);
  }

  #runBackend(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', this.origin);
    const backend = spawn(
      path.join(
        execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(),
        'git-http-backend',
      ),
      {
        env: {
          PATH: process.env.PATH,
          GIT_PROJECT_ROOT: this.#folder,
          GIT_HTTP_EXPORT_ALL: '1',
          GIT_CONFIG_COUNT: '2',
          GIT_CONFIG_KEY_0: 'uploadpack.allowFilter',
          GIT_CONFIG_VALUE_0: 'true',
          GIT_CONFIG_KEY_1: 'safe.directory',
          GIT_CONFIG_VALUE_1: '*',
          GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
          PATH_INFO: decodeURIComponent(url.pathname),
          QUERY_STRING: url.search.slice(1),
          REQUEST_METHOD: request.method,
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        },
      },
    );
    const chunks: Buffer[] = [];
    backend.stdout.on('data', chunk => chunks.push(chunk));
    backend.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      for (const line of output.subarray(0, end).toString().split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') {
          response.statusCode = Number.parseInt(value, 10);
        } else if (value) {
          response.setHeader(name, value);
        }
      }
      response.end(output.subarray(end + 4));
    });
    request.pipe(backend.stdin);
  }
}
