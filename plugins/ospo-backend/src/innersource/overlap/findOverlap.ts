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
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  OverlapMatch,
  OverlapQuery,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { wordsOf } from '../../competencies';
import { OfficeCaller } from '../../access';
import { UsageFacts } from '../../usage';
import { cleanText } from '../discovery/cleanText';
import { ProjectIndex } from '../search/ProjectIndex';
import { isPerson, ProjectsView } from '../view/ProjectsView';

const DEFAULT_LIMIT = 20;
/** Words that are asked of the catalog and of the packages; each costs them a query. */
const MAX_ASKED = 5;
const MIN_WORD = 3;
const ENTITIES_PER_WORD = 30;
const PACKAGES_PER_WORD = 3;
/** What is this much worse than the best is no answer. */
const LEAST_SHARE = 0.2;
const KINDS = ['component', 'api', 'system', 'resource', 'template'];

export interface OverlapSources {
  catalog: CatalogService;
  usage: Pick<UsageFacts, 'similarTo' | 'packagesNamed'>;
}

interface Asker extends OverlapSources {
  view: ProjectsView;
  caller: OfficeCaller;
}

interface Found
  extends Omit<OverlapMatch, 'weight' | 'ownerRef' | 'ownerState'> {
  score: number;
  /** As its catalog entry has it; of packages nobody asks. */
  owner?: string;
}

/**
 * What may already be there: projects and entities with the same words, components that share packages which few use,
 * and packages in use that are called so. Asked with the caller's credentials, so they are told of nothing else.
 */
export async function findOverlap(
  query: OverlapQuery,
  from: Asker,
): Promise<OverlapMatch[]> {
  const words = [...new Set(wordsOf(query.q ?? ''))];
  const asked = [...words]
    .filter(word => word.length >= MIN_WORD)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_ASKED);
  const [projects, entities, packages, similar] = await Promise.all([
    projectsWith(words, from),
    entitiesWith(asked, from),
    packagesCalled(asked, from),
    query.entityRef === undefined ? [] : similarTo(query.entityRef, from),
  ]);
  const merged = merge([...projects, ...entities, ...similar, ...packages]);
  const best = Math.max(0, ...merged.map(({ score }) => score));
  const answers = merged
    .filter(
      ({ ref, score }) =>
        ref !== query.entityRef && score >= best * LEAST_SHARE,
    )
    .sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1))
    .slice(0, query.limit ?? DEFAULT_LIMIT);
  const ownerOf = await whatIsKnownOfOwners(answers, from);
  return answers.map(({ score, owner, ...match }) => ({
    ...match,
    ...(match.kind === 'package' ? {} : ownerOf(owner)),
    weight: Math.round((score / best) * 100) / 100,
  }));
}

/** Owners whom the caller may know, and whether the catalog has them. A dangling name hides nothing but a person. */
async function whatIsKnownOfOwners(
  found: readonly Found[],
  { view, caller }: Asker,
): Promise<
  (owner: string | undefined) => Pick<OverlapMatch, 'ownerRef' | 'ownerState'>
> {
  const { tree } = view.snapshot;
  const visible = await caller.visibleRefs(
    new Set(found.flatMap(({ owner }) => owner ?? [])),
  );
  return owner => {
    if (owner === undefined) {
      return { ownerState: 'none' };
    }
    const isThere = tree.has(owner);
    const isShown =
      (!isThere || visible.has(owner)) &&
      (view.namesPersons || !isPerson(owner));
    return {
      ownerState: isThere ? 'present' : 'missing',
      ...(isShown && { ownerRef: owner }),
    };
  };
}

function projectsWith(words: readonly string[], { view }: Asker): Found[] {
  const found = ProjectIndex.of(view.snapshot).searchAny(words, view);
  return view.projects.flatMap(seen => {
    const weights = found.get(seen.index);
    if (!weights || weights.size < Math.ceil(words.length / 4)) {
      return [];
    }
    const { facts, fields } = seen.project;
    const sum = [...weights.values()].reduce((a, b) => a + b, 0);
    return [
      {
        kind: 'project' as const,
        ref: seen.project.ref,
        title: fields.title ?? facts.name,
        description: fields.description,
        owner: facts.ownerRef,
        reasons: [
          { code: 'words' as const, detail: [...weights.keys()].join(', ') },
        ],
        // Many of the words in one place count more than one of them often.
        score: sum * (weights.size / Math.max(1, words.length)),
      },
    ];
  });
}

async function entitiesWith(
  words: readonly string[],
  { catalog, caller }: Asker,
): Promise<Found[]> {
  const { credentials } = caller;
  const byRef = new Map<string, { entity: Entity; words: string[] }>();
  await Promise.all(
    words.map(async word => {
      const { items } = await catalog.queryEntities(
        {
          filter: { kind: KINDS },
          fullTextFilter: {
            term: word,
            fields: ['metadata.name', 'metadata.title', 'metadata.description'],
          },
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.title',
            'metadata.description',
            'relations',
          ],
          limit: ENTITIES_PER_WORD,
          totalItems: 'exclude',
        },
        { credentials },
      );
      for (const entity of items) {
        const ref = stringifyEntityRef(entity);
        const known = byRef.get(ref) ?? { entity, words: [] };
        known.words.push(word);
        byRef.set(ref, known);
      }
    }),
  );
  return [...byRef].map(([ref, { entity, words: held }]) => {
    const { name, title, description } = entity.metadata;
    const owner = entity.relations?.find(
      ({ type }) => type === RELATION_OWNED_BY,
    )?.targetRef;
    const inName = `${name} ${title ?? ''}`.toLowerCase();
    const score = held.reduce(
      (sum, word) => sum + (inName.includes(word) ? 8 : 2),
      0,
    );
    return {
      kind: 'entity' as const,
      ref,
      title: cleanText(title, 200) ?? name,
      description: cleanText(description, 500),
      owner,
      reasons: [{ code: 'words' as const, detail: held.sort().join(', ') }],
      score: score * (held.length / Math.max(1, words.length)),
    };
  });
}

async function packagesCalled(
  words: readonly string[],
  { usage, caller }: Asker,
): Promise<Found[]> {
  const { credentials } = caller;
  const found = await Promise.all(
    words.map(async word =>
      (
        await usage.packagesNamed(word, { credentials }, PACKAGES_PER_WORD)
      ).map(used => ({
        kind: 'package' as const,
        ref: used.key,
        title: used.namespace ? `${used.namespace}/${used.name}` : used.name,
        reasons: [
          {
            code: 'used-package' as const,
            detail: word,
            components: used.components,
          },
        ],
        score: used.name.toLowerCase() === word ? 4 : 1,
      })),
    ),
  );
  return found.flat();
}

async function similarTo(
  entityRef: string,
  { usage, caller, view }: Asker,
): Promise<Found[]> {
  const { credentials } = caller;
  const similar = await usage.similarTo(entityRef, { credentials });
  return similar.map(component => ({
    kind: view.byRef.has(component.entityRef) ? 'project' : 'entity',
    ref: component.entityRef,
    title: component.title ?? component.entityRef,
    owner: component.ownerRef,
    reasons: [
      {
        code: 'packages',
        detail: component.packages.join(', '),
        packages: { shared: component.shared, compared: component.compared },
      },
    ],
    score: (20 * component.shared) / component.compared,
  }));
}

/** One answer for what was found in several ways; a project is told as a project. */
function merge(found: Found[]): Found[] {
  const byRef = new Map<string, Found>();
  for (const match of found) {
    const known = byRef.get(match.ref);
    byRef.set(
      match.ref,
      known
        ? {
            ...known,
            reasons: known.reasons.some(({ code }) =>
              match.reasons.some(reason => reason.code === code),
            )
              ? known.reasons
              : [...known.reasons, ...match.reasons],
            score: Math.max(known.score, match.score) + 1,
          }
        : match,
    );
  }
  return [...byRef.values()];
}
