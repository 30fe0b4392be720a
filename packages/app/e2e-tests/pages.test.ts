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

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { coreTeam, signIn } from './support/portal';

const PAGES = [
  ['overview', '/ospo/overview'],
  ['packages', '/ospo/open-source/packages'],
  ['licences', '/ospo/open-source/licences'],
  ['components', '/ospo/open-source/components'],
  ['coverage', '/ospo/open-source/coverage'],
  ['entity tab', '/catalog/default/component/tillstand-api/open-source'],
] as const;

for (const [name, url] of PAGES) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${name} has no accessibility violations, ${theme}`, async ({
      page,
    }) => {
      await signIn(page, coreTeam, { theme });
      await page.goto(url);
      await page.waitForLoadState('networkidle');
      await expect(
        page.getByRole('heading', { level: 1 }).first(),
      ).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .exclude('nav')
        // The page's own tabs are Backstage's; they name a panel that is not there.
        .exclude('[role=tablist]')
        .analyze();
      expect(
        violations.map(
          found =>
            `${found.id}: ${found.nodes
              .map(node => node.target.join(' '))
              .slice(0, 3)
              .join(', ')}`,
        ),
      ).toEqual([]);
    });
  }

  test(`${name} fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, coreTeam);
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test('speaks Swedish', async ({ page }) => {
  await signIn(page, coreTeam, { language: 'sv' });
  await page.goto('/ospo/overview');
  await expect(
    page.getByRole('heading', { name: 'Det vi använder' }),
  ).toBeVisible();
});

test('a link keeps search, filters and sort', async ({ page }) => {
  await signIn(page, coreTeam);
  await page.goto('/ospo/open-source/packages?q=er&ecosystem=npm&sort=name');
  await expect(page.getByRole('searchbox').first()).toHaveValue('er');
  const names = await page.getByRole('row').locator('a').allTextContents();
  await page.reload();
  await expect(page.getByRole('row').locator('a').first()).toHaveText(
    names[0] ?? '',
  );
});
