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

import { Entity } from '@backstage/catalog-model';
import {
  DiscoveryRule,
  INNER_SOURCE_ANNOTATION,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { plainText } from '../../shared/plainText';
import { readAnnotation } from '../../shared/readAnnotation';
import { DiscoveryConfig } from '../InnerSourceConfig';
import { Listing } from './CatalogFacts';

/** What is known of an entity's repository before it is listed. */
export interface RepositoryEvidence {
  /** Where an `innersource.json` was found. */
  innerSourceJson?: string;
  topics?: readonly string[];
  /** Name of the row of an imported list. */
  imported?: string;
}

export type ListingRules = Pick<
  DiscoveryConfig,
  'rules' | 'tags' | 'labels' | 'topics'
> & { prefixes: readonly string[] };

/** The first rule that lists an entity, or undefined when none does. An annotation set to `false` beats every rule. */
export function listingOf(
  entity: Entity,
  rules: ListingRules,
  evidence: RepositoryEvidence = {},
): Listing | undefined {
  const annotation = readAnnotation(
    entity,
    INNER_SOURCE_ANNOTATION,
    rules.prefixes,
  );
  const said = annotation?.value.toLowerCase();
  if (said === 'false') {
    return undefined;
  }
  const details: Record<DiscoveryRule, () => string | undefined> = {
    annotation: () =>
      said === 'true' && annotation ? `${annotation.key}: true` : undefined,
    tag: () => tagOf(entity, rules.tags),
    label: () => labelOf(entity, rules.labels),
    topic: () =>
      evidence.topics?.find(topic =>
        rules.topics.includes(topic.toLowerCase()),
      ),
    'innersource-json': () => evidence.innerSourceJson,
    imported: () => evidence.imported,
  };
  for (const rule of rules.rules) {
    const detail = details[rule]();
    if (detail) {
      return { rule, detail: plainText(detail).slice(0, 300) };
    }
  }
  return undefined;
}

function tagOf(entity: Entity, tags: readonly string[]): string | undefined {
  const own: unknown = entity.metadata.tags;
  return Array.isArray(own) ? tags.find(tag => own.includes(tag)) : undefined;
}

function labelOf(
  entity: Entity,
  labels: DiscoveryConfig['labels'],
): string | undefined {
  for (const { key, value } of labels) {
    const own: unknown = entity.metadata.labels?.[key];
    if (typeof own === 'string' && isMeant(own, value)) {
      return `${key}: ${own}`;
    }
  }
  return undefined;
}

function isMeant(own: string, wanted: string | undefined): boolean {
  return wanted === undefined
    ? !['false', 'no'].includes(own.toLowerCase())
    : own === wanted;
}
