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
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { UrlReaderService } from '@backstage/backend-plugin-api';

type Answer = (req: IncomingMessage, res: ServerResponse) => void;

/** A server in this process that keeps files as a forge does, and counts who asked for what. */
export class Forge {
  readonly requests: {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
  }[] = [];
  readonly #server: Server;
  readonly #answers = new Map<string, Answer>();
  #otherwise: Answer | undefined;

  static async start(): Promise<Forge> {
    const forge = new Forge();
    await new Promise<void>(resolve => {
      forge.#server.listen(0, '127.0.0.1', resolve);
    });
    return forge;
  }

  private constructor() {
    this.#server = createServer((req, res) => {
      const { method = '', url = '', headers } = req;
      this.requests.push({ method, url, headers });
      const answer = this.#otherwise ?? this.#answers.get(url.split('?')[0]);
      if (answer) {
        answer(req, res);
      } else {
        res.writeHead(404).end('nothing here');
      }
    });
  }

  get host(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Answers at this path, or everywhere when there is none. */
  answer(path: string | undefined, answer: Answer): void {
    if (path === undefined) {
      this.#otherwise = answer;
    } else {
      this.#answers.set(path, answer);
    }
  }

  /** A file with an ETag. */
  file(path: string, content: string | Buffer, etag = '"v1"'): void {
    this.answer(path, (req, res) => {
      if (req.headers['if-none-match'] === etag) {
        res.writeHead(304).end();
      } else {
        res.writeHead(200, { etag }).end(content);
      }
    });
  }

  status(
    path: string | undefined,
    status: number,
    headers: Record<string, string> = {},
  ): void {
    this.answer(path, (_req, res) => {
      res.writeHead(status, headers).end('<html>no</html>');
    });
  }

  /** Backstage's own reader, which may read from here and nowhere else. */
  urlReader(): UrlReaderService {
    return UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: { backend: { reading: { allow: [{ host: this.host }] } } },
      }),
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
