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

import { expect, test } from '@playwright/test';
import {
  corpusFile,
  developer,
  pushSbom,
  readCorpus,
  signIn,
} from './support/portal';

const DOCUMENT = 'CycloneDX__bom-examples/SBOM/dropwizard-1.3.15/bom.xml';
const PACKAGE = 'dropwizard-jersey';

test.beforeAll(async () => {
  // Somebody else uses the same packages, so that there is somebody to find.
  const answer = await pushSbom({
    component: 'default/tillstand-webb',
    target: 'browser-tests',
    document: readCorpus(DOCUMENT),
  });
  expect([200, 201, 202]).toContain(answer.status);
});

test('from a document to the owner of another component that uses the same package', async ({
  page,
}) => {
  await signIn(page, developer);
  await page.goto(
    '/catalog/default/component/tillstand-api/open-source?view=upload',
  );
  await page.locator('input[type=file]').setInputFiles(corpusFile(DOCUMENT));
  await page.getByRole('textbox', { name: 'Target' }).fill('mouse');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Read and now current')).toBeVisible();

  await page.goto('/ospo/overview');
  await page
    .getByRole('searchbox', {
      name: 'Search packages, licences and components',
    })
    .fill(PACKAGE);
  await page
    .getByRole('link', { name: new RegExp(PACKAGE) })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: new RegExp(PACKAGE) }),
  ).toBeVisible();

  const other = page
    .getByRole('row')
    .filter({ hasText: 'Ansök om plocktillstånd' })
    .first();
  await expect(other).toBeVisible();
  await other.getByRole('link', { name: 'Team Korgen' }).click();
  await expect(
    page.getByRole('heading', { name: 'Team Korgen' }).first(),
  ).toBeVisible();
  expect(page.url()).toContain('/catalog/default/group/team-korgen');
});

test('a refused document says the place and the mend, and changes nothing', async ({
  page,
}) => {
  await signIn(page, developer);
  await page.goto(
    '/catalog/default/component/tillstand-api/open-source?view=upload',
  );
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
