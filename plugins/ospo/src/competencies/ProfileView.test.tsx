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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aProfile, office } from '../__testUtils__/officeBuilders';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ProfileView } from './ProfileView';

const quiet = {
  listAgreements: async () => ({ items: [] }),
  listEvidence: async () => ({ items: [] }),
};

describe('the profile', () => {
  it('opts in with what a person chose', async () => {
    const saveMyProfile = jest.fn(async () => aProfile());
    await renderScreen(<ProfileView />, {
      ospo: office({
        competencies: {
          ...quiet,
          getMyProfile: async () => aProfile(),
          saveMyProfile,
        },
      }),
    });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Skills/ }),
      'rust, law',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Opt in' }));
    expect(saveMyProfile).toHaveBeenCalledWith({
      entries: [],
      skills: ['rust', 'law'],
      languages: [],
    });
    expect(await screen.findByText('Saved')).toBeInTheDocument();
  });

  it('keeps what was typed when saving fails', async () => {
    await renderScreen(<ProfileView />, {
      ospo: office({
        competencies: {
          ...quiet,
          getMyProfile: async () => aProfile(),
          saveMyProfile: async () => {
            throw new Error('no connection');
          },
        },
      }),
    });
    const skills = await screen.findByRole('textbox', { name: /Skills/ });
    await userEvent.type(skills, 'rust');
    await userEvent.click(screen.getByRole('button', { name: 'Opt in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('no connection');
    expect(skills).toHaveValue('rust');
  });

  it('says that a claim to decide is not confirmed yet', async () => {
    await renderScreen(<ProfileView />, {
      ospo: office({
        competencies: {
          ...quiet,
          getMyProfile: async () =>
            aProfile({
              optedInAt: '2026-11-01T08:00:00.000Z',
              entries: [
                {
                  competencyRef: 'competency:default/export-control',
                  authority: 'decide',
                  scope: {},
                },
              ],
            }),
        },
      }),
    });
    expect(await screen.findByText('not confirmed yet')).toBeInTheDocument();
  });

  it('erases only after the consequences were accepted', async () => {
    const erasePerson = jest.fn(async () => ({ rows: 9 }));
    await renderScreen(<ProfileView />, {
      ospo: office({
        competencies: {
          ...quiet,
          getMyProfile: async () => aProfile(),
          erasePerson,
        },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Erase my data' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('without your name');
    const erase = within(dialog).getByRole('button', { name: 'Erase my data' });
    expect(erase).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.click(erase);
    expect(erasePerson).toHaveBeenCalledWith({ userRef: 'user:default/guest' });
    expect(
      await screen.findByText('Erased. 9 rows were changed.'),
    ).toBeInTheDocument();
  });

  it('shows nothing any more of what was erased', async () => {
    const agreement = {
      id: 'agreement-1',
      providerRef: 'user:default/guest',
      competencyRef: 'competency:default/privacy',
      hoursPerMonth: 8,
      validFrom: '2026-12-01',
      agreedBy: 'user:default/uggla',
    };
    const evidence = {
      id: 'evidence-1',
      subjectRef: 'user:default/guest',
      competencyRef: 'competency:default/privacy',
      kind: 'training' as const,
      title: 'Course in data protection',
      date: '2026-05-01',
    };
    let isErased = false;
    await renderScreen(<ProfileView />, {
      ospo: office({
        competencies: {
          getMyProfile: async () => aProfile(),
          listAgreements: async () => ({ items: isErased ? [] : [agreement] }),
          listEvidence: async () => ({ items: isErased ? [] : [evidence] }),
          erasePerson: async () => {
            isErased = true;
            return { rows: 2 };
          },
        },
      }),
    });
    expect(
      await screen.findByText('Course in data protection'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Erase my data' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Erase my data' }),
    );
    expect(await screen.findByText('Nothing is recorded.')).toBeInTheDocument();
    expect(await screen.findByText('Nothing is agreed.')).toBeInTheDocument();
    expect(screen.queryByText('Course in data protection')).toBeNull();
    expect(
      screen.getByText('Erased. 2 rows were changed.'),
    ).toBeInTheDocument();
  });

  it('asks for days of absence, and for no reason', async () => {
    await renderScreen(<ProfileView />, {
      ospo: office({
        competencies: { ...quiet, getMyProfile: async () => aProfile() },
      }),
    });
    expect(await screen.findByLabelText('From')).toBeInTheDocument();
    expect(screen.queryByLabelText(/reason/i)).toBeNull();
  });
});
