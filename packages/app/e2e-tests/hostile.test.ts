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
import { developer, pushSbom, signIn } from './support/portal';
import { hostileStrings } from './support/hostileStrings';

const NAMES = hostileStrings();

test(`${NAMES.length} hostile strings are shown as text and run nowhere`, async ({
  page,
}) => {
  const answer = await pushSbom({
    component: 'default/tillstand-api',
    target: 'hostile',
    document: JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: {
        component: { 'bom-ref': 'root', type: 'application', name: NAMES[0] },
      },
      components: NAMES.map((name, index) => ({
        'bom-ref': `ref-${index}`,
        type: 'library',
        group: index % 3 === 0 ? name : undefined,
        name: `hostile-${index} ${name}`,
        version: index % 2 === 0 ? name : '1.0.0',
        supplier: { name, url: [name] },
        licenses: [{ license: { name } }],
        externalReferences: [{ type: 'website', url: name }],
      })),
      dependencies: [
        { ref: 'root', dependsOn: NAMES.map((_, index) => `ref-${index}`) },
      ],
    }),
  });
  expect([200, 201]).toContain(answer.status);

  const alarms: string[] = [];
  page.on('dialog', async dialog => {
    alarms.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('console', message => {
    if (/content security policy|refused to/i.test(message.text())) {
      alarms.push(`console: ${message.text()}`);
    }
  });
  await page.addInitScript(() => {
    Object.assign(window, { ospoPwned: 0 });
  });
  await signIn(page, developer);

  const places = [
    '/catalog/default/component/tillstand-api/open-source',
    '/catalog/default/component/tillstand-api/open-source?view=licences',
    '/catalog/default/component/tillstand-api/open-source?view=findings',
    '/ospo/open-source/packages?q=hostile',
    '/ospo/open-source/licences',
    '/ospo/overview?q=hostile',
  ];
  for (const place of places) {
    await page.goto(place);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const links = await page
      .locator('a[href]')
      .evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href));
    alarms.push(
      ...links.filter(href => /^\s*(javascript|data|vbscript):/i.test(href)),
    );
    // eslint-disable-next-line no-restricted-syntax -- read in the page, where `window` is the page's
    const ran = await page.evaluate(() => Reflect.get(window, 'ospoPwned'));
    expect(ran, `something ran on ${place}`).toBe(0);
  }
  // Some package page that carries such a name.
  await page.goto('/ospo/open-source/packages?q=hostile-1');
  const first = page.getByRole('link', { name: /hostile-1/ }).first();
  await first.click();
  await expect(
    page.getByRole('heading', { name: /hostile-1/ }).first(),
  ).toBeVisible();

  expect(alarms).toEqual([]);
});
