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

/* eslint-disable no-script-url -- such addresses are what is tested here */

import {
  InnerSourceApi,
  InnerSourceProjectDetail,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aProjectDetail,
  aSignal,
  innerSource,
  someSignals,
} from '../__testUtils__/projectBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { EntityInnerSource } from './EntityInnerSource';
import { InnerSourceCard } from './InnerSourceCard';
import { ProjectPage } from './ProjectPage';

function open(
  overrides: Partial<InnerSourceProjectDetail> = {},
  answers: Partial<InnerSourceApi> = {},
  language?: 'sv',
) {
  return renderScreen(<ProjectPage projectRef="component:default/basket" />, {
    ospo: innerSource({
      getProject: async () => aProjectDetail(overrides),
      ...answers,
    }),
    language,
  });
}

describe('the page of a project', () => {
  it('says why and how to take part, and whom to ask', async () => {
    await open();
    expect(
      await screen.findByText('One basket instead of seven.'),
    ).toBeInTheDocument();
    expect(screen.getByText('within 2 working days')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Basket room/ })).toHaveAttribute(
      'href',
      'https://chat.example.org/basket',
    );
    const people = screen.getByRole('region', { name: 'Trusted committers' });
    expect(within(people).getAllByRole('listitem')[0]).toHaveTextContent(
      'rut1 step from you',
    );
    expect(within(people).getByText('old-hand')).toBeInTheDocument();
    expect(
      within(people).getByRole('link', { name: 'Ask the office about Basket' }),
    ).toHaveAttribute(
      'href',
      '/ospo/requests/ask?entity=component%3Adefault%2Fbasket',
    );
  });

  it('lists issues that ask for help, with labels, effort and age', async () => {
    await open();
    const issue = await screen.findByRole('link', { name: /Explain rounding/ });
    expect(issue.closest('li')).toHaveTextContent('good first issue');
    expect(issue.closest('li')).toHaveTextContent(/opened .* ago · effort: S/);
  });

  it('opens each signal to what it rests on', async () => {
    await open();
    await userEvent.click(
      await screen.findByRole('button', {
        name: /First answer to outsiders, median.*30 hours/,
      }),
    );
    expect(
      screen.getByText('Answers measured').parentElement,
    ).toHaveTextContent('12');
    expect(
      screen.getAllByText('GitHub', { exact: true }).length,
    ).toBeGreaterThan(0);
  });

  it('keeps unknown apart from zero', async () => {
    await open();
    expect(
      await screen.findByRole('button', { name: /^Releases 0$/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /^People who committed unknown$/ }),
    ).toBeInTheDocument();
  });

  it('tells the year of commits in words too', async () => {
    await open({
      signals: someSignals({
        activity: {
          ...someSignals().activity,
          participation: aSignal([0, 3, 0, 5]),
        },
      }),
    });
    expect(
      await screen.findByText(
        'In 4 weeks: 8 commits by people, at most 5 in a week, none in 2 of the weeks.',
      ),
    ).toBeInTheDocument();
  });

  it('does not draw a year that is not known', async () => {
    const { container } = await open({
      signals: someSignals({
        activity: {
          ...someSignals().activity,
          participation: aSignal<number[]>(null),
        },
      }),
    });
    expect(
      await screen.findByRole('button', { name: /^Week by week unknown$/ }),
    ).toBeInTheDocument();
    expect(container.querySelector('figure')).toBeNull();
  });

  it('gives each line that is left its mend, with text to copy and the editor', async () => {
    await open();
    const panel = await screen.findByRole('region', { name: 'Readiness' });
    expect(panel).toHaveTextContent('4 of 12 are in place.');
    await userEvent.click(
      within(panel).getByRole('button', { name: /^A promised first answer/ }),
    );
    expect(within(panel).getByText(/ospo\/review-slo: P2D/)).toBeVisible();
    await userEvent.click(
      within(panel).getByRole('button', { name: /^Where to talk/ }),
    );
    expect(
      within(panel).getByRole('link', {
        name: 'Open the editor: Where to talk',
      }),
    ).toHaveAttribute(
      'href',
      'https://git.example.org/shop/basket/edit/main/communication',
    );
  });

  it('says what lines rest on by names and words, not as the catalog writes them', async () => {
    await open({
      readiness: [
        { id: 'owner', state: 'met', fact: 'group:default/shop' },
        {
          id: 'governance-level',
          state: 'met',
          fact: 'contributions-welcome',
        },
        { id: 'review-promise', state: 'met', fact: 'P2D' },
        { id: 'reviewed', state: 'met', fact: '2026-10-02' },
        { id: 'contributing', state: 'met', fact: 'Getting involved' },
        { id: 'trusted-committers', state: 'not-met', fact: '0' },
      ],
    });
    const panel = await screen.findByRole('region', { name: 'Readiness' });
    expect(within(panel).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/group/shop',
    );
    expect(panel).toHaveTextContent('Contributions welcome');
    expect(panel).toHaveTextContent('within 2 working days');
    expect(panel).toHaveTextContent('Oct 2, 2026');
    expect(panel).toHaveTextContent('heading “Getting involved”');
    expect(panel).not.toHaveTextContent(/cataloggroup:|P2D|0 named/);
  });

  it('asks the owners of a retired project for nothing', async () => {
    await open({ standing: 'retired', marks: ['archived'] });
    expect(
      await screen.findByRole('region', { name: 'Signals' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Readiness' })).toBeNull();
    expect(
      screen.queryByRole('link', { name: 'Ask to release it' }),
    ).toBeNull();
  });

  it('says where people talk when only the README tells', async () => {
    const { welcoming } = someSignals();
    await open({
      channels: [],
      docs: undefined,
      signals: someSignals({
        welcoming: {
          ...welcoming,
          documentation: aSignal([
            { document: 'communication', as: 'section', where: 'Talk to us' },
          ]),
        },
      }),
    });
    expect(
      await screen.findByText(
        'See the heading “Talk to us” in its repository.',
      ),
    ).toBeInTheDocument();
  });

  it('leads to the request for a public release', async () => {
    await open();
    expect(
      await screen.findByRole('link', { name: 'Ask to release it' }),
    ).toHaveAttribute(
      'href',
      '/ospo/requests/ask?type=release-open-source&entity=component%3Adefault%2Fbasket',
    );
  });

  it('has the file for catalogues of public software, or says what is missing for it', async () => {
    const { unmount } = await open();
    expect(
      await screen.findByRole('button', { name: 'Download publiccode.yml' }),
    ).toBeVisible();
    unmount();
    await open({ publiccodeGaps: ['features', 'maintainer'] });
    const panel = await screen.findByRole('region', {
      name: 'Path to public release',
    });
    expect(panel).toHaveTextContent("a list under 'Features' in the README");
    expect(panel).toHaveTextContent('A person who maintains it');
    expect(
      within(panel).queryByRole('button', { name: 'Download publiccode.yml' }),
    ).toBeNull();
  });

  it('says what listed it and where each field comes from', async () => {
    await open();
    const panel = await screen.findByRole('region', {
      name: 'Where this comes from',
    });
    expect(panel).toHaveTextContent('Listed because of its tag: inner-source');
    expect(panel).toHaveTextContent('Motivationinnersource.json');
    expect(panel).toHaveTextContent('GitHub read');
  });

  it('lets those read it anew who may, and shows what came of it', async () => {
    const getProject = jest
      .fn()
      .mockResolvedValue(aProjectDetail({ may: { refresh: true } }));
    const refreshProject = jest.fn(async () => aProjectDetail());
    await open({}, { getProject, refreshProject });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Read again' }),
    );
    await waitFor(() => expect(getProject).toHaveBeenCalledTimes(2));
    expect(refreshProject).toHaveBeenCalledWith({
      ref: 'component:default/basket',
    });
  });

  it('shows what strangers wrote as text, and leads nowhere that is not safe', async () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const { container } = await open({
      title: hostile,
      description: hostile,
      motivation: hostile,
      skills: [hostile],
      channels: [
        {
          type: 'chat',
          url: 'javascript:alert(1)',
          source: 'innersource.json',
        },
      ],
      docs: 'javascript:alert(2)',
      repository: {
        url: 'javascript:alert(3)',
        host: hostile,
        slug: hostile,
      },
      wantedHelpItems: [
        {
          title: hostile,
          url: 'javascript:alert(4)',
          labels: [hostile],
          openedAt: 'never',
        },
      ],
      readiness: [
        { id: 'readme', state: 'not-met', editUrl: 'javascript:alert(5)' },
      ],
      findings: [
        {
          code: 'x',
          severity: 'error',
          where: hostile,
          message: hostile,
          mend: hostile,
        },
      ],
    });
    expect(
      await screen.findByRole('heading', { name: hostile }),
    ).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
    for (const link of container.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^(\/(?!\/)|https:)/);
    }
  });

  it('says once for a group why most of it is unknown, in the language of the reader', async () => {
    const { activity, welcoming } = someSignals();
    const untold = () =>
      aSignal<number>(null, {
        note: 'Its commits are not told by local-files.',
        notes: [
          { code: 'commits-not-told', values: { source: 'local-files' } },
        ],
      });
    await open(
      {
        wantedHelpItems: [],
        signals: someSignals({
          activity: {
            ...activity,
            humanCommitsPerWeek13: untold(),
            humanCommitsPerWeek52: untold(),
            humanAuthors: aSignal<number>(null, {
              note: 'Gone. Broken.',
              notes: [
                { code: 'said-by-source', values: { text: 'Gone.' } },
                { code: 'not-read-yet' },
              ],
            }),
          },
          welcoming: {
            ...welcoming,
            wantedHelp: aSignal<number>(null, {
              note: 'A reason of tomorrow.',
              notes: [{ code: 'of-tomorrow' as 'not-read-yet' }],
            }),
          },
        }),
      },
      {},
      'sv',
    );
    const [above, ...rows] = await screen.findAllByText(
      'Ändringarna fås inte från filer på portalens disk. Låt CI skicka dem, eller anslut kodplattformen.',
    );
    expect(above).toBeVisible();
    expect(rows).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('button', { name: /^Personer som bidragit/ }),
    );
    expect(screen.getByText('Gone.')).toHaveAttribute('lang', 'en');
    expect(screen.getByText('Gone.').parentElement).toHaveTextContent(
      'Gone. Det har inte lästs än; turen kommer.',
    );
    // What this version has no words for stays as the API says it.
    for (const text of screen.getAllByText('A reason of tomorrow.')) {
      expect(text).toHaveAttribute('lang', 'en');
    }
  });

  it('speaks Swedish', async () => {
    await open({}, {}, 'sv');
    expect(
      await screen.findByRole('heading', { name: 'Beredskap' }),
    ).toBeInTheDocument();
    expect(screen.getByText('inom 2 arbetsdagar')).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: /^Första svar till utomstående.*30 timmar/,
      }),
    ).toBeInTheDocument();
  });
});

describe('on the entity', () => {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'basket', namespace: 'default' },
  };
  const notListed = async () => {
    throw Object.assign(new Error('No project'), { statusCode: 404 });
  };

  it('the tab shows the project', async () => {
    await renderScreen(
      <EntityProvider entity={entity}>
        <EntityInnerSource />
      </EntityProvider>,
      { ospo: innerSource({ getProject: async () => aProjectDetail() }) },
    );
    expect(
      await screen.findByText('One basket instead of seven.'),
    ).toBeInTheDocument();
  });

  it.each([
    ['tab', <EntityInnerSource />],
    ['card', <InnerSourceCard />],
  ])('the %s tells how to open what is not listed', async (_name, view) => {
    await renderScreen(
      <EntityProvider entity={entity}>{view}</EntityProvider>,
      { ospo: innerSource({ getProject: notListed }) },
    );
    expect(
      await screen.findByText('This is not listed as open for others'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Ask the office how to open it' }),
    ).toHaveAttribute(
      'href',
      '/ospo/requests/ask?type=open-inner-source&entity=component%3Adefault%2Fbasket',
    );
  });

  it('the card shows how it stands, and leads to the page', async () => {
    await renderScreen(
      <EntityProvider entity={entity}>
        <InnerSourceCard />
      </EntityProvider>,
      { ospo: innerSource({ getProject: async () => aProjectDetail() }) },
    );
    expect(
      await screen.findByText('Contributions welcome'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'See how to take part' }),
    ).toHaveAttribute(
      'href',
      '/ospo/inner-source/projects/default/component/basket',
    );
  });
});
