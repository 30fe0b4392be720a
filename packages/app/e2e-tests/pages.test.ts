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
import { expect, Page, test } from '@playwright/test';
import {
  coreTeam,
  signIn,
  untilCompetencyIsKnown,
  untilProjectIsKnown,
} from './support/portal';

const PAGES = [
  ['overview', '/ospo/overview'],
  ['packages', '/ospo/open-source/packages'],
  ['licences', '/ospo/open-source/licences'],
  ['components', '/ospo/open-source/components'],
  ['coverage', '/ospo/open-source/coverage'],
  ['entity tab', '/catalog/default/component/tillstand-api/open-source'],
  ['help', '/ospo/competencies/directory?help=export'],
  ['competency', '/ospo/competencies/default/privacy'],
  ['my profile', '/ospo/competencies/profile'],
  ['coverage map', '/ospo/competencies/coverage'],
  ['evidence pack', '/ospo/competencies/evidence'],
  ['asking', '/ospo/requests/ask'],
  [
    'form',
    '/ospo/requests/ask?type=release-open-source&entity=component:default/tillstand-api',
  ],
  ['my requests', '/ospo/requests/mine'],
  ['triage', '/ospo/requests/triage'],
  ['precedents', '/ospo/requests/precedents'],
  ['projects', '/ospo/inner-source/projects'],
  ['projects as a table', '/ospo/inner-source/projects?view=table'],
  ['project', '/ospo/inner-source/projects/default/component/art-nyckel'],
  ['no project found', '/ospo/inner-source/projects?q=zzz&standing=open'],
  [
    'project without an owner',
    '/ospo/inner-source/projects/default/component/karta-stilar',
  ],
  [
    'retired project',
    '/ospo/inner-source/projects/default/component/karta-tileproxy',
  ],
  ['projects for me', '/ospo/inner-source/for-me'],
  ['what exists', '/ospo/inner-source/exists?q=identification+key'],
  ['sources of signals', '/ospo/inner-source/sources'],
  ['inner source tab', '/catalog/default/component/art-nyckel/inner-source'],
  ['not open', '/catalog/default/component/tillstand-api/inner-source'],
] as const;

/** Rules of WCAG 2.2 AA that the page breaks, each with the first places. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('nav')
    // The page's own tabs are Backstage's; they name a panel that is not there.
    .exclude('[role=tablist]')
    .analyze();
  return violations.map(
    found =>
      `${found.id}: ${found.nodes
        .map(node => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  );
}

/** Changes the theme as another tab of the portal would. */
async function changeTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(newValue => {
    window.localStorage.setItem('theme', newValue);
    window.dispatchEvent(
      new StorageEvent('storage', { key: 'theme', newValue }),
    );
  }, theme);
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
  // Colours fade into each other; what is measured is where they arrive.
  await page.evaluate(async () => {
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(animation => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    );
  });
}

test.beforeAll(async () => {
  await untilCompetencyIsKnown('privacy');
  await untilProjectIsKnown('art-nyckel');
});

// A page is loaded once for all that is looked at: loading takes longer than looking.
for (const [name, url] of PAGES) {
  test(`${name} has no accessibility violations, light and dark, and fits a phone`, async ({
    page,
  }) => {
    await signIn(page, coreTeam);
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect.soft(await violationsOf(page), 'light').toEqual([]);
    await changeTheme(page, 'dark');
    expect.soft(await violationsOf(page), 'dark').toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.documentElement.scrollWidth -
            document.documentElement.clientWidth,
        ),
      )
      .toBe(0);
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
  const links = page.getByRole('rowheader').getByRole('link');
  await expect(links.first()).toBeVisible();
  const names = await links.allTextContents();
  expect(names.filter(name => !name.includes('er'))).toEqual([]);
  await page.reload();
  await expect(links).toHaveText(names);
});
