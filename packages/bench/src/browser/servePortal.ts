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

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface ServedPortal {
  url: string;
  stop: () => Promise<void>;
}

/** Serves the files of SAP's project portal, with our list of projects as its own. */
export async function servePortal(options: {
  directory: string;
  reposJson: string;
}): Promise<ServedPortal> {
  const directory = path.resolve(options.directory);
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    const asked = pathname === '/' ? '/index.html' : decodeURI(pathname);
    const type = TYPES[path.extname(asked)] ?? 'application/octet-stream';
    if (asked === '/repos.json') {
      res.writeHead(200, { 'content-type': type }).end(options.reposJson);
      return;
    }
    const file = path.join(directory, asked);
    if (
      !file.startsWith(directory + path.sep) ||
      !statSync(file, { throwIfNoEntry: false })?.isFile()
    ) {
      res.writeHead(404).end();
      return;
    }
    res.writeHead(200, { 'content-type': type });
    createReadStream(file).pipe(res);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address === 'string') {
    throw new Error('The portal got no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
