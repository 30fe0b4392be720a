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

import { createHash } from 'node:crypto';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { UsageFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { LocatedSbom } from '../sources/LocatedSbom';
import { plainText } from '../../shared/plainText';

/** What the store keeps of a catalog entity. */
export interface EntityFacts {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | undefined;
  type: string | undefined;
  lifecycle: string | undefined;
  ownerRef: string | undefined;
  systemRef: string | undefined;
  /** About annotation values that cannot be used. */
  findings: UsageFinding[];
  /** Where its SBOMs are read from. */
  locations: LocatedSbom[];
}

/** The parts of an entity that facts are taken from; all that a batched reading asks the catalog for. */
export const entityFactFields = [
  'apiVersion',
  'kind',
  'metadata',
  'relations',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
];

/** Longest text that is kept of a value a person wrote into the catalog. */
const MAX_TEXT = 500;

/** Takes the facts from an entity, which may be as odd as its author likes. */
export function entityFacts(
  entity: Entity,
  extra: Pick<EntityFacts, 'findings' | 'locations'>,
): EntityFacts {
  const namespace = entity.metadata.namespace ?? 'default';
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    namespace,
    name: entity.metadata.name,
    title: readText(entity.metadata.title),
    type: readText(entity.spec?.type),
    lifecycle: readText(entity.spec?.lifecycle),
    ownerRef:
      readRelation(entity, RELATION_OWNED_BY) ??
      readRef(entity.spec?.owner, 'group', namespace),
    systemRef:
      readRelation(entity, RELATION_PART_OF, 'system:') ??
      readRef(entity.spec?.system, 'system', namespace),
    findings: extra.findings,
    locations: extra.locations,
  };
}

/** Changes whenever anything that is stored would change; the owner's own state aside. */
export function hashEntityFacts(facts: EntityFacts): string {
  // entityFacts writes the fields in one order, so the text is the same for the same facts.
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
}

function readText(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const text = plainText(value).trim().slice(0, MAX_TEXT);
  return text === '' ? undefined : text;
}

function readRelation(
  entity: Entity,
  type: string,
  prefix = '',
): string | undefined {
  const relation = entity.relations?.find(
    candidate =>
      candidate.type === type &&
      candidate.targetRef.toLocaleLowerCase('en-US').startsWith(prefix),
  );
  return relation?.targetRef.toLocaleLowerCase('en-US').slice(0, MAX_TEXT);
}

function readRef(
  value: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace }),
    ).slice(0, MAX_TEXT);
  } catch {
    // The catalog tells the author of a reference that cannot be read.
    return undefined;
  }
}
