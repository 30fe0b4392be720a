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

import { aProfile } from '../__testUtils__/officeBuilders';
import { isWrongHours, readWords, toDraft, toSave } from './profileRules';
import { displayNames, scopeLimits } from './scopeWords';

describe('scopeLimits', () => {
  it('names what a provider answers for in the language of the reader', () => {
    expect(
      scopeLimits(
        {
          businessUnits: ['group:default/avd-it'],
          countries: ['SE', 'not a country'],
          languages: ['sv'],
          technologies: [],
        },
        displayNames('en'),
      ),
    ).toEqual([
      { kind: 'units', list: 'avd-it' },
      { kind: 'countries', list: 'Sweden, not a country' },
      { kind: 'languages', list: 'Swedish' },
    ]);
  });

  it('are none when nothing is said', () => {
    expect(scopeLimits({}, displayNames('sv'))).toEqual([]);
  });
});

describe('the profile', () => {
  it('comes back from its fields unchanged', () => {
    const profile = aProfile({
      entries: [
        {
          competencyRef: 'competency:default/export-control',
          authority: 'answer',
          scope: { languages: ['sv'] },
          hoursPerMonth: 4,
        },
      ],
      skills: ['rust', 'law'],
      languages: ['sv'],
    });
    expect(toSave(toDraft(profile))).toEqual({
      entries: profile.entries,
      skills: ['rust', 'law'],
      languages: ['sv'],
    });
  });

  it('keeps hours unknown that nobody wrote', () => {
    const draft = toDraft(aProfile());
    draft.entries.push({
      competencyRef: 'competency:default/x',
      authority: 'triage',
      hours: ' ',
      scope: {},
    });
    expect(toSave(draft).entries[0].hoursPerMonth).toBeUndefined();
  });

  it.each([
    ['', false],
    ['0', false],
    ['7,5', false],
    ['201', true],
    ['-1', true],
    ['some', true],
  ])('finds hours %j wrong: %s', (text, isWrong) => {
    expect(isWrongHours(text)).toBe(isWrong);
  });

  it('reads words between commas once each', () => {
    expect(readWords(' a, b ,,a')).toEqual(['a', 'b']);
  });
});
