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

import { IncomingMessage, ServerResponse } from 'node:http';
import { ForgeMood } from './ForgeMood';

const MINUTE_MS = 60_000;

/** Answers in a mood, and tells whether that was all; the address that `moved` leads to is answered well. */
export function answerInMood(
  mood: ForgeMood,
  http: { request: IncomingMessage; response: ServerResponse; now: Date },
): boolean {
  const { request, response, now } = http;
  const path = request.url ?? '';
  const say = (status: number, message: string) => {
    response.writeHead(status).end(JSON.stringify({ message }));
    return true;
  };
  switch (mood) {
    case 'absent':
      return say(404, 'Not Found');
    case 'refused':
      return say(403, 'Resource not accessible by integration');
    case 'failing':
      return say(500, 'at Forge.explode (/srv/forge/secret-path.rb:17)');
    case 'hanging':
      return true;
    case 'busy':
      response.setHeader('x-ratelimit-remaining', '0');
      response.setHeader(
        'x-ratelimit-reset',
        Math.ceil((now.getTime() + 10 * MINUTE_MS) / 1000),
      );
      return say(403, 'API rate limit exceeded');
    case 'busy-seconds':
      response.setHeader('retry-after', '90');
      return say(429, 'Retry later');
    case 'busy-date':
      response.setHeader(
        'retry-after',
        new Date(now.getTime() + 3 * MINUTE_MS).toUTCString(),
      );
      return say(429, 'Retry later');
    case 'busy-untold':
      return say(403, 'You have exceeded a secondary rate limit.');
    case 'sign-in':
      response.setHeader('content-type', 'text/html');
      response.writeHead(200).end('<!doctype html><title>Sign in</title>');
      return true;
    case 'broken':
      response.writeHead(200).end('{"full_name": "harb');
      return true;
    case 'other-shape':
      response.writeHead(200).end('{"created_at": {"of": ["another", 1]}}');
      return true;
    case 'huge':
      response.writeHead(200).end(`["${'x'.repeat(9 * 1024 * 1024)}"]`);
      return true;
    case 'computing':
      response.writeHead(202).end('{}');
      return true;
    case 'elsewhere':
      response.setHeader('location', 'http://other.example/sign-in');
      return say(302, 'Found');
    case 'moved':
      if (path.startsWith('/moved')) {
        return false;
      }
      response.setHeader('location', `/moved${path}`);
      return say(301, 'Moved Permanently');
    default:
      return false;
  }
}
