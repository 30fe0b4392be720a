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

import { Prefill } from '@ospo-suite/backstage-plugin-ospo-common';
import { aRequestType } from '../../__testUtils__/officeBuilders';
import {
  fitsSubject,
  knownAnswers,
  matchTypes,
  readDuration,
  subjectOf,
  withKnown,
} from './askRules';

const licence: Prefill = {
  field: '/licence',
  value: 'MIT',
  source: 'annotation',
  detail: 'ospo/licence',
};

describe('knownAnswers', () => {
  it('are the facts that nobody answered otherwise', () => {
    expect(knownAnswers([licence], {}, new Set())).toHaveLength(1);
    expect(knownAnswers([licence], { licence: 'MIT' }, new Set())).toHaveLength(
      1,
    );
    expect(
      knownAnswers([licence], { licence: 'GPL-3.0-only' }, new Set()),
    ).toEqual([]);
    expect(knownAnswers([licence], {}, new Set(['licence']))).toEqual([]);
  });

  it('leave out facts that answer no question of the form itself', () => {
    expect(
      knownAnswers([{ ...licence, field: '/a/b' }], {}, new Set()),
    ).toEqual([]);
  });
});

describe('withKnown', () => {
  it('lets a person have the last word', () => {
    expect(
      withKnown({ licence: 'BSD-2-Clause', purpose: 'x' }, [
        { name: 'licence', value: 'MIT' },
        { name: 'origin', value: 'own-team' },
      ]),
    ).toEqual({ licence: 'BSD-2-Clause', purpose: 'x', origin: 'own-team' });
  });
});

describe('readDuration', () => {
  it.each([
    ['P5D', { unit: 'days', count: 5 }],
    ['PT4H', { unit: 'hours', count: 4 }],
    ['P1M', undefined],
    ['soon', undefined],
  ])('of %s is %j', (text, duration) => {
    expect(readDuration(text)).toEqual(duration);
  });
});

describe('matchTypes', () => {
  const types = [
    aRequestType(),
    aRequestType({
      id: 'training',
      title: { en: 'Training', sv: 'Utbildning' },
      description: { en: 'Learn something', sv: 'Lär dig något' },
    }),
  ];

  it.each([
    ['', 'en', ['release-open-source', 'training']],
    ['PUBLISH made', 'en', ['release-open-source']],
    ['oppen kallkod', 'sv', ['release-open-source']],
    ['publish', 'sv', ['release-open-source']],
    ['nothing of this', 'en', []],
  ])('of %j in %s are %j', (q, language, ids) => {
    expect(matchTypes(types, q, language).map(({ id }) => id)).toEqual(ids);
  });
});

describe('fitsSubject', () => {
  it('takes kinds that may be about what a person came with', () => {
    expect(fitsSubject(aRequestType(), { entity: 'component:x/y' })).toBe(true);
    expect(fitsSubject(aRequestType(), { package: 'pkg:npm/x' })).toBe(false);
    expect(fitsSubject(aRequestType(), {})).toBe(false);
  });
});

describe('subjectOf', () => {
  it('reads a licence as SPDX writes it and as a key', () => {
    expect(subjectOf({ licence: 'MIT' }).licenceKey).toBe('known:MIT');
    expect(subjectOf({ licence: 'text:x' }).licenceKey).toBe('text:x');
  });
});
