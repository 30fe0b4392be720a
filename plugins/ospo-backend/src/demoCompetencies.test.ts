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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CompetencyDeclaration,
  readCompetencyEntity,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parseAllDocuments } from 'yaml';
import { includesAuthority } from './competencies';
import { shippedRequestTypes } from './requests/types/shipped';

const DEMO = path.resolve(
  __dirname,
  '../../../examples/demo/competencies.yaml',
);

/** Nobody provides it, on purpose; the demo's README says so. */
const GAP = 'finance-sponsoring';

const declared = new Map<string, CompetencyDeclaration>(
  parseAllDocuments(readFileSync(DEMO, 'utf8')).map(document => {
    const entity = document.toJS();
    const { declaration, findings } = readCompetencyEntity(entity);
    if (!declaration) {
      throw new Error(JSON.stringify(findings));
    }
    return [entity.metadata.name, declaration];
  }),
);

it('names request types that there are, and those that bring the competency in', () => {
  const ids = new Set(shippedRequestTypes.map(({ id }) => id));
  for (const [name, { requestTypes }] of declared) {
    expect(requestTypes.filter(id => !ids.has(id))).toEqual([]);
    const required = shippedRequestTypes
      .filter(({ rules }) => rules.some(rule => rule.competency === name))
      .map(({ id }) => id);
    expect(required.filter(id => !requestTypes.includes(id))).toEqual([]);
  }
});

it('has somebody with enough authority for all that the shipped types require, but for the gap', () => {
  const rules = shippedRequestTypes.flatMap(type => type.rules);
  expect(rules.length).toBeGreaterThan(20);
  const unmet = rules
    .filter(
      ({ competency, authority }) =>
        !declared
          .get(competency)
          ?.providers.some(provider =>
            includesAuthority(provider.authority, authority),
          ),
    )
    .map(({ competency }) => competency);
  expect(unmet).toEqual([GAP]);
});
