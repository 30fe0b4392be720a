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
import { DutyPanel } from './DutyPanel';

const REF = 'competency:default/export-control';
const current = {
  id: 'turn-1',
  competencyRef: REF,
  providerRef: 'group:default/legal',
  from: '2020-01-01',
  to: '2126-01-31',
};
const coming = {
  ...current,
  id: 'turn-2',
  providerRef: 'group:default/security',
  from: '2126-02-01',
  to: '2126-02-28',
};
const past = { ...current, id: 'turn-0', from: '2019-01-01', to: '2019-12-31' };

async function open(
  competencies: Partial<CompetenciesApi>,
  providers = [aProvider()],
) {
  const onChanged = jest.fn();
  await renderScreen(
    <DutyPanel
      competency={aCompetencyDetail({ providers, may: { manage: true } })}
      onChanged={onChanged}
    />,
    {
      ospo: office({
        competencies: {
          listRota: async () => ({ items: [] }),
          ...competencies,
        },
      }),
    },
  );
  return onChanged;
}

async function beginToAdd() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Add a turn of duty' }),
  );
}

describe('turns of duty', () => {
  it('are entered for a provider, from one day to another', async () => {
    const addRotaTurn = jest.fn(async () => coming);
    const listRota = jest
      .fn()
      .mockResolvedValueOnce({ items: [] })
      .mockResolvedValue({ items: [coming] });
    const onChanged = await open({ addRotaTurn, listRota });
    expect(
      await screen.findByText('No turns of duty are entered.'),
    ).toBeInTheDocument();
    await beginToAdd();
    const add = screen.getByRole('button', { name: 'Add' });
    expect(add).toBeDisabled();
    await userEvent.type(screen.getByLabelText('From'), '2126-02-01');
    await userEvent.type(screen.getByLabelText('To'), '2126-02-28');
    await userEvent.click(add);
    expect(addRotaTurn).toHaveBeenCalledWith({
      competencyRef: REF,
      providerRef: 'group:default/legal',
      from: '2126-02-01',
      to: '2126-02-28',
    });
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(
      await screen.findByText('Feb 1, 2126 to Feb 28, 2126'),
    ).toBeInTheDocument();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('are shown in order, without those that are over', async () => {
    await open({ listRota: async () => ({ items: [coming, past, current] }) });
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(items[0]).toHaveTextContent(/legal.*on duty today/i);
    expect(items[1]).toHaveTextContent(/security/i);
    expect(items[1]).not.toHaveTextContent('on duty today');
  });

  it('are taken away again', async () => {
    const removeRotaTurn = jest.fn(async () => {});
    const onChanged = await open({
      listRota: async () => ({ items: [coming] }),
      removeRotaTurn,
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove security, Feb 1, 2126 to Feb 28, 2126',
      }),
    );
    expect(removeRotaTurn).toHaveBeenCalledWith('turn-2');
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('end after they begin, and keep what was written when the office refuses', async () => {
    await open({
      addRotaTurn: async () => {
        throw new Error('Only the owner may do this');
      },
    });
    await beginToAdd();
    const to = screen.getByLabelText('To');
    await userEvent.type(screen.getByLabelText('From'), '2126-02-02');
    await userEvent.type(to, '2126-02-01');
    expect(
      screen.getByText('The last day is before the first.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    await userEvent.clear(to);
    await userEvent.type(to, '2126-02-03');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only the owner may do this',
    );
    expect(to).toHaveValue('2126-02-03');
  });

  it('cannot be entered while nobody can be asked', async () => {
    await open({}, [aProvider({ state: 'missing' })]);
    expect(
      await screen.findByText(/There is nobody to choose yet/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Add a turn of duty' }),
    ).toBeNull();
  });

  it('choose among providers once each, by what they are called', async () => {
    const addRotaTurn = jest.fn(async () => coming);
    await open({ addRotaTurn }, [
      aProvider(),
      aProvider({ authority: 'answer' }),
      aProvider({ ref: 'group:default/security', title: 'Security unit' }),
    ]);
    await beginToAdd();
    await userEvent.click(screen.getByRole('button', { name: /Who/ }));
    const list = await screen.findByRole('listbox');
    expect(within(list).getAllByRole('option')).toHaveLength(2);
    await userEvent.click(
      within(list).getByRole('option', { name: 'Security unit' }),
    );
    await userEvent.type(screen.getByLabelText('From'), '2126-02-01');
    await userEvent.type(screen.getByLabelText('To'), '2126-02-28');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(addRotaTurn).toHaveBeenCalledWith(
      expect.objectContaining({ providerRef: 'group:default/security' }),
    );
  });
});
