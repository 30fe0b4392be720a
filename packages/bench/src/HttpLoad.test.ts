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

import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { HttpLoad, parseAnswer } from './HttpLoad';

describe('HttpLoad', () => {
  let server: Server;
  let load: HttpLoad;

  beforeEach(async () => {
    server = createServer((req, res) => {
      switch (req.url) {
        case '/chunks':
          res.write('one,');
          res.end('två');
          break;
        case '/echo':
          req.pipe(res);
          break;
        case '/same':
          res.writeHead(304).end();
          break;
        default:
          res.writeHead(req.url === '/gone' ? 404 : 200, {
            'content-length': 2,
          });
          res.end('ok');
      }
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    load = HttpLoad.create({ port });
  });

  afterEach(() => {
    load.close();
    server.close();
  });

  it('reads answers of every framing', async () => {
    const bodies = [];
    for (const path of ['/', '/chunks', '/same']) {
      const { status, body } = await load.ask({ path, headers: {} });
      bodies.push([status, body]);
    }

    expect(bodies).toEqual([
      [200, 'ok'],
      [200, 'one,två'],
      [304, ''],
    ]);
  });

  it('sends a body', async () => {
    const { body } = await load.ask({
      method: 'PUT',
      path: '/echo',
      headers: {},
      body: Buffer.from('körper'),
    });

    expect(body).toBe('körper');
  });

  it('keeps asking for the given time, and stops at an unexpected status', async () => {
    const requests = [{ path: '/', headers: {} }];
    const result = await load.run({ requests, durationMs: 100, expect: 200 });

    expect(result.times.length).toBeGreaterThan(10);
    await expect(
      load.run({
        requests: [{ path: '/gone', headers: {} }],
        durationMs: 100,
        expect: 200,
      }),
    ).rejects.toThrow("Status 404 instead of 200 for '/gone'");
  });

  it('keeps to a given rate', async () => {
    const { times } = await load.run({
      requests: [{ path: '/', headers: {} }],
      durationMs: 200,
      expect: 200,
      requestsPerSecond: 50,
    });

    expect(times).toHaveLength(10);
  });

  it('waits for the rest of an answer that came in parts', () => {
    const answer = Buffer.from(
      'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour',
    );

    expect(parseAnswer(answer.subarray(0, 20))).toBeUndefined();
    expect(parseAnswer(answer.subarray(0, answer.length - 1))).toBeUndefined();
    expect(parseAnswer(answer)?.body).toBe('four');
  });
});
