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

import { chromium, Page } from '@playwright/test';
import { TypedPage } from './TypedPage';

const LOAD_LIMIT_MS = 180_000;
const SIZE = { width: 1300, height: 900 };

export interface TypingTimes {
  /** Milliseconds of each key, in the same order on both sides. */
  ours: number[];
  theirs: number[];
}

/** Types the same into our list of projects and into SAP's portal, key for key in turns. */
export async function measureTyping(options: {
  /** Our portal, and who is signed in to it. */
  ours: { url: string; user: string; projects: number };
  /** SAP's, with the same projects; undefined when there is none. */
  portal?: { url: string; projects: number };
  /** Each is typed and taken back again. */
  words: readonly string[];
  say: (line: string) => void;
}): Promise<TypingTimes> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    const ours = await openOurs(
      await browser.newPage({ viewport: SIZE }),
      options.ours,
    );
    const theirs =
      options.portal &&
      (await openPortal(
        await browser.newPage({ viewport: SIZE }),
        options.portal,
      ));
    const times: TypingTimes = { ours: [], theirs: [] };
    // What is done for the first time is no more than that.
    await ours.press('x');
    await ours.press('Backspace');
    for (const key of options.words.flatMap(keysOf)) {
      const other = await theirs?.press(key);
      const own = await ours.press(key);
      options.say(`    ${key}: ours ${text(own)}, SAP's portal ${text(other)}`);
      if (own !== undefined && (!theirs || other !== undefined)) {
        times.ours.push(own);
        times.theirs.push(...(other === undefined ? [] : [other]));
      }
    }
    return times;
  } finally {
    await browser.close();
  }
}

async function openOurs(
  page: Page,
  options: { url: string; user: string; projects: number },
): Promise<TypedPage> {
  // The demo's page for signing in remembers whom somebody chose to be.
  await page.addInitScript(
    user => window.sessionStorage.setItem('demo-sign-in', user),
    options.user,
  );
  await page.goto(`${options.url}/ospo/inner-source/projects`);
  const count = page.getByRole('main').getByRole('status');
  await count
    .filter({ hasText: options.projects.toLocaleString('en-GB') })
    .waitFor({ timeout: LOAD_LIMIT_MS });
  return TypedPage.of({
    page,
    field: page.getByRole('main').getByRole('searchbox').first(),
    list: 'main section ul, main [role="status"]',
  });
}

async function openPortal(
  page: Page,
  options: { url: string; projects: number },
): Promise<TypedPage> {
  await page.goto(options.url, { timeout: LOAD_LIMIT_MS });
  await page
    .locator('#count')
    .filter({ hasText: String(options.projects) })
    .waitFor({ timeout: LOAD_LIMIT_MS });
  return TypedPage.of({ page, field: page.locator('#search'), list: '#cards' });
}

function keysOf(word: string): string[] {
  return [...word, ...[...word].map(() => 'Backspace')];
}

function text(ms: number | undefined): string {
  return ms === undefined ? 'nothing changed' : `${Math.round(ms)} ms`;
}
