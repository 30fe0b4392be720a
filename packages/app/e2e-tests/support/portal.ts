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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, Page } from '@playwright/test';

/** Fictional persons of the demo. */
export const developer = 'user:default/kotte.granbarr';
export const coreTeam = 'user:default/uggla.nattvak';

const backendUrl =
  process.env.PLAYWRIGHT_BACKEND_URL ?? 'http://localhost:7007';

/** A real document that nobody here wrote; the collection lies beside the repository. */
export function corpusFile(file: string): string {
  return path.resolve(
    __dirname,
    '../../../../../shared/data/sbom-corpus',
    file,
  );
}

/** Opens pages as this person from now on, in this language and theme. */
export async function signIn(
  page: Page,
  userRef: string,
  options: { language?: string; theme?: 'light' | 'dark' } = {},
): Promise<void> {
  await page.addInitScript(
    ([user, language, theme]) => {
      window.sessionStorage.setItem('demo-sign-in', user);
      window.localStorage.setItem('language', language);
      window.localStorage.setItem('theme', theme);
    },
    [userRef, options.language ?? 'en', options.theme ?? 'light'],
  );
}

/** Sends a document as a build system would; waits until the catalog has the component. */
export async function pushSbom(options: {
  component: string;
  target: string;
  document: Buffer | string;
}): Promise<Response> {
  const url = `${backendUrl}/api/ospo/components/component/${
    options.component
  }/sboms?target=${encodeURIComponent(options.target)}`;
  let last: Response | undefined;
  await expect
    .poll(
      async () => {
        last = await fetch(url, {
          method: 'PUT',
          headers: {
            authorization: `Bearer ${process.env.OSPO_DEMO_CI_TOKEN}`,
            'content-type': 'application/octet-stream',
          },
          body: options.document,
        });
        return last.status;
      },
      { timeout: 120_000, message: `${options.component} is in the catalog` },
    )
    .not.toBe(404);
  if (!last) {
    throw new Error('Nothing was sent');
  }
  return last;
}

/** Waits until the office has read this many components of an owner from the catalog, which it does in the background. */
export async function untilOwnerHas(
  owner: string,
  components: number,
): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await fetch(
          `${backendUrl}/api/ospo/components?owner=${encodeURIComponent(
            owner,
          )}`,
          {
            headers: {
              authorization: `Bearer ${process.env.OSPO_DEMO_CI_TOKEN}`,
            },
          },
        );
        const { items } = await answer.json();
        return items.length;
      },
      { timeout: 120_000, message: `the components of ${owner} are known` },
    )
    .toBe(components);
}

/** Waits until the office has read this competency from the catalog, with at least one who provides it. */
export async function untilCompetencyIsKnown(name: string): Promise<void> {
  const ref = encodeURIComponent(`competency:default/${name}`);
  await expect
    .poll(
      async () => {
        const answer = await fetch(
          `${backendUrl}/api/ospo/competencies/by-ref?ref=${ref}`,
          { headers: { authorization: `Bearer ${await tokenOf(coreTeam)}` } },
        );
        const { providers = [] } = answer.ok ? await answer.json() : {};
        return providers.filter(
          (provider: { state: string }) => provider.state === 'present',
        ).length;
      },
      { timeout: 180_000, message: `the competency ${name} is known` },
    )
    .toBeGreaterThan(0);
}

/** Waits until this project has been found in the catalog, which is read in the background. */
export async function untilProjectIsKnown(name: string): Promise<void> {
  await expect
    .poll(async () => (await askForProject(name)).status, {
      timeout: 180_000,
      message: `the project ${name} is known`,
    })
    .toBe(200);
}

/** Waits until the repository of a project has been read from this source, with this outcome. */
export async function untilSourceIs(
  project: string,
  source: string,
  state: 'ok' | 'partial' | 'failed',
): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await askForProject(project);
        const { readings = [] } = answer.ok ? await answer.json() : {};
        return readings.find(
          (reading: { source: string }) => reading.source === source,
        )?.state;
      },
      { timeout: 180_000, message: `${source} of ${project} is ${state}` },
    )
    .toBe(state);
}

async function askForProject(name: string): Promise<Response> {
  const ref = encodeURIComponent(`component:default/${name}`);
  return await fetch(
    `${backendUrl}/api/ospo/innersource/projects/by-ref?ref=${ref}`,
    { headers: { authorization: `Bearer ${await tokenOf(coreTeam)}` } },
  );
}

/** Nothing while the catalog does not have the person yet. */
async function tokenOf(userRef: string): Promise<string | undefined> {
  const answer = await fetch(`${backendUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': userRef },
  });
  return answer.ok ? (await answer.json()).backstageIdentity.token : undefined;
}

export function readCorpus(file: string): Buffer {
  return readFileSync(corpusFile(file));
}
