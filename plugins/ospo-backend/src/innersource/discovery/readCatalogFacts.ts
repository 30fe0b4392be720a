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

import {
  ANNOTATION_EDIT_URL,
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { OSPO_ANNOTATION_PREFIX } from '@ospo-suite/backstage-plugin-ospo-common';
import { tryNormaliseRef } from '../../shared/normaliseRef';
import { readAnnotation } from '../../shared/readAnnotation';
import { CatalogFacts, ProjectFields } from './CatalogFacts';
import { cleanLink, cleanList, cleanText } from './cleanText';
import { languageOf } from './languageOf';
import { publicationOf } from './Publication';
import { readDeclared } from './readDeclared';
import { ForgeOf, readFolder, readRepository } from './readRepository';

const MAX_DEPENDANTS = 2000;
const BADGES_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}badges`;

/** What is asked of kinds that may carry a definition of megabytes. */
export const catalogFactFields = [
  'kind',
  'metadata',
  'relations',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
];

/** Takes what a project is from its entity, which may be as odd as its author likes. */
export function readCatalogFacts(
  entity: Entity,
  options: {
    prefixes: readonly string[];
    helpLabels: readonly string[];
    forgeOf: ForgeOf;
  },
): CatalogFacts {
  const { prefixes } = options;
  const { metadata, spec } = entity;
  const declared = readDeclared(entity, prefixes);
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    name: metadata.name,
    type: cleanText(spec?.type, 100),
    lifecycle: cleanText(spec?.lifecycle, 100),
    ownerRef:
      relationsOf(entity, RELATION_OWNED_BY)[0] ??
      refIn(entity, spec?.owner, 'group'),
    systemRef:
      relationsOf(entity, RELATION_PART_OF).find(ref =>
        ref.startsWith('system:'),
      ) ?? refIn(entity, spec?.system, 'system'),
    dependants: [
      ...relationsOf(entity, RELATION_DEPENDENCY_OF),
      ...relationsOf(entity, RELATION_API_CONSUMED_BY),
    ].slice(0, MAX_DEPENDANTS),
    repository: readRepository(entity, options.forgeOf),
    folder: readFolder(entity),
    catalog: readCatalogFields(entity),
    editUrl: cleanLink(metadata.annotations?.[ANNOTATION_EDIT_URL]),
    badges:
      readAnnotation(
        entity,
        BADGES_ANNOTATION,
        prefixes,
      )?.value.toLowerCase() === 'true',
    ...declared,
    helpLabels:
      declared.helpLabels.length > 0
        ? declared.helpLabels
        : [...options.helpLabels],
  };
}

function readCatalogFields(entity: Entity): ProjectFields {
  const { title, description, tags } = entity.metadata;
  const own: unknown[] = Array.isArray(tags) ? tags : [];
  return {
    title: cleanText(title, 200),
    description: cleanText(description, 2000),
    language: languageOf(own),
    skills: cleanList(
      own.filter(tag => tag !== 'inner-source' && tag !== 'innersource'),
    ),
    channels: channelsOf(entity),
    publication: publicationOf({
      kind: entity.kind,
      type: cleanText(entity.spec?.type, 100),
      lifecycle: cleanText(entity.spec?.lifecycle, 100),
    }),
  };
}

const CHANNELS: [
  type: NonNullable<ProjectFields['channels']>[number]['type'],
  RegExp,
][] = [
  ['chat', /\b(chat|slack|teams|mattermost|matrix|discord|zulip|rocket)\b/i],
  ['issues', /\b(issues?|tickets?|board|backlog|jira)\b/i],
  ['contributing', /\b(contribut\w*|bidra)\b/i],
  ['rfc', /\b(rfcs?|proposals?)\b/i],
  ['roadmap', /\broadmap\b/i],
  ['docs', /\b(docs?|documentation|dokumentation|wiki)\b/i],
];

/** Links of the entity that say how to take part, by their type and title. */
function channelsOf(entity: Entity): ProjectFields['channels'] {
  const links: unknown = entity.metadata.links;
  if (!Array.isArray(links)) {
    return undefined;
  }
  const found = links.slice(0, 50).flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null) {
      return [];
    }
    const fields: Record<string, unknown> = { ...link };
    const url = cleanLink(fields.url, { mailto: true });
    const title = cleanText(fields.title, 100);
    const words = `${cleanText(fields.type, 50) ?? ''} ${title ?? ''}`;
    const type = CHANNELS.find(([, pattern]) => pattern.test(words))?.[0];
    return url && type ? [{ type, url, ...(title ? { title } : {}) }] : [];
  });
  return found.length > 0 ? found : undefined;
}

function relationsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? []).flatMap(relation =>
    relation.type === type && relation.targetRef.length <= 300
      ? tryNormaliseRef(relation.targetRef) ?? []
      : [],
  );
}

function refIn(
  entity: Entity,
  value: unknown,
  defaultKind: string,
): string | undefined {
  return typeof value === 'string' && value.length <= 300
    ? tryNormaliseRef(value, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace,
      })
    : undefined;
}
