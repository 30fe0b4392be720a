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

import { CompetenciesApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aCompetencyDetail,
  aProvider,
  office,
} from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { CompetencyPage } from './CompetencyPage';

const REF = 'competency:default/export-control';

function open(competencies: Partial<CompetenciesApi>) {
  return renderScreen(<CompetencyPage competencyRef={REF} />, {
    ospo: office({
      competencies: {
        listAgreements: async () => ({ items: [] }),
        listRota: async () => ({ items: [] }),
        ...competencies,
      },
    }),
  });
}

describe('the page of a competency, for those who steer it', () => {
  it('shows agreed time where providers are compared once it is agreed', async () => {
    let hoursPerMonth: number | undefined = 8;
    await open({
      getCompetency: async () =>
        aCompetencyDetail({
          providers: [aProvider({ hoursPerMonth })],
          may: { manage: true },
        }),
      listAgreements: async () => ({
        items:
          hoursPerMonth === undefined
            ? []
            : [
                {
                  id: 'agreement-1',
                  providerRef: 'group:default/legal',
                  competencyRef: REF,
                  hoursPerMonth,
                  validFrom: '2026-01-01',
                  agreedBy: 'user:default/uggla',
                },
              ],
      }),
      removeAgreement: async () => {
        hoursPerMonth = undefined;
      },
    });
    expect(
      await screen.findByRole('cell', { name: '8 hours a month' }),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Remove legal/ }),
    );
    expect(
      await screen.findByRole('cell', { name: 'unknown' }),
    ).toBeInTheDocument();
  });

  it('confirms what a person says of themselves, after asking', async () => {
    const confirmProfileEntry = jest.fn(async () => {});
    const claim = aProvider({
      ref: 'user:default/rut',
      kind: 'person',
      title: 'Rut',
      source: 'profile',
    });
    await open({
      getCompetency: async () =>
        aCompetencyDetail({
          providers: [
            aProvider(),
            {
              ...claim,
              ...(confirmProfileEntry.mock.calls.length === 0
                ? {
                    state: 'unconfirmed',
                    authority: 'answer',
                    claimed: { authority: 'decide', confidential: true },
                  }
                : {}),
            },
          ],
          may: { manage: true },
        }),
      confirmProfileEntry,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Confirm Rut' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Confirm Rut?' });
    expect(dialog).toHaveTextContent(
      'Their profile says "may decide", and that they may be given confidential requests.',
    );
    expect(confirmProfileEntry).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Confirm' }),
    );
    expect(confirmProfileEntry).toHaveBeenCalledWith({
      userRef: 'user:default/rut',
      competencyRef: REF,
      authority: 'decide',
      confidential: true,
    });
    expect(await screen.findByText('Confirmed.')).toBeInTheDocument();
    expect(screen.queryByText('not confirmed yet')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Confirm Rut' })).toBeNull();
  });

  it('leaves the confirmation of oneself to somebody else', async () => {
    await open({
      getCompetency: async () =>
        aCompetencyDetail({
          providers: [
            aProvider({
              ref: 'user:default/guest',
              state: 'unconfirmed',
              source: 'profile',
              claimed: { authority: 'decide', confidential: false },
            }),
          ],
          may: { manage: true },
        }),
    });
    expect(
      await screen.findByText(/Somebody else who steers this competency/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Confirm/ })).toBeNull();
  });

  it('offers neither confirmation nor duty to others', async () => {
    await open({
      getCompetency: async () =>
        aCompetencyDetail({
          providers: [aProvider({ state: 'unconfirmed', source: 'profile' })],
        }),
    });
    expect(await screen.findByText('not confirmed yet')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Confirm/ })).toBeNull();
    expect(screen.queryByText('Turns of duty')).toBeNull();
  });
});
