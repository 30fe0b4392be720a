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
import { developer, signIn, untilProjectIsKnown } from './support/portal';

test.beforeAll(() => untilProjectIsKnown('art-nyckel'));

test('from a word to a project, what is known of it, and a question about it', async ({
  page,
}) => {
  await signIn(page, developer);
  await page.goto('/ospo/inner-source');
  const projects = page.getByRole('region', { name: 'Inner source projects' });
  await expect(
    projects.getByRole('link', { name: 'Blankettbiblioteket' }),
  ).toBeVisible();

  await projects.getByRole('searchbox').fill('identification species');
  await expect(
    projects.getByRole('link', { name: 'Blankettbiblioteket' }),
  ).toBeHidden();
  await expect(page).toHaveURL(/[?&]q=identification\+species/);

  await projects.getByRole('link', { name: 'Bestämningsnyckeln' }).click();
  await expect(
    page.getByRole('heading', { name: 'Bestämningsnyckeln' }),
  ).toBeVisible();
  await expect(
    page.getByText('Listed because of its annotation'),
  ).toBeVisible();

  // Nothing tells of commits in the demo: unknown, with what would change that.
  const commits = page.getByRole('button', {
    name: /^Commits a week, 13 weeks/,
  });
  await expect(commits).toContainText('unknown');
  await commits.click();
  await expect(
    page.getByText('The mean of the last 13 weeks, without bots.'),
  ).toBeVisible();

  await page
    .getByRole('region', { name: 'Trusted committers' })
    .getByRole('link', { name: 'Ask the office about Bestämningsnyckeln' })
    .click();
  await expect(
    page.getByRole('heading', { name: 'Ask the office' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/entity=component%3Adefault%2Fart-nyckel/);
});

test('a link shows the same projects to somebody else', async ({ page }) => {
  await signIn(page, developer);
  await page.goto('/ospo/inner-source/projects?view=table&language=Rust');
  await expect(
    page.getByRole('row', { name: /Kommandoraden kant/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('row', { name: /Bestämningsnyckeln/ }),
  ).toBeHidden();
});
