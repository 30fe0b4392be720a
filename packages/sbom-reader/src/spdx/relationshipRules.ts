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

import { SbomScope } from '../types';

/** What a relationship between two SPDX elements says about dependencies. */
export type RelationshipRule =
  /** The first element needs the second. */
  | { edge: 'forward' | 'backward'; scope: SbomScope }
  /** The first element, a document, is about the second. */
  | { describes: 'forward' | 'backward' };

const forward = (scope: SbomScope): RelationshipRule => ({
  edge: 'forward',
  scope,
});
const backward = (scope: SbomScope): RelationshipRule => ({
  edge: 'backward',
  scope,
});

/**
 * SPDX 2 and 3 in one table, keyed without regard to case and underscores. What is not here, above all CONTAINS and
 * GENERATED_FROM, says what a thing is made of or made from, and is no dependency.
 */
const RULES: ReadonlyMap<string, RelationshipRule> = new Map([
  ['describes', { describes: 'forward' }],
  // Trivy wrote this in many thousands of documents.
  ['describe', { describes: 'forward' }],
  ['describedby', { describes: 'backward' }],
  ['dependson', forward('unknown')],
  ['dependencyof', backward('unknown')],
  ['runtimedependencyof', backward('runtime')],
  ['devdependencyof', backward('dev')],
  ['testdependencyof', backward('test')],
  ['builddependencyof', backward('build')],
  ['optionaldependencyof', backward('optional')],
  ['provideddependencyof', backward('provided')],
  ['dynamiclink', forward('runtime')],
  ['staticlink', forward('runtime')],
  ['hasprerequisite', forward('unknown')],
  ['prerequisitefor', backward('unknown')],
  ['buildtoolof', backward('build')],
  ['devtoolof', backward('dev')],
  ['testtoolof', backward('test')],
  // SPDX 3
  ['hasoptionaldependency', forward('optional')],
  ['hasprovideddependency', forward('provided')],
  ['hasdynamiclink', forward('runtime')],
  ['hasstaticlink', forward('runtime')],
  ['usestool', forward('build')],
]);

const LIFECYCLE: ReadonlyMap<string, SbomScope> = new Map([
  ['build', 'build'],
  ['development', 'dev'],
  ['runtime', 'runtime'],
  ['test', 'test'],
]);

/** A relationship type in the form the rules are keyed by. */
export function relationshipKey(type: string): string {
  return type.toLowerCase().replace(/[^a-z]/g, '');
}

/** What a relationship says; the life cycle that SPDX 3 can state wins over the type's own scope. */
export function findRelationshipRule(
  type: string,
  lifecycle?: string,
): RelationshipRule | undefined {
  const rule = RULES.get(relationshipKey(type));
  const scope = lifecycle && LIFECYCLE.get(lifecycle.toLowerCase());
  return rule && 'edge' in rule && scope ? { ...rule, scope } : rule;
}
