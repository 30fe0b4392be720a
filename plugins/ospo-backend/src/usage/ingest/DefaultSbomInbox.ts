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

import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { IngestReport } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ReceiveSbomOptions,
  SbomInbox,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { SbomLimits, SbomReading } from '@ospo-suite/sbom-reader';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { deflateChunks } from './deflateChunks';
import { KnownReceiver, ReceivedSbomStore } from './ReceivedSbomStore';
import { readImportTime } from './readImportTime';
import { RecentMap } from './RecentMap';
import { refuseSbom, toUsageFindings } from './refuseSbom';
import {
  SbomSpool,
  SpooledDocument,
  SpoolLimitExceeded,
} from './spool/SbomSpool';
import { toDocumentUsages } from './toDocumentUsages';
import { UsageDictionary } from './dictionary/UsageDictionary';
import { UsageWriter } from './UsageWriter';
import { WriteQueue } from './WriteQueue';

const MAX_PLACE_LENGTH = 200;
const TOUCH_INTERVAL_MS = 60_000;

/** Reads a document that lies in a file; never rejects because of what is in it. */
export type ReadSbomFile = (
  path: string,
  options: { limits: SbomLimits; signal?: AbortSignal },
) => Promise<SbomReading>;

/** The id of an entity that the catalog has, fetched from there when need be. */
export type EnsureEntity = (
  entityRef: string,
) => Promise<{ id: number } | undefined>;

export interface DefaultSbomInboxOptions {
  knex: Knex;
  logger: LoggerService;
  /** Of the plugin's own; holds documents while they are read. */
  spoolFolder: string;
  limits: SbomLimits;
  readSbomFile: ReadSbomFile;
  ensureEntity: EnsureEntity;
  now: () => Date;
  dictionary: UsageDictionary;
}

interface Place {
  entityRef: string;
  target: string;
  stream: string;
}

/** Where every SBOM enters. */
export class DefaultSbomInbox implements SbomInbox {
  readonly #options: DefaultSbomInboxOptions;
  readonly #spool: SbomSpool;
  readonly #received: ReceivedSbomStore;
  readonly #queue: WriteQueue;
  /** Snapshots do not change, so the report of one that came again need not be read again. */
  readonly #reports = new RecentMap<number, IngestReport>({ size: 1_000 });

  static create(options: DefaultSbomInboxOptions): DefaultSbomInbox {
    return new DefaultSbomInbox(options);
  }

  private constructor(options: DefaultSbomInboxOptions) {
    const { knex, spoolFolder } = options;
    this.#options = options;
    this.#spool = SbomSpool.create({ folder: spoolFolder });
    this.#received = ReceivedSbomStore.create({ knex });
    this.#queue = WriteQueue.create({
      writer: UsageWriter.create({ knex, dictionary: options.dictionary }),
      // SQLite runs statements on the event loop, and lets nobody read meanwhile.
      limits: isPostgres(knex)
        ? { maxDocuments: 200, maxUsages: 40_000 }
        : { maxDocuments: 20, maxUsages: 4_000 },
    });
  }

  async receive(options: ReceiveSbomOptions): Promise<IngestReport> {
    const place = readPlace(options);
    const importedAt = readImportTime(options.asOf, this.#options.now());
    // Before the body: nobody sends 64 MB for an entity that is not there.
    const known = await this.#findReceiver(place);
    const spooled = await this.#receiveBytes(options, place);
    try {
      return (
        (await this.#reportUnchanged(place, known, spooled, importedAt)) ??
        (await this.#ingest(options, {
          ...place,
          entityId: known.entityId,
          spooled,
          importedAt,
        }))
      );
    } finally {
      await spooled.remove();
    }
  }

  async #findReceiver(place: Place): Promise<KnownReceiver> {
    const known = await this.#received.findReceiver(place);
    if (known && !known.isGone) {
      return known;
    }
    const entity = await this.#options.ensureEntity(place.entityRef);
    if (!entity) {
      throw new NotFoundError(
        `The catalog has no entity '${place.entityRef}' that can have an SBOM`,
      );
    }
    // It may be one that came back just now, with the snapshots that it had.
    return (
      (await this.#received.findReceiver(place)) ?? {
        entityId: entity.id,
        isGone: false,
        current: undefined,
      }
    );
  }

  async #receiveBytes(
    options: ReceiveSbomOptions,
    place: Place,
  ): Promise<SpooledDocument> {
    const { maxBytes } = this.#options.limits;
    try {
      return await this.#spool.receive(options.document, {
        maxBytes,
        signal: options.signal,
      });
    } catch (error) {
      if (error instanceof SpoolLimitExceeded) {
        throw refuseSbom({
          error: {
            code: 'too-large',
            severity: 'error',
            where: `byte ${maxBytes}`,
            message: `The document has more than ${maxBytes} bytes`,
            mend: 'Send it compressed with gzip or zstd, leave out what is no package, or split it by target.',
            count: 1,
          },
          findings: [],
          ...place,
        });
      }
      throw error;
    }
  }

  /** The cheap way out: the same bytes as before cost a hash, and the look-up that was made already. */
  async #reportUnchanged(
    place: Place,
    { current }: KnownReceiver,
    spooled: SpooledDocument,
    importedAt: string | undefined,
  ): Promise<IngestReport | undefined> {
    if (!current || current.sha256 !== spooled.sha256) {
      return undefined;
    }
    const { snapshotId, lastSeenAt } = current;
    // What is imported again was not seen again today.
    const now = importedAt ? new Date(importedAt) : this.#options.now();
    if (now.getTime() - Date.parse(lastSeenAt) >= TOUCH_INTERVAL_MS) {
      await this.#received.touch(snapshotId, now.toISOString());
      return await this.#report('unchanged', snapshotId, place);
    }
    const report =
      this.#reports.get(snapshotId) ??
      (await this.#report('unchanged', snapshotId, place));
    return {
      ...report,
      outcome: 'unchanged',
      snapshot: { ...report.snapshot, lastSeenAt, isCurrent: true },
    };
  }

  async #ingest(
    options: ReceiveSbomOptions,
    received: Place & {
      entityId: number;
      spooled: SpooledDocument;
      importedAt: string | undefined;
    },
  ): Promise<IngestReport> {
    const { spooled, importedAt, ...place } = received;
    const receivedAt = importedAt ?? this.#options.now().toISOString();
    const path = await spooled.file();
    const reading = await this.#options.readSbomFile(path, {
      limits: this.#options.limits,
      signal: options.signal,
    });
    options.signal?.throwIfAborted();
    if (!reading.ok) {
      throw refuseSbom({ ...reading, ...place });
    }
    const result = await this.#queue.write({
      ...place,
      source: options.source,
      sha256: spooled.sha256,
      bytes: spooled.bytes,
      chunks: await deflateChunks(path),
      document: reading.document,
      findings: reading.findings,
      usages: await toDocumentUsages(reading.components),
      receivedAt,
      isImport: importedAt !== undefined,
    });
    if (result.outcome === 'failed') {
      throw result.error;
    }
    return await this.#report(result.outcome, result.snapshotId, place);
  }

  async #report(
    outcome: IngestReport['outcome'],
    snapshotId: number,
    place: Place,
  ): Promise<IngestReport> {
    const { snapshot, findings } = await this.#received.getSnapshot(snapshotId);
    const { target, stream } = place;
    const report: IngestReport = {
      outcome,
      snapshot,
      findings: toUsageFindings(findings, { target, stream }),
    };
    this.#reports.set(snapshotId, report);
    return report;
  }
}

function readPlace(options: ReceiveSbomOptions): Place {
  const ref = parseEntityRef(options.entityRef);
  return {
    entityRef: stringifyEntityRef(ref),
    target: readPart('target', options.target ?? ref.name),
    stream: readPart('stream', options.stream ?? 'main'),
  };
}

function readPart(what: string, value: string): string {
  if (
    value.trim() === '' ||
    value.length > MAX_PLACE_LENGTH ||
    /[\p{Cc}\p{Cs}]/u.test(value)
  ) {
    throw new InputError(
      `The ${what} must have 1 to ${MAX_PLACE_LENGTH} characters, and no control characters among them`,
    );
  }
  return value;
}
