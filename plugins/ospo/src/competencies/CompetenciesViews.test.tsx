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

import { CoverageMap } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aCompetency,
  aCompetencyDetail,
  aProvider,
  office,
} from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { CompetencyPage } from './CompetencyPage';
import { CoverageMapView } from './CoverageMapView';
import { DirectoryView } from './DirectoryView';
import { EvidencePackView } from './EvidencePackView';
import { WhoCanHelp } from './WhoCanHelp';

describe('"I need help with …"', () => {
  it('shows why each competency matches, and leads to asking', async () => {
    await renderScreen(<DirectoryView />, {
      ospo: office({
        competencies: {
          matchCompetencies: async () => ({
            items: [
              {
                competency: aCompetency(),
                matched: [{ field: 'tags', words: ['cryptography'] }],
              },
            ],
          }),
        },
      }),
    });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: /I need help with/ }),
      'crypto export',
    );
    expect(
      await screen.findByText('Recognised by: "cryptography" (tags)'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', {
        name: 'Ask the office about Export control',
      })[0],
    ).toHaveAttribute(
      'href',
      '/ospo/requests/ask?competency=competency%3Adefault%2Fexport-control',
    );
  });

  it('lets a person ask although nothing matches', async () => {
    await renderScreen(<DirectoryView />, {
      ospo: office({
        competencies: { matchCompetencies: async () => ({ items: [] }) },
      }),
      path: '/?help=zzz',
    });
    expect(
      await screen.findByText('No competency matches "zzz"'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Ask the office' }),
    ).toHaveAttribute('href', '/ospo/requests/ask');
  });
});

describe('the page of a competency', () => {
  const open = (overrides: Parameters<typeof aCompetencyDetail>[0]) =>
    renderScreen(<CompetencyPage competencyRef="competency:default/x" />, {
      ospo: office({
        competencies: {
          getCompetency: async () => aCompetencyDetail(overrides),
        },
      }),
    });

  it('says who may do what for whom, and what is missing', async () => {
    await open({
      providers: [
        aProvider({ scope: { countries: ['SE'] }, hoursPerMonth: 20 }),
        aProvider({
          ref: 'group:default/gone',
          state: 'missing',
          authority: 'answer',
        }),
        aProvider({
          ref: 'group:external/lawfirm',
          kind: 'external',
          contractEnds: '2027-03-31',
          onDemand: true,
        }),
      ],
    });
    const rows = await screen.findAllByRole('row');
    expect(rows[1]).toHaveTextContent('may decide');
    expect(rows[1]).toHaveTextContent('countries: Sweden');
    expect(rows[1]).toHaveTextContent('20 hours a month');
    expect(rows[2]).toHaveTextContent('gone not in the catalog');
    expect(rows[2]).toHaveTextContent('unknown');
    expect(rows[3]).toHaveTextContent('contract until Mar 31, 2027');
  });

  it('keeps unknown unknown', async () => {
    await open({});
    expect(
      await screen.findByText('unknown: nothing was measured'),
    ).toBeInTheDocument();
  });

  it('tells a median with what it was measured over', async () => {
    await open({
      speed: { n: 12, medianAckHours: 3.5, since: '2025-11-25T00:00:00.000Z' },
    });
    expect(
      await screen.findByText(/taken in 3.5 working hours/),
    ).toHaveTextContent('median of 12 work items since');
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const { container } = await open({
      title: hostile,
      description: hostile,
      providers: [aProvider({ mailbox: 'javascript:alert(1)' })],
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
      await screen.findByRole('heading', { name: new RegExp('img src') }),
    ).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
    for (const link of container.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^(\/(?!\/)|mailto:)/);
    }
  });

  it('speaks Swedish', async () => {
    await renderScreen(
      <CompetencyPage competencyRef="competency:default/x" />,
      {
        ospo: office({
          competencies: { getCompetency: async () => aCompetencyDetail() },
        }),
        language: 'sv',
      },
    );
    expect(await screen.findByText('får besluta')).toBeInTheDocument();
    expect(screen.getByText('okänt: ingenting har mätts')).toBeInTheDocument();
  });
});

describe('the coverage map', () => {
  const map: CoverageMap = {
    dimension: 'business-unit',
    columns: [{ key: 'group:default/it', title: 'IT' }],
    rows: [
      {
        competency: { ref: 'competency:default/x', title: 'Export control' },
        overall: { column: '', state: 'one', internal: 1, external: 0 },
        cells: [
          {
            column: 'group:default/it',
            state: 'contract-ending',
            internal: 0,
            external: 1,
            contractEnds: '2027-01-31',
          },
        ],
      },
    ],
    load: [],
    asOf: '2026-11-25T08:00:00.000Z',
  };

  it('says in words how each cell stands, and what to do next', async () => {
    await renderScreen(<CoverageMapView />, {
      ospo: office({ competencies: { getCoverageMap: async () => map } }),
    });
    const row = await screen.findByRole('row', { name: /Export control/ });
    await userEvent.click(
      within(row).getByRole('button', {
        name: 'Export control, IT: contract ending',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      'Renew it, or find another provider before Jan 31, 2027.',
    );
    expect(dialog).toHaveTextContent('0 internal, 1 external');
  });
});

describe('the evidence pack', () => {
  it('names what is missing of a clause, and how to mend it', async () => {
    await renderScreen(<EvidencePackView />, {
      ospo: office({
        competencies: {
          getEvidencePack: async () => ({
            asOf: '2026-11-25T08:00:00.000Z',
            clauses: [
              {
                standard: 'ISO/IEC 5230:2020' as const,
                clause: '3.1.2',
                title: 'Competence',
                state: 'partly-met' as const,
                missing: [
                  { text: 'No evidence for legal', mend: 'Record training' },
                ],
                competencies: [],
              },
            ],
            roles: [],
            legalExpertise: [],
          }),
        },
      }),
    });
    const row = await screen.findByRole('row', { name: /3\.1\.2/ });
    expect(row).toHaveTextContent('partly met');
    expect(row).toHaveTextContent('No evidence for legal');
    expect(row).toHaveTextContent('What to do: Record training');
    expect(screen.getByText(/0 of 1 clauses are met/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Download as JSON' }),
    ).toBeInTheDocument();
  });
});

describe('who can help', () => {
  it('gives each competency its reason, and one press to ask with the entity', async () => {
    await renderScreen(
      <WhoCanHelp
        about={{ entity: 'component:default/korgen' }}
        name="Korgen"
      />,
      {
        ospo: office({
          competencies: {
            whoCanHelp: async () => ({
              owner: { state: 'none' },
              trustedCommitters: [
                { ref: 'user:default/gone', state: 'missing' },
              ],
              suggestions: [
                {
                  competency: {
                    ref: 'competency:default/licences',
                    title: 'Licences',
                    coverage: 'nobody',
                  },
                  reasons: [
                    {
                      code: 'licence',
                      fact: 'GPL-3.0-only in 2 packages',
                      source: 'sbom',
                    },
                  ],
                  requestType: 'licence-question',
                },
              ],
            }),
          },
        }),
      },
    );
    expect(
      await screen.findByText(
        'Licence: GPL-3.0-only in 2 packages (from the SBOM)',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('No owner')).toBeInTheDocument();
    expect(screen.getByText('not in the catalog')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Ask the office about Licences' }),
    ).toHaveAttribute(
      'href',
      '/ospo/requests/ask?entity=component%3Adefault%2Fkorgen&competency=competency%3Adefault%2Flicences&type=licence-question',
    );
  });
});
