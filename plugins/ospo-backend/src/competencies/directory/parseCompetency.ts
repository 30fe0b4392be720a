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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  competencyAuthorities,
  CompetencyScope,
  competencyTypes,
  OspoFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { tryNormaliseRef } from '../../shared/normaliseRef';
import { DeclaredCompetency, DeclaredProvider } from './CatalogReading';

/** Providers that a competency should have when it does not say: with one alone, all hangs on that one. */
const DEFAULT_MIN_PROVIDERS = 2;
const DEFAULT_PRIORITY = 5;

/**
 * A Competency of the catalog, which has checked it when our catalog module is installed. What cannot be used is left
 * out with a finding; undefined when it has no type that we know.
 */
export function parseCompetency(
  entity: Entity,
): DeclaredCompetency | undefined {
  const spec = record(entity.spec);
  const type = competencyTypes.find(known => known === spec.type);
  if (!type) {
    return undefined;
  }
  const findings: OspoFinding[] = [];
  const namespace = entity.metadata.namespace ?? 'default';
  return {
    ref: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
    description: entity.metadata.description,
    type,
    tags: entity.metadata.tags ?? [],
    ownerRef: parseRef(spec.owner, 'group', namespace),
    partOf: parseRef(spec.partOf, 'competency', namespace),
    minProviders: positiveInteger(spec.minProviders) ?? DEFAULT_MIN_PROVIDERS,
    requestTypes: texts(spec.requestTypes),
    externalIds: parseExternalIds(spec.externalIds),
    providers: list(spec.providers).flatMap((value, index) =>
      parseProvider(record(value), { index, namespace, findings }),
    ),
    findings,
  };
}

function parseProvider(
  value: Record<string, unknown>,
  at: { index: number; namespace: string; findings: OspoFinding[] },
): DeclaredProvider[] {
  const ref = parseRef(value.ref, 'group', at.namespace);
  const authority = competencyAuthorities.find(a => a === value.authority);
  if (!ref || !authority) {
    const field = ref ? 'authority' : 'ref';
    at.findings.push({
      code: `provider-${field}`,
      severity: 'error',
      where: `spec.providers[${at.index}].${field}: '${String(value[field])}'`,
      message: ref
        ? 'This is no authority that we know'
        : 'This is no reference to a group or user',
      mend: ref
        ? `Write one of ${competencyAuthorities.join(', ')}.`
        : "Write it like 'group:default/legal'.",
    });
    return [];
  }
  return [
    {
      ref,
      authority,
      scope: parseScope(record(value.scope), at.namespace),
      priority: positiveInteger(value.priority) ?? DEFAULT_PRIORITY,
      hoursPerMonth: nonNegative(value.hoursPerMonth),
      onDemand: value.onDemand === true,
    },
  ];
}

function parseScope(
  scope: Record<string, unknown>,
  namespace: string,
): CompetencyScope {
  const some = (values: string[]) => (values.length > 0 ? values : undefined);
  return withoutUndefined({
    businessUnits: some(
      texts(scope.businessUnits).flatMap(
        unit => parseRef(unit, 'group', namespace) ?? [],
      ),
    ),
    countries: some(texts(scope.countries).map(code => code.toUpperCase())),
    languages: some(texts(scope.languages).map(code => code.toLowerCase())),
    technologies: some(texts(scope.technologies)),
    confidential: scope.confidential === true ? true : undefined,
  });
}

/** A value may be one text or several: `ecf: E.9` is as good as `ecf: [E.9]`. */
function parseExternalIds(value: unknown): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(record(value)).map(([frame, ids]) => [
      frame,
      texts(Array.isArray(ids) ? ids : [ids]),
    ]),
  );
}

function parseRef(
  value: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined {
  return typeof value === 'string'
    ? tryNormaliseRef(value, { defaultKind, defaultNamespace })
    : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).flatMap(item =>
    typeof item === 'string' && item.trim() !== '' ? [item.trim()] : [],
  );
}

function positiveInteger(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? value
    : undefined;
}

function nonNegative(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
    // Leaving out what is undefined changes nothing for whoever reads it.
  ) as T;
}
