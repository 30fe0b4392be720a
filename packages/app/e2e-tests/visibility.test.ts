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

import { readFile } from 'node:fs/promises';
import { expect, Page, test } from '@playwright/test';
import {
  coreTeam,
  developer,
  pushSbom,
  signIn,
  untilOwnerHas,
} from './support/portal';

/** In the demo's catalog this component is for its owners and the core team only. */
const HIDDEN = 'default/nyckelvalv';
const HIDDEN_TITLE = 'Nyckelvalvet';
const HIDDEN_OWNER = 'Team Hatten';
const ONLY_THERE = 'only-in-the-hidden-component';
const PACKAGE_PAGE = `/ospo/open-source/packages/${encodeURIComponent(
  `pkg:npm/${ONLY_THERE}`,
)}`;

test.beforeAll(async () => {
  await untilOwnerHas('group:default/team-hatten', 4);
  const answer = await pushSbom({
    component: HIDDEN,
    target: 'browser-tests',
    document: JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        {
          type: 'library',
          name: ONLY_THERE,
          version: '1.0.0',
          purl: `pkg:npm/${ONLY_THERE}@1.0.0`,
        },
      ],
    }),
  });
  expect([200, 201]).toContain(answer.status);
});

/** Everything in the list, as the file that the person downloads. */
async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** How many components of the owner of the hidden one the person is told of. */
async function countedComponents(page: Page): Promise<number> {
  await page.goto('/ospo/open-source/coverage');
  const row = page.getByRole('row').filter({ hasText: HIDDEN_OWNER });
  await expect(row).toBeVisible();
  return Number(await row.getByRole('cell').first().textContent());
}

// What the developer must not see is looked for only after the page has said that it is all there.
test('the core team finds the confidential component everywhere', async ({
  page,
}) => {
  await signIn(page, coreTeam);
  await page.goto(`/ospo/open-source/packages?q=${ONLY_THERE}`);
  await expect(page.getByRole('link', { name: ONLY_THERE })).toBeVisible();
  expect(await exported(page)).toContain(ONLY_THERE);

  await page.goto('/ospo/open-source/components?q=nyckelvalv');
  await expect(page.getByRole('link', { name: HIDDEN_TITLE })).toBeVisible();
  expect(await exported(page)).toContain('nyckelvalv');

  await page.goto(`/ospo/overview?q=${ONLY_THERE}`);
  await expect(page.getByRole('link', { name: ONLY_THERE })).toBeVisible();

  await page.goto(PACKAGE_PAGE);
  await expect(page.getByRole('heading', { name: ONLY_THERE })).toBeVisible();
  await expect(page.getByRole('link', { name: HIDDEN_TITLE })).toBeVisible();
});

test('a developer who may not read a component finds no trace of it', async ({
  browser,
  page,
}) => {
  await signIn(page, developer);
  await page.goto(`/ospo/open-source/packages?q=${ONLY_THERE}`);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByRole('link', { name: ONLY_THERE })).toHaveCount(0);
  expect(await exported(page)).not.toContain(ONLY_THERE);

  await page.goto('/ospo/open-source/components?q=nyckelvalv');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByText(HIDDEN_TITLE)).toHaveCount(0);
  expect(await exported(page)).not.toContain('nyckelvalv');

  await page.goto(`/ospo/overview?q=${ONLY_THERE}`);
  await expect(
    page.getByText(`Nothing found for "${ONLY_THERE}"`),
  ).toBeVisible();

  // Nothing and not yours to know look the same.
  const whatIsSaid: string[] = [];
  for (const address of [PACKAGE_PAGE, `${PACKAGE_PAGE}-that-never-was`]) {
    await page.goto(address);
    await expect(page.getByText('Not found')).toBeVisible();
    whatIsSaid.push(await page.locator('body').innerText());
  }
  expect(whatIsSaid[0]).toBe(whatIsSaid[1]);
  expect(whatIsSaid[0]).not.toContain(HIDDEN_TITLE);

  const everybody = await browser.newPage();
  await signIn(everybody, coreTeam);
  expect(await countedComponents(page)).toBe(
    (await countedComponents(everybody)) - 1,
  );
  await everybody.close();
});
