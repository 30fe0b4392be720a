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

import { expect, Page, test } from '@playwright/test';
import { tabTo } from './support/keyboard';
import {
  corpusFile,
  developer,
  pushSbom,
  readCorpus,
  signIn,
  untilOwnerHas,
} from './support/portal';

const DOCUMENT = 'CycloneDX__bom-examples/SBOM/dropwizard-1.3.15/bom.xml';
const TYPED = 'dropwizard-jersey';
const PACKAGE = 'io.dropwizard:dropwizard-jersey';
const UPLOAD =
  '/catalog/default/component/tillstand-api/open-source?view=upload';
const SEARCH = 'Search packages, licences and components';

/** A component of another team, which the package is pushed to, so that there is somebody to find. */
const OTHER = {
  name: 'default/karta-webb',
  title: 'Skogskartan på webben',
  owner: 'Team Stigen',
  ownerPath: '/catalog/default/group/team-stigen',
};

test.beforeAll(async () => {
  await untilOwnerHas('group:default/team-korgen', 6);
  const answer = await pushSbom({
    component: OTHER.name,
    target: 'browser-tests',
    document: readCorpus(DOCUMENT),
  });
  expect([200, 201]).toContain(answer.status);
});

/** A target that no other run has used, so that the document is new to it. */
function newTarget(way: string): string {
  return `${way}-${Date.now().toString(36)}`;
}

function packageLink(page: Page) {
  return page.getByRole('link', { name: PACKAGE, exact: true });
}

/** Whom to ask, in the row of the other team's component. */
function ownerLink(page: Page) {
  return page
    .getByRole('row')
    .filter({ hasText: OTHER.title })
    .getByRole('link', { name: OTHER.owner });
}

test('from a document to the owner of another component that uses the same package', async ({
  page,
}) => {
  await signIn(page, developer);
  await page.goto(UPLOAD);
  await page.locator('input[type=file]').setInputFiles(corpusFile(DOCUMENT));
  await page.getByRole('textbox', { name: 'Target' }).fill(newTarget('mouse'));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Read and now current')).toBeVisible();

  await page.goto('/ospo/overview');
  await page.getByRole('searchbox', { name: SEARCH }).fill(TYPED);
  await packageLink(page).click();
  await expect(page.getByRole('heading', { name: PACKAGE })).toBeVisible();

  await ownerLink(page).click();
  await expect(page).toHaveURL(new RegExp(OTHER.ownerPath));
  await expect(
    page.getByRole('heading', { name: OTHER.owner }).first(),
  ).toBeVisible();
});

test('the same without a mouse', async ({ page }) => {
  await signIn(page, developer);
  await page.goto(UPLOAD);
  const choose = page.getByRole('button', { name: 'Choose a file' });
  await tabTo(page, choose);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(corpusFile(DOCUMENT));
  await expect(page.getByText('Chosen: bom.xml')).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Target' }));
  await page.keyboard.type(newTarget('keyboard'));
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Read and now current')).toBeVisible();

  await page.goto('/ospo/overview');
  await tabTo(page, page.getByRole('searchbox', { name: SEARCH }));
  await page.keyboard.type(TYPED);
  await expect(packageLink(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(packageLink(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: PACKAGE })).toBeVisible();

  await tabTo(page, ownerLink(page));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(OTHER.ownerPath));
  await expect(
    page.getByRole('heading', { name: OTHER.owner }).first(),
  ).toBeVisible();
});

test('a refused document says the place and the mend, and changes nothing', async ({
  page,
}) => {
  await signIn(page, developer);
  await page.goto(UPLOAD);
  await page.locator('input[type=file]').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"name":',
    ),
  });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('The document was refused')).toBeVisible();
  await expect(
    page.getByText('Nothing was stored.', { exact: false }),
  ).toBeVisible();
  await expect(page.getByText('What to do').first()).toBeVisible();
});
