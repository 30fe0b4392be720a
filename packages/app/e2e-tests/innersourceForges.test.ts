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

import { expect, Locator, Page, test } from '@playwright/test';
import {
  answerAll,
  askedOf,
  ForgeName,
  forgeToken,
  mostWithin,
} from './support/forges';
import { coreTeam, developer, signIn, untilSourceIs } from './support/portal';

// The portal of these tests has two forges, and three projects of the catalog that lie on them: portal/ says which.

const sourceWords = { github: 'GitHub', gitlab: 'GitLab' };

const MINUTE_MS = 60_000;
/** As portal/app-config.yaml allows it. */
const PER_MINUTE = 60;
/** Those who commit to the projects; nobody is named where commits are told of. */
const PEOPLE = /mira|otto|sanna|nils|@harbour|@lighthouse/i;

test.beforeAll(async () => {
  await untilSourceIs('tide-tables', 'github', 'ok');
  await untilSourceIs('pilot-book', 'gitlab', 'ok');
});

test.afterAll(async () => {
  await answerAll('github', 'well');
  await answerAll('gitlab', 'well');
});

function addressOf(project: string): string {
  return `/ospo/inner-source/projects/default/component/${project}`;
}

/** One signal of the page, opened to what it rests on. */
async function unfolded(page: Page, name: string): Promise<Locator> {
  const line = page.getByRole('listitem').filter({
    has: page.getByRole('button', { name: new RegExp(`^${name}`) }),
  });
  const button = line.getByRole('button').first();
  if ((await button.getAttribute('aria-expanded')) !== 'true') {
    await button.click();
  }
  return line;
}

/** When the value was read, as the page says it to the minute. */
async function readAt(page: Page, name: string): Promise<string> {
  const line = await unfolded(page, name);
  const time = line
    .getByRole('definition')
    .filter({ hasText: /\(today|\(yest/ });
  await expect(time.first()).toBeVisible();
  return await time.first().innerText();
}

async function expectLine(
  page: Page,
  name: string,
  words: (string | RegExp)[],
): Promise<void> {
  const line = await unfolded(page, name);
  for (const each of words) {
    await expect(line).toContainText(each);
  }
}

/** Has a project read by somebody who may; that is done at most once a minute, so it is asked for until it was. */
async function readAnew(
  page: Page,
  project: string,
  expected: { source: ForgeName; state: string },
): Promise<void> {
  await page.goto(addressOf(project));
  const button = page.getByRole('button', { name: 'Read again' });
  await expect
    .poll(
      async () => {
        const answer = page.waitForResponse(/innersource\/projects\/refresh/);
        await button.click();
        const { readings } = await (await answer).json();
        return readings.find(
          ({ source }: { source: string }) => source === expected.source,
        )?.state;
      },
      { timeout: 120_000, intervals: [5_000] },
    )
    .toBe(expected.state);
}

/** What both forges tell of the same history. */
async function expectFigures(page: Page, source: ForgeName): Promise<void> {
  await expectLine(page, 'Last worked on by a person', [
    'yesterday',
    `Source${sourceWords[source]}`,
  ]);
  await expectLine(page, 'Commits a week, 52 weeks', [
    '2.3 a week',
    // Of 161 commits, 30 are of a bot, 10 are merges, and one is older.
    'Commits by people120',
    `Source${sourceWords[source]}`,
    /Read\w{3} \d/,
    'Period52 weeks',
  ]);
  await expectLine(page, 'People who committed', [
    '3',
    `Source${sourceWords[source]}`,
  ]);
  await expectLine(page, 'Releases', ['2', 'Latest releasev2.1.0']);
  await expectLine(page, 'Issues that ask for help', [
    '2',
    `Source${sourceWords[source]}`,
  ]);
  const wanted = page.getByRole('listitem').filter({
    has: page.getByRole('link', {
      name: 'Tide of the west pier is an hour late',
    }),
  });
  await expect(wanted).toContainText(
    /opened (10 days ago|last week|1 week ago)/,
  );
  await expect(wanted).toContainText('effort');
}

test('what a forge still computes is told as such, and shown when it is there', async ({
  page,
}) => {
  const statistics = async () =>
    (await askedOf('github')).filter(({ path }) =>
      path.startsWith('/repos/harbour/log-book/stats/'),
    );
  await expect.poll(async () => (await statistics()).length).toBe(1);
  await untilSourceIs('log-book', 'github', 'partial');
  await signIn(page, coreTeam);
  await page.goto(addressOf('log-book'));
  await expectLine(page, 'Commits a week, 52 weeks', [
    'unknown',
    'not ready yet at GitHub',
  ]);

  await readAnew(page, 'log-book', { source: 'github', state: 'ok' });
  await expectLine(page, 'Commits a week, 52 weeks', [
    /\d\d(\.\d)? a week/,
    'in part',
    'GitHub’s own statistics',
    'SourceGitHub',
  ]);
  expect((await statistics()).map(({ status }) => status)).toEqual([202, 200]);
});

test('from the annotation of a component to what its forge tells of it', async ({
  page,
}) => {
  await signIn(page, developer);
  await page.goto('/ospo/inner-source');
  const projects = page.getByRole('region', { name: 'Inner source projects' });
  await projects.getByRole('searchbox').fill('tide tables');
  await expect(page).toHaveURL(/[?&]q=tide\+tables/);
  await expect(projects.getByText('1 project', { exact: true })).toBeVisible();
  await projects.getByRole('link', { name: 'Tide tables' }).click();
  await expect(
    page.getByRole('heading', { name: 'Tide tables' }),
  ).toBeVisible();
  await expect(
    page.getByText('Listed because of its annotation'),
  ).toBeVisible();

  await expectFigures(page, 'github');
  await expectLine(page, 'Commits from other groups', [
    // The lighthouse keeps the tables of the harbour; of fewer than three people nothing would be said.
    '100%',
    'Commits from the owning group0',
    'Commits from other groups120',
  ]);
  const text = await page.locator('main, [role=main], body').last().innerText();
  expect(text).not.toMatch(PEOPLE);
  expect(await page.content()).not.toContain(forgeToken);
});

test('the same from a forge of another kind', async ({ page }) => {
  await signIn(page, developer);
  await page.goto(addressOf('pilot-book'));
  await expectFigures(page, 'gitlab');
});

test('values stay with their age while a forge fails', async ({ page }) => {
  await signIn(page, coreTeam);
  await page.goto(addressOf('tide-tables'));
  const before = await readAt(page, 'Commits a week, 52 weeks');

  await answerAll('github', 'failing');
  await readAnew(page, 'tide-tables', { source: 'github', state: 'failed' });
  await expectFigures(page, 'github');
  await expectLine(page, 'Commits a week, 52 weeks', [
    'could not be read',
    'github.harbour.example',
  ]);
  expect(await readAt(page, 'Commits a week, 52 weeks')).toBe(before);
  const readings = page.getByRole('listitem').filter({ hasText: /^GitHub/ });
  await expect(readings).toContainText('failed');
  expect(await page.content()).not.toMatch(/secret-path|explode/);
});

test('a forge that asks for quiet is left alone, and the page says so', async ({
  page,
}) => {
  await signIn(page, coreTeam);
  await answerAll('gitlab', 'busy-seconds');
  await readAnew(page, 'pilot-book', { source: 'gitlab', state: 'failed' });
  const asked = (await askedOf('gitlab')).length;
  await expectFigures(page, 'gitlab');
  await expectLine(page, 'Commits a week, 52 weeks', ['could not be read']);
  await page.goto('/ospo/inner-source/sources');
  const host = page.getByRole('row', { name: 'gitlab.harbour.example GitLab' });
  await expect(host).toContainText('asked for a pause until');
  await expect(host).toContainText('asked too often');
  expect((await askedOf('gitlab')).length).toBe(asked);
});

test('values are renewed when the forge is well again', async ({ page }) => {
  await signIn(page, coreTeam);
  await page.goto(addressOf('tide-tables'));
  const before = await readAt(page, 'Commits a week, 52 weeks');
  await answerAll('github', 'well');
  await readAnew(page, 'tide-tables', { source: 'github', state: 'ok' });
  await expectFigures(page, 'github');
  expect(await readAt(page, 'Commits a week, 52 weeks')).not.toBe(before);
  // It only asked what is new, and the forge said that nothing is.
  const asked = await askedOf('github');
  expect(
    asked.filter(({ isConditional, status }) => isConditional && status === 304)
      .length,
  ).toBeGreaterThan(0);
});

test('no host was asked for more than its budget', async () => {
  for (const forge of ['github', 'gitlab'] as const) {
    const asked = await askedOf(forge);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map(({ status }) => status)).not.toContain(401);
    expect(mostWithin(asked, MINUTE_MS)).toBeLessThanOrEqual(PER_MINUTE);
  }
});
