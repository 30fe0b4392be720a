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

import { ReactElement } from 'react';
import { CompetenciesApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aCompetencyDetail,
  aProfile,
  office,
} from '../__testUtils__/officeBuilders';
import { never, renderScreen } from '../__testUtils__/renderScreen';
import { CompetencyPage } from './CompetencyPage';
import { CoverageMapView } from './CoverageMapView';
import { DirectoryView } from './DirectoryView';
import { EvidencePackView } from './EvidencePackView';
import { GapsView } from './GapsView';
import { LoadView } from './LoadView';
import { ProfileView } from './ProfileView';
import { WhoCanHelp } from './WhoCanHelp';

const noMap = {
  dimension: 'business-unit' as const,
  columns: [],
  rows: [],
  load: [],
  asOf: '2026-11-25T08:00:00.000Z',
};

const mine = {
  listAgreements: async () => ({ items: [] }),
  listEvidence: async () => ({ items: [] }),
};

interface Case {
  view: ReactElement;
  method: keyof CompetenciesApi;
  nothing: unknown;
  empty: string;
  others?: Partial<CompetenciesApi>;
}

const cases: [string, Case][] = [
  [
    'the directory',
    {
      view: <DirectoryView />,
      method: 'listCompetencies',
      nothing: { items: [] },
      empty: 'No competencies have been declared',
    },
  ],
  [
    'a competency',
    {
      view: <CompetencyPage competencyRef="competency:default/x" />,
      method: 'getCompetency',
      nothing: aCompetencyDetail({ providers: [] }),
      empty: 'Nobody provides this competency',
    },
  ],
  [
    'the coverage map',
    {
      view: <CoverageMapView />,
      method: 'getCoverageMap',
      nothing: noMap,
      empty: 'No competencies have been declared',
    },
  ],
  [
    'the load',
    {
      view: <LoadView />,
      method: 'getCoverageMap',
      nothing: noMap,
      empty: 'No providers are declared',
    },
  ],
  [
    'the evidence pack',
    {
      view: <EvidencePackView />,
      method: 'getEvidencePack',
      nothing: {
        asOf: '2026-11-25T08:00:00.000Z',
        clauses: [],
        roles: [],
        legalExpertise: [],
      },
      empty: 'No competencies are declared',
    },
  ],
  [
    'the profile',
    {
      view: <ProfileView />,
      method: 'getMyProfile',
      nothing: aProfile(),
      empty: 'You are not in the directory.',
      others: mine,
    },
  ],
  [
    'who can help',
    {
      view: <WhoCanHelp about={{ package: 'pkg:npm/x' }} name="x" />,
      method: 'whoCanHelp',
      nothing: { trustedCommitters: [], suggestions: [] },
      empty: 'Nothing here calls for a particular competency.',
    },
  ],
];

describe.each(cases)(
  '%s',
  (_name, { view, method, nothing, empty, others }) => {
    const answering = (answer: unknown) =>
      office({ competencies: { ...others, [method]: answer } });

    it('says that it is waiting', async () => {
      await renderScreen(view, { ospo: answering(never) });
      expect((await screen.findAllByText('Loading')).length).toBeGreaterThan(0);
    });

    it('says what failed, and loads again on demand', async () => {
      const answer = jest
        .fn()
        .mockRejectedValueOnce(new Error('the database is away'))
        .mockResolvedValue(nothing);
      await renderScreen(view, { ospo: answering(answer) });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'the database is away',
      );
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText(empty)).toBeInTheDocument();
    });

    it('says so when there is nothing', async () => {
      await renderScreen(view, { ospo: answering(async () => nothing) });
      expect(await screen.findByText(empty)).toBeInTheDocument();
    });
  },
);

describe('the gaps', () => {
  it('say so when there are none', async () => {
    await renderScreen(<GapsView />, {
      ospo: office({ requests: { listGaps: async () => ({ items: [] }) } }),
    });
    expect(await screen.findByText('No gaps')).toBeInTheDocument();
  });

  it('lead to the request that met them', async () => {
    await renderScreen(<GapsView />, {
      ospo: office({
        requests: {
          listGaps: async () => ({
            items: [
              {
                id: 'gap',
                competency: { ref: 'competency:default/x', title: 'X' },
                requestId: 'abc',
                requestNumber: 'R-7',
                at: '2026-11-20T08:00:00.000Z',
                candidates: 3,
              },
            ],
          }),
        },
      }),
    });
    expect(await screen.findByRole('link', { name: 'R-7' })).toHaveAttribute(
      'href',
      '/ospo/requests/abc',
    );
    expect(screen.getByText('3 providers')).toBeInTheDocument();
  });
});
