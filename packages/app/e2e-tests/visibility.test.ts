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
import { coreTeam, developer, pushSbom, signIn } from './support/portal';

/** In the demo's catalog this component is for its owners and the core team only. */
const HIDDEN = 'default/nyckelvalv';
const HIDDEN_TITLE = 'Nyckelvalvet';
const ONLY_THERE = 'only-in-the-hidden-component';

test.beforeAll(async () => {
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

test('the core team finds what a developer finds no trace of', async ({
  browser,
}) => {
  for (const [person, sees] of [
    [coreTeam, true],
    [developer, false],
  ] as const) {
    const page = await browser.newPage();
    await signIn(page, person);

    await page.goto(`/ospo/open-source/packages?q=${ONLY_THERE}`);
    const found = page.getByRole('link', { name: ONLY_THERE });
    if (sees) {
      await expect(found).toBeVisible();
    } else {
      await expect(
        page.getByRole('heading', { name: /^Packages$/ }).first(),
      ).toBeVisible();
      await expect(
        page.getByRole('status').filter({ hasText: /loading/i }),
      ).toHaveCount(0);
      await expect(found).toHaveCount(0);
    }

    await page.goto(
      `/ospo/open-source/components?q=${HIDDEN_TITLE.toLowerCase()}`,
    );
    const component = page.getByRole('link', { name: HIDDEN_TITLE });
    await (sees
      ? expect(component).toBeVisible()
      : expect(component).toHaveCount(0));

    await page.goto(
      `/ospo/open-source/packages/${encodeURIComponent(
        `pkg:npm/${ONLY_THERE}`,
      )}`,
    );
    if (!sees) {
      await expect(page.getByText('Not found').first()).toBeVisible();
      await expect(page.getByText(HIDDEN_TITLE)).toHaveCount(0);
    }
    await page.close();
  }
});
