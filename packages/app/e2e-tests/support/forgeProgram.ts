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

// Two forges on this machine, for as long as the browser tests run. Prints where they are as one line of JSON, and
// answers on a port of its own what they were asked and how they are to answer from now on.

import { randomBytes } from 'node:crypto';
import { createServer, IncomingMessage } from 'node:http';
import {
  aFictionalRepository,
  FictionalRepository,
  ForgeServer,
} from '@ospo-suite/backstage-plugin-ospo-node/testUtils';

/** Commits of the log book for each one of the others: more than a forge lists to us. */
const TIMES = 10;

async function main(): Promise<void> {
  const now = new Date();
  const token = randomBytes(24).toString('base64url');
  const repository = (slug: string) =>
    aFictionalRepository({ now, overrides: { slug } });
  const forges = {
    github: await ForgeServer.start({
      speaks: 'github',
      repositories: [
        repository('harbour/tide-tables'),
        withLongHistory(repository('harbour/log-book')),
      ],
      now: () => new Date(),
      token,
      computesStatistics: true,
    }),
    gitlab: await ForgeServer.start({
      speaks: 'gitlab',
      repositories: [repository('harbour/sea/pilot-book')],
      now: () => new Date(),
      token,
    }),
  };
  const control = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const forge = Object.entries(forges).find(
      ([name]) => url.pathname === `/${name}`,
    )?.[1];
    if (!forge) {
      response.writeHead(404).end();
      return;
    }
    if (request.method === 'PUT') {
      forge.answer(JSON.parse(await readText(request)));
    }
    response.end(JSON.stringify(forge.asked));
  });
  control.listen(0, '127.0.0.1', () => {
    const address = control.address();
    if (address === null || typeof address === 'string') {
      throw new Error('Nothing listens for the tests');
    }
    process.stdout.write(
      `${JSON.stringify({
        github: forges.github.apiBaseUrl,
        gitlab: forges.gitlab.apiBaseUrl,
        control: `http://127.0.0.1:${address.port}`,
        token,
      })}\n`,
    );
  });
}

function withLongHistory(one: FictionalRepository): FictionalRepository {
  return {
    ...one,
    commits: one.commits.flatMap(commit =>
      Array.from({ length: TIMES }, (_, index) => ({
        ...commit,
        sha: `${index}${commit.sha.slice(1)}`,
        at: new Date(commit.at.getTime() - index * 60_000),
      })),
    ),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
