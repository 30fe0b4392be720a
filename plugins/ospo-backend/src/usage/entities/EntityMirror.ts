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

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError, stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { shownMessage } from '../../shared/shownMessage';
import { entityFactFields, EntityFacts, hashEntityFacts } from './entityFacts';
import {
  EntityChange,
  EntityStore,
  KnownEntity,
  RefusedEntity,
} from './EntityStore';
import { goneEntities } from './goneEntities';
import { OwnerStates } from './OwnerStates';

/**
 * Kinds whose entities are small. They are asked for whole, because picking fields costs the catalog more than sending
 * them; an API may carry a definition of megabytes, which is left out.
 */
const SMALL_KINDS = ['component', 'resource', 'system', 'domain'];

/** Refused entities that the log names after one reading. */
const MAX_TOLD = 20;

/** What an entity came to when it was last read. */
interface Reading {
  etag: string;
  factsHash: string;
  ownerRef: string | undefined;
}

/** Takes an entity's usages out of every list and total, and puts them back. */
export interface EntityPresence {
  /** Marks the entity as gone from the catalog. */
  detachEntity(entityId: number): Promise<void>;
  /** Marks it as there again. */
  attachEntity(entityId: number): Promise<void>;
}

/** @internal */
export interface EntityMirrorOptions {
  catalog: CatalogService;
  auth: AuthService;
  store: EntityStore;
  presence: EntityPresence;
  readFacts: (entity: Entity) => EntityFacts;
  /** Lower case. */
  kinds: readonly string[];
  maxShareGone: number;
  pageSize: number;
  logger: LoggerService;
  now: () => Date;
}

/** How a reading of the catalog ended. */
export interface ReconcileReport {
  seen: number;
  written: number;
  /** Entities that say something which cannot be read or stored; what was known of them stays. */
  refused: number;
  ownerStates: number;
  returned: number;
  gone: number;
  /** Entities that were missing and are kept because too many were missing at once. */
  kept: number;
}

/**
 * Keeps `usage_entities` in step with the catalog.
 *
 * The catalog announces no changes of entities to other plugins (its two event topics tell of conflicts and errors),
 * so all of it is read in pages, as the plugin itself, and only what differs is written. A single entity that an SBOM
 * comes for before the next reading is fetched on demand.
 */
export class EntityMirror {
  readonly #options: EntityMirrorOptions;
  /** Facts depend on the entity alone, whose etag changes with it: what has not changed need not be worked out again. */
  #readings = new Map<string, Reading>();
  /** Those that the last reading refused. */
  #refused = new Set<string>();

  static create(options: EntityMirrorOptions): EntityMirror {
    return new EntityMirror(options);
  }

  private constructor(options: EntityMirrorOptions) {
    this.#options = options;
  }

  /** Reads the whole catalog. Rejects, with nothing marked as gone, when the catalog cannot be read to its end. */
  async reconcile(signal?: AbortSignal): Promise<ReconcileReport> {
    const { store, now, logger } = this.#options;
    const startedAt = now();
    const known = new Map(
      (await store.listKnown()).map(entity => [entity.entityRef, entity]),
    );
    const seen = new Map<string, string | undefined>();
    const changes: Omit<EntityChange, 'ownerState'>[] = [];
    const readings = new Map<string, Reading>();
    const refused: RefusedEntity[] = [];
    for await (const page of this.#pages()) {
      signal?.throwIfAborted();
      for (const entity of page) {
        const entityRef = stringifyEntityRef(entity);
        if (seen.has(entityRef)) {
          // It moved to a later page while the pages were read.
          continue;
        }
        try {
          const { reading, facts } = this.#read(entityRef, entity);
          const { factsHash } = reading;
          if (known.get(entityRef)?.factsHash !== factsHash) {
            changes.push({
              facts: facts ?? this.#options.readFacts(entity),
              factsHash,
            });
          }
          readings.set(entityRef, reading);
          seen.set(entityRef, reading.ownerRef);
        } catch (error) {
          refused.push({ entityRef, error });
          seen.set(entityRef, known.get(entityRef)?.ownerRef);
        }
      }
    }
    signal?.throwIfAborted();
    this.#readings = readings;

    const owners = await this.#owners(seen.values());
    const unwritten = await store.write(
      changes.map(change => ({
        ...change,
        ownerState: owners.stateOf(change.facts.ownerRef),
      })),
      startedAt.toISOString(),
    );
    refused.push(...unwritten);
    this.#tellRefused(refused);
    const written = changes.length - unwritten.length;
    const ownerStates = await this.#updateOwnerStates({
      known,
      seen,
      changed: new Set(changes.map(change => change.facts.entityRef)),
      owners,
    });
    const returned = await this.#attachReturned(known, seen);
    const { gone, kept } = await this.#detachGone(known, seen, startedAt);

    const report: ReconcileReport = {
      seen: seen.size,
      written,
      refused: refused.length,
      ownerStates,
      returned,
      gone,
      kept,
    };
    const didChange = written + ownerStates + returned + gone > 0;
    logger[didChange ? 'info' : 'debug']('Read the catalog', { ...report });
    return report;
  }

  /** The id of an entity, read from the catalog when it is not known yet; undefined when the catalog has no such. */
  async ensureEntity(entityRef: string): Promise<{ id: number } | undefined> {
    const { catalog, auth, store, kinds, readFacts, now } = this.#options;
    const known = await store.findKnown(entityRef);
    if (known && !known.isGone) {
      return { id: known.id };
    }
    if (!kinds.includes(parseEntityRef(entityRef).kind.toLowerCase())) {
      return undefined;
    }
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return undefined;
    }
    const facts = readFacts(entity);
    const owners = await this.#owners([facts.ownerRef]);
    const [refused] = await store.write(
      [
        {
          facts,
          factsHash: hashEntityFacts(facts),
          ownerState: owners.stateOf(facts.ownerRef),
        },
      ],
      now().toISOString(),
    );
    if (refused) {
      throw refused.error;
    }
    const written = await store.findKnown(facts.entityRef);
    if (written?.isGone) {
      await this.#options.presence.attachEntity(written.id);
    }
    return written && { id: written.id };
  }

  #read(
    entityRef: string,
    entity: Entity,
  ): { reading: Reading; facts?: EntityFacts } {
    const { etag } = entity.metadata;
    const before = this.#readings.get(entityRef);
    if (etag && before?.etag === etag) {
      return { reading: before };
    }
    const facts = this.#options.readFacts(entity);
    return {
      reading: {
        etag: etag ?? '',
        factsHash: hashEntityFacts(facts),
        ownerRef: facts.ownerRef,
      },
      facts,
    };
  }

  /** Says it once, however often an entity is read and refused. */
  #tellRefused(refused: RefusedEntity[]): void {
    const { logger } = this.#options;
    const isNew = ({ entityRef }: RefusedEntity) =>
      !this.#refused.has(entityRef);
    const news = refused.filter(isNew);
    for (const { entityRef, error } of news.slice(0, MAX_TOLD)) {
      logger.warn(
        `What the catalog says of '${entityRef}' could not be taken over, and what was known of it stays: ${reasonOf(
          error,
        )}`,
      );
    }
    if (news.length > MAX_TOLD) {
      logger.warn(`The same goes for ${news.length - MAX_TOLD} other entities`);
    }
    this.#refused = new Set(refused.map(({ entityRef }) => entityRef));
  }

  async *#pages(): AsyncGenerator<Entity[]> {
    const { catalog, auth, kinds, pageSize } = this.#options;
    const isSmall = (kind: string) => SMALL_KINDS.includes(kind);
    for (const part of [
      { kinds: kinds.filter(isSmall), fields: undefined },
      { kinds: kinds.filter(kind => !isSmall(kind)), fields: entityFactFields },
    ]) {
      if (part.kinds.length > 0) {
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

  async #owners(refs: Iterable<string | undefined>): Promise<OwnerStates> {
    const { catalog, auth } = this.#options;
    return OwnerStates.read({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
      refs,
    });
  }

  async #updateOwnerStates(options: {
    known: Map<string, KnownEntity>;
    seen: Map<string, string | undefined>;
    changed: Set<string>;
    owners: OwnerStates;
  }): Promise<number> {
    const { known, seen, changed, owners } = options;
    const updates = [...known.values()]
      .filter(
        entity => seen.has(entity.entityRef) && !changed.has(entity.entityRef),
      )
      .map(entity => ({
        id: entity.id,
        before: entity.ownerState,
        ownerState: owners.stateOf(entity.ownerRef),
      }))
      .filter(update => update.before !== update.ownerState);
    await this.#options.store.setOwnerStates(updates);
    return updates.length;
  }

  async #attachReturned(
    known: Map<string, KnownEntity>,
    seen: Map<string, string | undefined>,
  ): Promise<number> {
    const returned = [...known.values()].filter(
      entity => entity.isGone && seen.has(entity.entityRef),
    );
    for (const entity of returned) {
      await this.#options.presence.attachEntity(entity.id);
    }
    return returned.length;
  }

  async #detachGone(
    known: Map<string, KnownEntity>,
    seen: Map<string, string | undefined>,
    startedAt: Date,
  ): Promise<{ gone: number; kept: number }> {
    const { logger, maxShareGone, presence } = this.#options;
    const verdict = goneEntities({
      known: [...known.values()],
      isSeen: entityRef => seen.has(entityRef),
      seenCount: seen.size,
      startedAt,
      maxShareGone,
    });
    if (verdict.kept > 0) {
      logger.warn(
        `The catalog answered without ${verdict.kept} of ${verdict.present} known entities, which is more than may vanish at once; all are kept as they are. If they were really removed, raise 'ospo.catalog.maxShareGone' until the next reading of the catalog; if not, look at the catalog's own log.`,
        { kept: verdict.kept, known: verdict.present, seen: seen.size },
      );
    }
    for (const entity of verdict.gone) {
      await presence.detachEntity(entity.id);
    }
    return { gone: verdict.gone.length, kept: verdict.kept };
  }
}

/** What the database said, without the statement and the values in it. */
function reasonOf(error: unknown): string {
  const text = stringifyError(error);
  const isOfDatabase = isError(error) && typeof error.code === 'string';
  return shownMessage(isOfDatabase ? text.split(' - ').at(-1) ?? '' : text);
}
