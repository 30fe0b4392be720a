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

import { Browser, expect, Locator, Page, test } from '@playwright/test';
import {
  coreTeam,
  developer,
  signIn,
  untilCompetencyIsKnown,
} from './support/portal';

const secondDeveloper = 'user:default/glanta.solflack';
const lawyer = 'user:default/silja.karrsilja';
const privacyOfficer = 'user:default/skymma.granris';

const COMPONENT = 'component:default/tillstand-api';
const TITLE = 'Publish the permit service';

/** A window in which this person is signed in. */
async function windowOf(browser: Browser, userRef: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, userRef);
  return page;
}

/** Chooses as a person does: by the words beside the circle, which is covered by them. */
async function choose(within: Locator, name: string) {
  const radio = within.page().getByRole('radio', { name, exact: true });
  const label = within.locator('label').filter({ has: radio });
  await label.click();
  await expect(label.getByRole('radio')).toBeChecked();
}

/** Fills in the form as far as every release needs it. */
async function writeRelease(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Title/ }).fill(title);
  await page
    .getByRole('textbox', { name: /What is it, and why/ })
    .fill(
      'It takes in applications for baskets; other agencies need the same.',
    );
  await choose(page.locator('body'), 'Only our team');
}

async function answer(page: Page, question: RegExp, word: string) {
  await choose(page.getByRole('radiogroup', { name: question }), word);
}

async function openRequest(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(
    page.getByRole('heading', { name: new RegExp(TITLE) }),
  ).toBeVisible();
}

/** The core team asks whoever routing proposed for this competency. */
async function confirmProposal(page: Page, competency: string) {
  await page
    .getByRole('button', { name: `Why, and who else: ${competency}` })
    .click();
  const dialog = page.getByRole('dialog');
  const proposed = dialog.getByRole('row').filter({ hasText: 'proposed' });
  const name = await proposed.getByRole('rowheader').innerText();
  await proposed.getByRole('button', { name: /^Ask/ }).click();
  await expect(dialog).toBeHidden();
  return name;
}

async function finish(page: Page, competency: string, condition?: string) {
  await page.getByRole('button', { name: `Finish: ${competency}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'What you found' })
    .fill('Nothing stands in the way.');
  await choose(dialog, condition ? 'approved with conditions' : 'approved');
  if (condition) {
    await dialog.getByRole('textbox', { name: /^Conditions/ }).fill(condition);
  }
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await expect(dialog).toBeHidden();
}

test.beforeAll(async () => {
  for (const name of ['licence-compliance', 'privacy', 'export-control']) {
    await untilCompetencyIsKnown(name);
  }
});

test('a release finds its way to those who know, and is answered once for all', async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const asking = await windowOf(browser, developer);
  await asking.goto(
    `/ospo/requests/ask?type=release-open-source&entity=${COMPONENT}`,
  );
  await writeRelease(asking, TITLE);
  const beside = asking.getByRole('region', { name: 'Who this brings in' });
  await answer(asking, /send anything about its users/, 'Yes');
  await expect(
    beside.getByRole('link', { name: 'Privacy and personal data' }),
  ).toBeVisible();
  await asking
    .getByRole('textbox', { name: /What does it send/ })
    .fill('Version and uptime, to us; it can be turned off.');
  await answer(asking, /contain cryptography/, 'Yes');
  await expect(
    beside.getByRole('link', { name: 'Export control and cryptography' }),
  ).toBeVisible();
  await choose(asking.locator('body'), 'It calls a known library');
  const licence = asking.getByRole('textbox', { name: /^Licence/ });
  if (await licence.isVisible()) {
    await licence.fill('EUPL-1.2');
  }
  await asking.getByRole('button', { name: 'Look through' }).click();
  await asking.getByRole('button', { name: 'Send' }).click();
  await expect(
    asking.getByRole('heading', { name: new RegExp(TITLE) }),
  ).toBeVisible();
  await expect(asking.getByText('Where it stands')).toBeVisible();
  const url = new URL(asking.url()).pathname;

  const core = await windowOf(browser, coreTeam);
  await test.step('three competencies are proposed with reasons, one of them outside', async () => {
    await core.goto('/ospo/requests/triage?triage=proposal');
    await core.getByRole('link', { name: new RegExp(TITLE) }).click();
    const asked = [
      await confirmProposal(core, 'Licence compliance'),
      await confirmProposal(core, 'Privacy and personal data'),
      await confirmProposal(core, 'Export control and cryptography'),
    ];
    expect(new Set(asked).size).toBe(3);
    expect(asked[2]).toContain('external organisation');
  });

  await test.step('one declines, and somebody else is found', async () => {
    const privacy = await windowOf(browser, privacyOfficer);
    await openRequest(privacy, url);
    await privacy
      .getByRole('button', { name: 'Decline: Privacy and personal data' })
      .click();
    const dialog = privacy.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('On leave');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await expect(privacy.getByText(/declined .*: On leave/)).toBeVisible();
    await privacy.context().close();
    await openRequest(core, url);
    await confirmProposal(core, 'Privacy and personal data');
  });

  const law = await windowOf(browser, lawyer);
  await test.step('one asks back, and the clock stands still', async () => {
    await openRequest(law, url);
    await law
      .getByRole('button', { name: 'Take it: Licence compliance' })
      .click();
    await law
      .getByRole('button', { name: 'Ask the requester: Licence compliance' })
      .click();
    const dialog = law.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: 'Question' })
      .fill('Which library does the encryption?');
    await dialog.getByRole('button', { name: 'Ask the requester' }).click();
    await expect(law.getByText(/The clock stands still/)).toBeVisible();
    await openRequest(asking, url);
    await asking
      .getByRole('textbox', { name: 'Your reply' })
      .fill('libsodium, unchanged.');
    await asking.getByRole('button', { name: 'Reply' }).click();
    await expect(asking.getByText('libsodium, unchanged.')).toBeVisible();
    await expect(asking.getByText(/The clock stands still/)).toBeHidden();
  });

  await test.step('they finish, one with a condition', async () => {
    await openRequest(law, url);
    await finish(law, 'Licence compliance', 'Ship the notices of libsodium.');
    await law
      .getByRole('button', { name: 'Take it: Privacy and personal data' })
      .click();
    await finish(law, 'Privacy and personal data');
    await law.context().close();
  });

  await test.step('the core team decides, and publishes the answer', async () => {
    await openRequest(core, url);
    await core
      .getByRole('button', { name: 'Skip: Export control and cryptography' })
      .click();
    await core
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Reason' })
      .fill('The firm answered by letter: nothing to file.');
    await core
      .getByRole('dialog')
      .getByRole('button', { name: 'Skip' })
      .click();
    await core.getByRole('button', { name: 'Decide' }).click();
    const dialog = core.getByRole('dialog');
    await choose(dialog, 'approved with conditions');
    await expect(
      dialog.getByRole('textbox', { name: /^Conditions/ }),
    ).toHaveValue('Ship the notices of libsodium.');
    await dialog
      .getByRole('textbox', { name: /^Reasons/ })
      .fill('It may be published.');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await core.getByRole('button', { name: 'Publish as a precedent' }).click();
    await core
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Title' })
      .fill('Publishing a service with telemetry and cryptography');
    await core
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Summary without names' })
      .fill(
        'A service with telemetry that can be turned off may be published.',
      );
    await core
      .getByRole('dialog')
      .getByRole('button', { name: 'Publish as a precedent' })
      .click();
    await expect(
      core.getByRole('link', { name: 'Show the precedent' }),
    ).toBeVisible();
    await core.context().close();
  });

  await test.step('a second developer is shown it before sending', async () => {
    const second = await windowOf(browser, secondDeveloper);
    await second.goto('/ospo/requests/ask?type=release-open-source');
    await writeRelease(second, 'Publish a service with telemetry');
    await expect(
      second
        .getByRole('region', { name: 'Answered before' })
        .getByRole('link', {
          name: 'Publishing a service with telemetry and cryptography',
        }),
    ).toBeVisible();
    await second.context().close();
  });
});
