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
import {
  KnownProject,
  ProjectStore,
  writeProject,
} from '../store/ProjectStore';
import { StoredProject } from './CatalogFacts';
import { cleanText } from './cleanText';
import { listingOf, RepositoryEvidence } from './listingOf';
import { catalogFactFields, readCatalogFacts } from './readCatalogFacts';

/** Asked for whole, because picking fields costs the catalog more than sending them; others may be of megabytes. */
const SMALL_KINDS = ['component', 'resource', 'system', 'domain', 'group'];
/** A project that was written this shortly before the reading began may have come after its page was read. */
const TOO_NEW_MS = 5 * 60_000;

export interface DiscoveryPassOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: DiscoveryConfig;
  helpLabels: readonly string[];
  annotationPrefixes: readonly string[];
  pageSize: number;
  store: ProjectStore;
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
    let read = 0;
    for await (const page of this.#pages()) {
      signal?.throwIfAborted();
      for (const entity of page) {
        read += 1;
        const ref = stringifyEntityRef(entity);
        if (known.has(ref)) {
          seen.add(ref);
        }
        this.#take(ref, entity, { found, consumers, systemTitles });
      }
    }
    signal?.throwIfAborted();
    const changed = [...found.values()]
      .map(project => complete(project, { consumers, systemTitles }))
      .filter(({ facts, hash }) => known.get(facts.ref)?.hash !== hash);
    const { gone, kept } = this.#gone([...known.values()], {
      isFound: ref => found.has(ref),
      isSeen: ref => seen.has(ref),
      startedAt,
    });
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
      this.#take(ref, entity, { found, consumers, systemTitles });
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
    const project = this.#readProject(entity, {});
    if (project) {
      into.found.set(ref, {
        ...project,
        providedApis: targetsOf(entity, RELATION_PROVIDES_API),
      });
    }
  }

  #readProject(
    entity: Entity,
    evidence: RepositoryEvidence,
  ): StoredProject | undefined {
    const { annotationPrefixes: prefixes, config, helpLabels } = this.#options;
    if (!config.kinds.includes(entity.kind.toLowerCase())) {
      return undefined;
    }
    const listedBy = listingOf(entity, { ...config, prefixes }, evidence);
    return (
      listedBy && {
        listedBy,
        facts: readCatalogFacts(entity, { prefixes, helpLabels }),
      }
    );
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

  /**
   * What no rule lists any more goes at once. What the catalog does not have any more goes too, but a catalog that
   * suddenly lacks a large part of what it had is more likely broken than emptied, so then everything is kept.
   */
  #gone(
    known: KnownProject[],
    seen: {
      isFound: (ref: string) => boolean;
      isSeen: (ref: string) => boolean;
      startedAt: Date;
    },
  ): { gone: string[]; kept: number } {
    const { config, logger } = this.#options;
    const unlisted = known
      .map(({ ref }) => ref)
      .filter(ref => seen.isSeen(ref) && !seen.isFound(ref));
    const missing = known.filter(({ ref }) => !seen.isSeen(ref));
    const atMost = Math.max(1, Math.floor(known.length * config.maxShareGone));
    if (missing.length > atMost) {
      logger.warn(
        `The catalog answered without ${missing.length} of ${known.length} inner-source projects, which is more than may vanish at once; all are kept as they are. If they were really removed, raise 'ospo.innerSource.discovery.maxShareGone' until the catalog was read again; if not, look at the catalog's own log.`,
      );
      return { gone: unlisted, kept: missing.length };
    }
    const newest = seen.startedAt.getTime() - TOO_NEW_MS;
    return {
      gone: [
        ...unlisted,
        ...missing
          .filter(({ changedAt }) => Date.parse(changedAt) < newest)
          .map(({ ref }) => ref),
      ],
      kept: 0,
    };
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
