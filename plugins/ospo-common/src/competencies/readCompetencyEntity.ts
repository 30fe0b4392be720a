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

import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import { z } from 'zod';
import { quoteValue } from '../quoteValue';
import { CompetencyDeclaration, CompetencyEntity } from './CompetencyEntity';
import {
  competencyFieldRules,
  competencySpecSchema,
} from './competencySpecSchema';
import { fullRef, providerRef } from './providerRef';
import { CompetencyScope, OspoFinding } from './types';

const MAX_FINDINGS = 20;
const DEFAULT_PRIORITY = 5;
const DEFAULT_MIN_PROVIDERS = 2;

/**
 * What an entity of kind Competency says, with full refs and defaults. With findings there is no declaration: each
 * names the field, its value and the mend.
 *
 * @public
 */
export function readCompetencyEntity(
  entity: Entity,
):
  | { declaration: CompetencyDeclaration; findings: [] }
  | { declaration?: undefined; findings: OspoFinding[] } {
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const result = competencySpecSchema({ namespace }).safeParse(entity.spec);
  if (!result.success) {
    const findings = result.error.issues.flatMap(issue =>
      issueFindings(issue, entity),
    );
    return { findings: findings.slice(0, MAX_FINDINGS) };
  }
  const declaration = declare(result.data, namespace);
  const findings = contradictions(declaration, entity);
  return findings.length > 0 ? { findings } : { declaration, findings: [] };
}

function issueFindings(issue: z.core.$ZodIssue, entity: Entity): OspoFinding[] {
  const path = ['spec', ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      code: 'competency-field-unknown',
      severity: 'error',
      where: `${writePath(path)}.${quoteValue(key)}`,
      message: `There is no field ${quoteValue(key)} in ${writePath(path)}`,
      mend: `Correct its name or remove it; the fields are ${fieldsBelow(
        path,
      ).join(', ')}.`,
    }));
  }
  const value = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    entity,
  );
  const { rule, mend } = competencyFieldRules[rulePath(path)];
  const place = writePath(path);
  return [
    value === undefined
      ? {
          code: 'competency-field-missing',
          severity: 'error',
          where: place,
          message: `${place} is missing`,
          mend,
        }
      : {
          code: 'competency-field-invalid',
          severity: 'error',
          where: `${place}: ${quoteValue(value)}`,
          message: `${quoteValue(value)} ${rule}`,
          mend,
        },
  ];
}

/** `spec.providers[0].ref` */
function writePath(path: PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
}

/** The path as `competencyFieldRules` has it: `spec.providers[].ref`. */
function rulePath(path: PropertyKey[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') {
        return '[]';
      }
      return path[index - 1] === 'externalIds' ? '{}' : `.${String(key)}`;
    })
    .join('')
    .slice(1);
}

function fieldsBelow(path: PropertyKey[]): string[] {
  const parent = `${rulePath(path)}.`;
  return Object.keys(competencyFieldRules)
    .filter(field => field.startsWith(parent))
    .map(field => field.slice(parent.length))
    .filter(field => /^\w+$/.test(field));
}

function declare(
  spec: CompetencyEntity['spec'],
  namespace: string,
): CompetencyDeclaration {
  return {
    type: spec.type,
    ownerRef: fullRef(spec.owner, { kinds: ['group', 'user'], namespace }),
    partOf: fullRef(spec.partOf, { kinds: ['competency'], namespace }),
    minProviders: spec.minProviders ?? DEFAULT_MIN_PROVIDERS,
    requestTypes: [...new Set(spec.requestTypes ?? [])],
    externalIds: spec.externalIds ?? {},
    providers: (spec.providers ?? []).flatMap(provider => {
      const ref = providerRef(provider.ref, namespace);
      return ref === undefined
        ? []
        : [
            {
              ref,
              authority: provider.authority,
              scope: declareScope(provider.scope ?? {}, namespace),
              priority: provider.priority ?? DEFAULT_PRIORITY,
              hoursPerMonth: provider.hoursPerMonth,
              onDemand: provider.onDemand ?? false,
            },
          ];
    }),
  };
}

function declareScope(
  scope: CompetencyScope,
  namespace: string,
): CompetencyScope {
  const groups = { kinds: ['group'], namespace };
  return scope.businessUnits
    ? {
        ...scope,
        businessUnits: scope.businessUnits.flatMap(
          unit => fullRef(unit, groups) ?? [],
        ),
      }
    : scope;
}

/** What no field can say of itself. */
function contradictions(
  declaration: CompetencyDeclaration,
  entity: Entity,
): OspoFinding[] {
  const findings: OspoFinding[] = [];
  const self = fullRef(entity.metadata.name, {
    kinds: ['competency'],
    namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
  });
  if (declaration.partOf !== undefined && declaration.partOf === self) {
    findings.push({
      code: 'competency-part-of-itself',
      severity: 'error',
      where: `spec.partOf: ${quoteValue(declaration.partOf)}`,
      message: 'A competency is no part of itself',
      mend: 'Name the wider competency, or remove the line.',
    });
  }
  const seen = new Map<string, number>();
  declaration.providers.forEach(({ ref }, index) => {
    const first = seen.get(ref);
    if (first === undefined) {
      seen.set(ref, index);
    } else if (findings.length < MAX_FINDINGS) {
      findings.push({
        code: 'competency-provider-twice',
        severity: 'error',
        where: `spec.providers[${index}].ref: ${quoteValue(ref)}`,
        message: `${quoteValue(ref)} is spec.providers[${first}] already`,
        mend: 'Keep one of the two, with the higher authority and the wider scope.',
      });
    }
  });
  return findings;
}
