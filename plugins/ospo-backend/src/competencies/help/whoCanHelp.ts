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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DISTRIBUTION_ANNOTATION,
  OSPO_ANNOTATION_PREFIX,
  TRUSTED_COMMITTERS_ANNOTATION,
  WhoCanHelp,
  WhoCanHelpQuery,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { normaliseRef, tryNormaliseRef } from '../../shared/normaliseRef';
import { readAnnotation } from '../../shared/readAnnotation';
import { FactsOfUse, UsageFacts } from '../../usage';
import { OfficeSnapshot } from '../directory/OfficeSnapshot';
import { OfficeView } from '../view/OfficeView';
import { HelpRule, suggestHelp } from './helpRules';

const INNER_SOURCE_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}inner-source`;
const INNER_SOURCE_TAGS = ['inner-source', 'innersource'];

/** What is asked of the usage slice. */
export type UsageReader = Pick<
  UsageFacts,
  'ofComponent' | 'ofPackage' | 'ofLicence'
>;

export interface HelpOptions {
  catalog: CatalogService;
  usage: UsageReader;
  rules: readonly HelpRule[];
  annotationPrefixes: readonly string[];
}

/** Who can help with an entity, a package or a licence, out of facts alone. */
export async function whoCanHelp(
  query: WhoCanHelpQuery,
  asker: { caller: OfficeCaller; view: OfficeView },
  options: HelpOptions,
): Promise<WhoCanHelp> {
  const { caller, view } = asker;
  const { credentials } = caller;
  const competencies = [...view.competencies.values()];
  if (query.entityRef === undefined) {
    const use = await useOf(query, credentials, options.usage);
    return {
      trustedCommitters: [],
      suggestions: suggestHelp(
        { isInnerSource: false, use },
        options.rules,
        competencies,
      ),
    };
  }
  const { entityRef } = query;
  const entity = await options.catalog.getEntityByRef(entityRef, {
    credentials,
  });
  if (!entity) {
    throw new NotFoundError(
      `No entity '${entityRef}' that you may read was found`,
    );
  }
  const prefixes = options.annotationPrefixes;
  const [owner, trustedCommitters, use] = await Promise.all([
    ownerOf(entity, asker),
    trustedCommittersOf(entity, prefixes, asker),
    options.usage.ofComponent(entityRef, { credentials }),
  ]);
  const saysInnerSource = readAnnotation(
    entity,
    INNER_SOURCE_ANNOTATION,
    prefixes,
  )?.value;
  return {
    owner,
    trustedCommitters,
    suggestions: suggestHelp(
      {
        distribution: readAnnotation(entity, DISTRIBUTION_ANNOTATION, prefixes)
          ?.value,
        isInnerSource:
          saysInnerSource === undefined
            ? (entity.metadata.tags ?? []).some(tag =>
                INNER_SOURCE_TAGS.includes(tag),
              )
            : saysInnerSource === 'true',
        use,
      },
      options.rules,
      competencies,
    ),
  };
}

async function useOf(
  { purl, licence }: WhoCanHelpQuery,
  credentials: BackstageCredentials,
  usage: UsageReader,
): Promise<FactsOfUse> {
  const use =
    purl === undefined
      ? await usage.ofLicence(licence ?? '', { credentials })
      : await usage.ofPackage(purl, { credentials });
  if (!use) {
    throw new NotFoundError(
      `No component that you may read uses '${purl ?? licence}'`,
    );
  }
  return use;
}

async function ownerOf(
  entity: Entity,
  { caller, view }: { caller: OfficeCaller; view: OfficeView },
): Promise<NonNullable<WhoCanHelp['owner']>> {
  const target = entity.relations?.find(
    relation => relation.type === RELATION_OWNED_BY,
  )?.targetRef;
  if (target === undefined) {
    return { state: 'none' };
  }
  const ref = normaliseRef(target);
  if (!isThere(ref, view.snapshot)) {
    return { ref, state: 'missing' };
  }
  const visible = await caller.visibleRefs([ref]);
  return visible.has(ref) ? { ref, state: 'present' } : { state: 'none' };
}

async function trustedCommittersOf(
  entity: Entity,
  prefixes: readonly string[],
  { caller, view }: { caller: OfficeCaller; view: OfficeView },
): Promise<WhoCanHelp['trustedCommitters']> {
  const annotation = readAnnotation(
    entity,
    TRUSTED_COMMITTERS_ANNOTATION,
    prefixes,
  );
  const refs = new Set(
    (annotation?.value ?? '').split(',').flatMap(
      value =>
        tryNormaliseRef(value.trim(), {
          defaultKind: 'user',
          defaultNamespace: entity.metadata.namespace ?? 'default',
        }) ?? [],
    ),
  );
  const visible = await caller.visibleRefs(refs);
  return [...refs]
    .map(ref => ({ ref, isMissing: !isThere(ref, view.snapshot) }))
    .filter(({ ref, isMissing }) => isMissing || visible.has(ref))
    .map(({ ref, isMissing }) => ({
      ref,
      state: isMissing ? 'missing' : 'present',
    }));
}

function isThere(ref: string, { groups, users }: OfficeSnapshot): boolean {
  return groups.has(ref) || users.has(ref);
}
