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

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  Figure,
  HttpLoad,
  MeasuredBackend,
  measureTyping,
  median,
  number,
  percentile,
  ratios,
  servePortal,
  summarise,
} from 'bench';
import { BenchDatabases } from './BenchDatabases';
import { openSearchedBackend, withFilledCatalog } from './searchedCatalog';

const PROJECTS = 10_000;
/** Beside the projects there are their owners and systems. */
const ENTITIES = PROJECTS + 130;
const USER = 'user:default/bench';

/** P19: typing into our list of 10,000 projects, built as a portal is, and into SAP's portal with the same ones. */
export async function measureBrowser(options: {
  databases: BenchDatabases;
  program: string;
  root: string;
  scratch: string;
  /** A copy of SAP's portal. */
  sapPortal?: string;
  words: readonly string[];
  say: (line: string) => void;
}): Promise<Figure[]> {
  const { root, say, words } = options;
  say('… the front end as a portal ships it');
  await promisify(execFile)('backstage-cli', ['package', 'build'], {
    cwd: path.join(root, 'packages/app'),
    maxBuffer: 64 * 1024 * 1024,
  });
  return withFilledCatalog(
    {
      ...options,
      name: 'browser',
      size: { entities: ENTITIES, projects: PROJECTS },
    },
    async place => {
      const { backend, load } = await openSearchedBackend({
        ...options,
        database: place.database,
        projects: PROJECTS,
        withApp: true,
      });
      const portal =
        options.sapPortal === undefined
          ? undefined
          : await servePortal({
              directory: options.sapPortal,
              reposJson: await reposJson(backend, load),
            });
      try {
        const times = await measureTyping({
          ours: {
            url: `http://127.0.0.1:${backend.port}`,
            user: USER,
            projects: PROJECTS,
          },
          portal: portal && { url: portal.url, projects: PROJECTS },
          words,
          say,
        });
        return figuresOf(times);
      } finally {
        await portal?.stop();
        load.close();
        await backend.stop();
      }
    },
  );
}

function figuresOf({
  ours,
  theirs,
}: {
  ours: number[];
  theirs: number[];
}): Figure[] {
  const on = `Chromium, ${number(PROJECTS)} projects`;
  const all = `${ours.length} keys, 95th percentile ${number(
    percentile(ours, 0.95),
  )} ms`;
  return [
    { id: 'P19:time', on, judged: true, measured: summarise(ours), note: all },
    {
      id: 'P19:ratio',
      on,
      judged: true,
      ...(theirs.length === 0
        ? { notMeasured: "needs a copy of SAP's portal: --sap-portal DIR" }
        : {
            measured: summarise(ratios(theirs, ours)),
            note: `${number(median(ours))} against ${number(
              median(theirs),
            )} ms a key`,
          }),
    },
  ];
}

/** The list that our server gives to such portals. */
async function reposJson(
  backend: MeasuredBackend,
  load: HttpLoad,
): Promise<string> {
  const { status, body } = await load.ask({
    path: '/api/ospo/innersource/repos.json',
    headers: await backend.signIn(load),
  });
  const listed = status === 200 ? JSON.parse(body).length : 0;
  if (listed !== PROJECTS) {
    throw new Error(`repos.json holds ${listed} projects (status ${status})`);
  }
  return body;
}
