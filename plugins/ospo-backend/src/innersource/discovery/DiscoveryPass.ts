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
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DiscoveryConfig } from '../InnerSourceConfig';
import { ProjectStore, writeProject } from '../store/ProjectStore';
import { StoredProject } from './CatalogFacts';
import { cleanText } from './cleanText';
import { placeOf } from '../files/FilesReading';
import { goneProjects } from './goneProjects';
import { listingOf } from './listingOf';
import { catalogFactFields, readCatalogFacts } from './readCatalogFacts';
import { Evidence, EvidenceSources, readEvidence } from './readEvidence';
import { ForgeOf, readRepository } from './readRepository';

/** Asked for whole, because picking fields costs the catalog more than sending them; others may be of megabytes. */
const SMALL_KINDS = ['component', 'resource', 'system', 'domain', 'group'];

export interface DiscoveryPassOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<
    CatalogService,
    'getEntitiesByRefs' | 'getEntityByRef' | 'streamEntities'
  >;
  config: DiscoveryConfig;
  helpLabels: readonly string[];
  annotationPrefixes: readonly string[];
  pageSize: number;
  store: ProjectStore;
  forgeOf: ForgeOf;
  /** What is known of repositories from elsewhere. */
  evidence?: EvidenceSources;
  /** Where files are to be read; others are forgotten. */
  keepPlaces?: (places: ReadonlySet<string>) => Promise<void>;
  logger: LoggerService;
  now: () => Date;
}

export interface DiscoveryReport {
  read: number;
  projects: number;
  changed: number;
  gone: number;
  /** Missing, and kept because too many were missing at once. */
  kept: number;
}

interface Found extends StoredProject {
  providedApis: string[];
}

/** Reads the catalog page by page, as the plugin itself, and keeps the table of projects in step with it. */
export class DiscoveryPass {
  readonly #options: DiscoveryPassOptions;

  static create(options: DiscoveryPassOptions): DiscoveryPass {
    return new DiscoveryPass(options);
  }

  private constructor(options: DiscoveryPassOptions) {
    this.#options = options;
  }

  /** Rejects, with nothing written, when the catalog cannot be read to its end. */
  async run(signal?: AbortSignal): Promise<DiscoveryReport> {
    const { logger, now, store } = this.#options;
    const startedAt = now();
    const known = new Map(
      (await store.listKnown()).map(project => [project.ref, project]),
    );
    const found = new Map<string, Found>();
    const consumers = new Map<string, string[]>();
    const systemTitles = new Map<string, string>();
    /** Those of the known that the catalog still has. */
    const seen = new Set<string>();
    const places = new Set<string>();
    const { evidence: sources, keepPlaces } = this.#options;
    const evidence = sources && (await readEvidence(sources));
    let read = 0;
    for await (const page of this.#pages()) {
      signal?.throwIfAborted();
      for (const entity of page) {
        read += 1;
        const ref = stringifyEntityRef(entity);
        if (known.has(ref)) {
          seen.add(ref);
        }
        this.#take(ref, entity, { found, consumers, systemTitles, evidence });
        this.#wantFiles(entity, found.get(ref), places);
      }
    }
    signal?.throwIfAborted();
    const changed = [...found.values()]
      .map(project => complete(project, { consumers, systemTitles }))
      .filter(({ facts, hash }) => known.get(facts.ref)?.hash !== hash);
    const { gone, kept } = goneProjects([...known.values()], {
      ...this.#options,
      maxShareGone: this.#options.config.maxShareGone,
      isFound: ref => found.has(ref),
      isSeen: ref => seen.has(ref),
      startedAt,
    });
    if (kept === 0) {
      // Otherwise the places of what is kept are missing too, and what their files said would be lost.
      await keepPlaces?.(places);
    }
    await store.write({
      changed,
      gone,
      at: now().toISOString(),
      discoveredAt: startedAt.toISOString(),
    });
    const report = {
      read,
      projects: found.size,
      changed: changed.length,
      gone: gone.length,
      kept,
    };
    logger[changed.length + gone.length > 0 ? 'info' : 'debug'](
      'Looked for inner-source projects in the catalog',
      report,
    );
    return report;
  }

  /** Reads one entity again; undefined when the catalog has no such, or no rule lists it any more. */
  async readOne(ref: string): Promise<StoredProject | undefined> {
    const { auth, catalog, now, store } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(ref, { credentials });
    const found = new Map<string, Found>();
    const consumers = new Map<string, string[]>();
    const systemTitles = new Map<string, string>();
    if (entity) {
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: [
            ...targetsOf(entity, RELATION_PROVIDES_API),
            ...targetsOf(entity, RELATION_PART_OF),
          ],
          fields: catalogFactFields,
        },
        { credentials },
      );
      for (const other of items) {
        if (other) {
          const otherRef = stringifyEntityRef(other);
          this.#take(otherRef, other, {
            found: new Map(),
            consumers,
            systemTitles,
          });
        }
      }
      const { evidence: sources } = this.#options;
      const evidence = sources && (await readEvidence(sources));
      this.#take(ref, entity, { found, consumers, systemTitles, evidence });
    }
    const project = found.get(ref);
    const whole = project && complete(project, { consumers, systemTitles });
    await store.write({
      changed: whole ? [whole] : [],
      gone: whole ? [] : [ref],
      at: now().toISOString(),
    });
    return whole;
  }

  #take(
    ref: string,
    entity: Entity,
    into: {
      found: Map<string, Found>;
      consumers: Map<string, string[]>;
      systemTitles: Map<string, string>;
      evidence?: Evidence;
    },
  ): void {
    const kind = entity.kind.toLowerCase();
    if (kind === 'system') {
      const title = cleanText(entity.metadata.title, 200);
      if (title !== undefined) {
        into.systemTitles.set(ref, title);
      }
    } else if (kind === 'api') {
      const consumedBy = targetsOf(entity, RELATION_API_CONSUMED_BY);
      if (consumedBy.length > 0) {
        into.consumers.set(ref, consumedBy);
      }
    }
    const project = this.#readProject(ref, entity, into.evidence);
    if (project) {
      into.found.set(ref, {
        ...project,
        providedApis: targetsOf(entity, RELATION_PROVIDES_API),
      });
    }
  }

  #readProject(
    ref: string,
    entity: Entity,
    evidence: Evidence | undefined,
  ): StoredProject | undefined {
    const { annotationPrefixes: prefixes, config } = this.#options;
    if (!config.kinds.includes(entity.kind.toLowerCase())) {
      return undefined;
    }
    const repository =
      evidence && readRepository(entity, this.#options.forgeOf);
    const listedBy = listingOf(
      entity,
      { ...config, prefixes },
      repository && evidence(ref, repository),
    );
    return (
      listedBy && {
        listedBy,
        facts: readCatalogFacts(entity, { ...this.#options, prefixes }),
      }
    );
  }

  /** Of projects, and of all that the rule `innersource-json` may list. */
  #wantFiles(
    entity: Entity,
    project: StoredProject | undefined,
    places: Set<string>,
  ): void {
    const { config, forgeOf } = this.#options;
    const isCandidate =
      config.rules.includes('innersource-json') &&
      config.kinds.includes(entity.kind.toLowerCase());
    const repository = project
      ? project.facts.repository
      : isCandidate && readRepository(entity, forgeOf);
    if (repository) {
      places.add(placeOf(repository));
    }
  }

  async *#pages(): AsyncGenerator<Entity[]> {
    const { auth, catalog, config, pageSize } = this.#options;
    const kinds = [...new Set([...config.kinds, 'system', 'api'])];
    const isSmall = (kind: string) => SMALL_KINDS.includes(kind);
    for (const part of [
      { kinds: kinds.filter(isSmall), fields: undefined },
      {
        kinds: kinds.filter(kind => !isSmall(kind)),
        fields: catalogFactFields,
      },
    ]) {
      yield* catalog.streamEntities(
        {
          filter: { kind: part.kinds },
          fields: part.fields,
          pageSize,
          totalItems: 'exclude',
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
    }
  }
}

function complete(
  project: Found,
  from: {
    consumers: ReadonlyMap<string, string[]>;
    systemTitles: ReadonlyMap<string, string>;
  },
): StoredProject & { hash: string } {
  const { facts, listedBy, providedApis } = project;
  const { systemRef } = facts;
  const whole: StoredProject = {
    listedBy,
    facts: {
      ...facts,
      systemTitle:
        systemRef === undefined ? undefined : from.systemTitles.get(systemRef),
      dependants: [
        ...new Set([
          ...facts.dependants,
          ...providedApis.flatMap(api => from.consumers.get(api) ?? []),
        ]),
      ]
        .filter(ref => ref !== facts.ref)
        .sort(),
    },
  };
  return { ...whole, hash: hashOf(whole) };
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLowerCase());
}

function hashOf(project: StoredProject): string {
  return createHash('sha256').update(writeProject(project)).digest('base64url');
}
