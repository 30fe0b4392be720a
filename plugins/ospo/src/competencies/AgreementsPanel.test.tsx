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
import { office } from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { AgreementsPanel } from './AgreementsPanel';

const steered = [{ ref: 'competency:default/privacy', title: 'Privacy' }];
const agreement = {
  id: 'agreement-1',
  providerRef: 'user:default/guest',
  competencyRef: 'competency:default/privacy',
  hoursPerMonth: 8,
  validFrom: '2026-12-01',
  agreedBy: 'user:default/uggla',
};

function open(
  competencies: Partial<CompetenciesApi>,
  of: Parameters<typeof AgreementsPanel>[0]['of'] = {
    providerRef: 'user:default/guest',
  },
  may = steered,
) {
  return renderScreen(<AgreementsPanel of={of} steered={may} />, {
    ospo: office({ competencies }),
  });
}

describe('agreed time', () => {
  it('is entered by those who steer the competency', async () => {
    const addAgreement = jest.fn(async () => agreement);
    const listAgreements = jest
      .fn()
      .mockResolvedValueOnce({ items: [] })
      .mockResolvedValue({ items: [agreement] });
    await open({ addAgreement, listAgreements });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add agreed time' }),
    );
    const add = screen.getByRole('button', { name: 'Add' });
    expect(add).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Hours a month/ }),
      '7,5',
    );
    await userEvent.type(screen.getByLabelText('From'), '2026-12-01');
    await userEvent.click(add);
    expect(addAgreement).toHaveBeenCalledWith({
      providerRef: 'user:default/guest',
      competencyRef: 'competency:default/privacy',
      hoursPerMonth: 7.5,
      validFrom: '2026-12-01',
      validTo: undefined,
      note: undefined,
    });
    expect(await screen.findByText('Agreed and saved.')).toBeInTheDocument();
    expect(await screen.findByText(/8 hours a month/)).toBeInTheDocument();
  });

  it('says what is wrong with hours and days, and adds nothing', async () => {
    await open({ listAgreements: async () => ({ items: [] }) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add agreed time' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Hours a month/ }),
      '800',
    );
    await userEvent.type(screen.getByLabelText('From'), '2026-12-02');
    await userEvent.type(screen.getByLabelText('To'), '2026-12-01');
    expect(
      screen.getByText('Write a number of hours between 0 and 744.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The last day is before the first.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
  });

  it('keeps what was written when the office refuses', async () => {
    await open({
      listAgreements: async () => ({ items: [] }),
      addAgreement: async () => {
        throw new Error('Only the owner may do this');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add agreed time' }),
    );
    const hours = screen.getByRole('textbox', { name: /Hours a month/ });
    await userEvent.type(hours, '8');
    await userEvent.type(screen.getByLabelText('From'), '2026-12-01');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only the owner may do this',
    );
    expect(hours).toHaveValue('8');
  });

  it('is only looked at by others', async () => {
    await open(
      { listAgreements: async () => ({ items: [agreement] }) },
      { providerRef: 'user:default/guest' },
      [],
    );
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent('from Dec 1, 2026');
    expect(within(item).queryByRole('button')).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Add agreed time' }),
    ).toBeNull();
  });

  it('of a competency names who gives it, and is removed by those who steer', async () => {
    const removeAgreement = jest.fn(async () => {});
    await open(
      {
        listAgreements: async () => ({ items: [agreement] }),
        removeAgreement,
      },
      { competencyRef: 'competency:default/privacy' },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove guest, Dec 1, 2026',
      }),
    );
    expect(removeAgreement).toHaveBeenCalledWith('agreement-1');
  });
});
