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

import { connect, Socket } from 'node:net';
import { once } from 'node:events';

export interface HttpRequest {
  method?: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

export interface HttpLoadResult {
  requestsPerSecond: number;
  /** Milliseconds of each request. */
  times: number[];
}

export interface HttpAnswer {
  status: number;
  headers: Map<string, string>;
  body: string;
}

class Connection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting?: {
    resolve: (answer: HttpAnswer) => void;
    reject: (error: Error) => void;
  };
  isClosed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data: Buffer) => this.#read(data));
    socket.on('error', error => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The server hung up')));
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  send(bytes: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #fail(error: Error): void {
    this.isClosed = true;
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }

  #read(data: Buffer): void {
    this.#received =
      this.#received.length === 0
        ? data
        : Buffer.concat([this.#received, data]);
    const answer = parseAnswer(this.#received);
    if (answer) {
      this.#received = Buffer.alloc(0);
      const waiting = this.#waiting;
      this.#waiting = undefined;
      waiting?.resolve(answer);
    }
  }
}

const CONNECTIONS = 16;

/**
 * A client that sends one prepared request after the other on each of its kept connections. It does little besides,
 * because it shares the machine with the server that it measures.
 */
export class HttpLoad {
  readonly #port: number;
  #idle: Connection[] = [];

  private constructor(port: number) {
    this.#port = port;
  }

  static create(options: { port: number }): HttpLoad {
    return new HttpLoad(options.port);
  }

  async ask(request: HttpRequest): Promise<HttpAnswer> {
    const connection = await this.#take();
    try {
      return await connection.send(bytesOf(request, this.#port));
    } finally {
      this.#idle.push(connection);
    }
  }

  /** Sends `requests` in turn for `durationMs` on 16 connections; every answer must have the status `expect`. */
  async run(options: {
    requests: readonly HttpRequest[];
    durationMs: number;
    expect: number;
    connections?: number;
    /** In all, when the rate itself is given and not what is measured. */
    requestsPerSecond?: number;
    /** Ends it earlier than the duration says. */
    until?: Promise<unknown>;
  }): Promise<HttpLoadResult> {
    const { durationMs, expect, requestsPerSecond } = options;
    const prepared = options.requests.map(request =>
      bytesOf(request, this.#port),
    );
    const connections = await Promise.all(
      Array.from({ length: options.connections ?? CONNECTIONS }, () =>
        this.#take(),
      ),
    );
    const began = performance.now();
    let until = began + durationMs;
    const end = () => {
      until = 0;
    };
    options.until?.then(end, end);
    const times: number[] = [];
    let next = 0;
    const work = async (connection: Connection) => {
      while (performance.now() < until) {
        const turn = next;
        next += 1;
        if (requestsPerSecond !== undefined) {
          const due = began + (turn * 1000) / requestsPerSecond;
          if (due >= until) {
            return;
          }
          await atTime(due);
        }
        const since = performance.now();
        const answer = await connection.send(prepared[turn % prepared.length]);
        times.push(performance.now() - since);
        if (answer.status !== expect) {
          throw new Error(
            `Status ${answer.status} instead of ${expect} for '${
              options.requests[turn % prepared.length].path
            }': ${answer.body.slice(0, 500)}`,
          );
        }
      }
    };
    await Promise.all(connections.map(work));
    const seconds = (performance.now() - began) / 1000;
    this.#idle.push(...connections);
    return { requestsPerSecond: times.length / seconds, times };
  }

  close(): void {
    this.#idle.forEach(connection => connection.close());
    this.#idle = [];
  }

  async #take(): Promise<Connection> {
    const idle = this.#idle.pop();
    if (idle && !idle.isClosed) {
      return idle;
    }
    return idle ? this.#take() : Connection.open(this.#port);
  }
}

/** The answer, once all of it is there. */
export function parseAnswer(received: Buffer): HttpAnswer | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) {
    return undefined;
  }
  const [statusLine, ...lines] = received
    .toString('latin1', 0, headEnd)
    .split('\r\n');
  const status = Number(statusLine.split(' ')[1]);
  const headers = new Map(
    lines.map(line => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = received.subarray(headEnd + 4);
  if (status === 304 || status === 204) {
    return { status, headers, body: '' };
  }
  const length = headers.get('content-length');
  if (length !== undefined) {
    return body.length < Number(length)
      ? undefined
      : { status, headers, body: body.toString('utf8', 0, Number(length)) };
  }
  // The last chunk is empty; nobody whom we ask sends trailers.
  return body.subarray(-5).toString('latin1') === '0\r\n\r\n'
    ? { status, headers, body: joinChunks(body) }
    : undefined;
}

function joinChunks(body: Buffer): string {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', position);
    const size = parseInt(body.toString('latin1', position, lineEnd), 16);
    if (!size) {
      return Buffer.concat(chunks).toString('utf8');
    }
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    position = lineEnd + 2 + size + 2;
  }
}

function bytesOf(request: HttpRequest, port: number): Buffer {
  const { method = 'GET', path, body } = request;
  const headers = {
    host: `127.0.0.1:${port}`,
    ...(body ? { 'content-length': String(body.length) } : {}),
    ...request.headers,
  };
  const lines = Object.entries(headers).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`,
  );
  return body ? Buffer.concat([head, body]) : head;
}

function atTime(due: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, Math.max(0, due - performance.now()));
  });
}
