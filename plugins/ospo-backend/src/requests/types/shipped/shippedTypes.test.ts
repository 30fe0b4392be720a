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

import { JsonObject, JsonValue } from '@backstage/types';
import { AnswerChecker } from '../AnswerChecker';
import { RequestTypes, toRequestType } from '../RequestTypes';
import { requiredCompetencies } from '../requiredCompetencies';
import { shippedRequestTypes } from '.';

const declaredByDemo = [
  'licence-compliance',
  'ip-patents-trademarks',
  'export-control',
  'privacy',
  'product-security',
  'vulnerability-disclosure',
  'sbom-tooling',
  'ci-automation',
  'upstream-engineering',
  'community-management',
  'innersource-methodology',
  'training',
  'procurement-contracts',
  'finance-sponsoring',
];

/** Every object of a schema that people are shown a title of. */
function* titledIn(node: JsonValue): Iterable<JsonObject> {
  if (Array.isArray(node)) {
    for (const part of node) {
      yield* titledIn(part);
    }
  } else if (typeof node === 'object' && node !== null) {
    if (typeof node.title === 'string') {
      yield node;
    }
    for (const [key, part] of Object.entries(node)) {
      if (key !== 'x-translations') {
        yield* titledIn(part ?? null);
      }
    }
  }
}

describe('shipped types of request', () => {
  it('are ten, each with an id of its own', () => {
    expect(shippedRequestTypes.map(({ id }) => id)).toEqual([
      'use-component',
      'contribute-upstream',
      'release-open-source',
      'licence-question',
      'open-inner-source',
      'security-help',
      'compliance-inquiry',
      'join-foundation',
      'training-or-talk',
      'general-help',
    ]);
  });

  it('can all be used', () => {
    const types = RequestTypes.create(shippedRequestTypes);
    for (const { definition, checker } of types.list()) {
      expect(checker.check({ colour: 'red' })).not.toEqual([]);
      for (const ref of types.competenciesOf(definition.id)) {
        expect(declaredByDemo).toContain(ref.replace(/^.*\//, ''));
      }
      expect(toRequestType(definition)).not.toHaveProperty('rules');
    }
  });

  it('are joined by declared ones, whose schema is refused at once when it is none', () => {
    const declared = { ...shippedRequestTypes[0], schema: { type: 'colour' } };
    expect(() =>
      RequestTypes.create([...shippedRequestTypes, declared]),
    ).toThrow(
      /^The type of request 'use-component' in 'ospo\.requests\.types' cannot be used: /,
    );
  });

  it.each(shippedRequestTypes.map(type => [type.id, type] as const))(
    '%s speaks English and Swedish in every word',
    (_id, type) => {
      for (const text of [
        type.title,
        type.description,
        ...type.rules.map(({ reason }) => reason),
      ]) {
        expect(Object.keys(text)).toEqual(['en', 'sv']);
      }
      const questions = [...titledIn(type.schema)];
      expect(questions.length).toBeGreaterThan(1);
      for (const question of questions) {
        const swedish = Object(question['x-translations']).sv;
        const spoken = ['title', 'description', 'enumNames'].filter(
          word => question[word] !== undefined,
        );
        expect(Object.keys(swedish).sort()).toEqual(spoken.sort());
      }
    },
  );

  const release = shippedRequestTypes[2];
  const answers = {
    purpose: 'p',
    licence: 'MIT',
    origin: 'own-team',
    telemetry: false,
    cryptography: false,
  };
  const required = (more: JsonObject) =>
    requiredCompetencies(release, {
      answers: { ...answers, ...more },
      subject: {},
    }).map(({ competencyRef, authority, blocking }) =>
      [competencyRef.replace(/^.*\//, ''), authority, blocking].join(' '),
    );

  it.each<[string, JsonObject, string[]]>([
    ['nothing more', {}, []],
    ['telemetry', { telemetry: true }, ['privacy decide true']],
    ['cryptography', { cryptography: true }, ['export-control answer true']],
    [
      'what others made',
      { origin: 'outside' },
      ['procurement-contracts answer true'],
    ],
    ['a patent', { overlap: true }, ['ip-patents-trademarks decide true']],
    [
      'secrets in it',
      { exposure: ['credentials', 'history'] },
      ['product-security answer false'],
    ],
  ])('a release with %s needs', (_case, more, expected) => {
    expect(required(more)).toEqual([
      'licence-compliance decide true',
      ...expected,
    ]);
  });

  it('asks further when answers give reason to, and takes no answer that nobody asked for', () => {
    const checker = AnswerChecker.create(release.schema);
    expect(checker.check(answers)).toEqual([]);
    expect(checker.check({ ...answers, telemetry: true })).toEqual([
      {
        field: '/telemetryWhat',
        message: 'is needed; answer it',
        isMissing: true,
      },
    ]);
    expect(checker.check({ ...answers, colour: 'red' })).toEqual([
      {
        field: '/colour',
        message: 'is no question of this type; leave it out',
        isMissing: false,
      },
    ]);
    const switchedOff = { ...answers, telemetryWhat: 'Nothing any more' };
    expect(checker.check(switchedOff)).toHaveLength(1);
    expect(checker.dropSwitchedOff(switchedOff)).toEqual(answers);
    expect(
      checker.dropSwitchedOff({ ...answers, colour: 'red' }),
    ).toHaveProperty('colour');
  });

  it.each([
    ['vbscript:alert(1)', false],
    ['data:text/html,x', false],
    ['https://git.example.org/meter', true],
    ['mailto:office@example.org', true],
    ['no link', false],
  ])("takes a link '%s': %s", (repository, isTaken) => {
    const problems = AnswerChecker.create(release.schema).check({
      ...answers,
      repository,
    });
    expect(problems.map(({ field }) => field)).toEqual(
      isTaken ? [] : ['/repository'],
    );
  });

  it('takes no text for a truth, and none that is too long', () => {
    const checker = AnswerChecker.create(release.schema);
    expect(checker.check({ ...answers, telemetry: 'true' })).toMatchObject([
      { field: '/telemetry', message: 'must be boolean' },
    ]);
    expect(
      checker.check({ ...answers, purpose: 'x'.repeat(10_001) }),
    ).toMatchObject([{ field: '/purpose' }]);
  });
});
