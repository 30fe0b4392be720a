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

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import { IngestReport } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  defaultSbomLimits,
  SbomFinding,
  SbomReading,
} from '@ospo-suite/sbom-reader';
import { Knex } from 'knex';
import { decodeDay, decodeUsageFlags } from '../../usageFlags';
import { DefaultSbomInbox, DefaultSbomInboxOptions } from '../DefaultSbomInbox';
import { UsageDictionary } from '../dictionary/UsageDictionary';
import { DocumentStore } from '../DocumentStore';
import { recount } from '../check/recount';
import { attachEntity } from '../presence/attachEntity';
import { detachEntity } from '../presence/detachEntity';
import { StoredUsagesReader } from '../presence/StoredUsagesReader';
import { SbomSpool } from '../spool/SbomSpool';

export type HarnessOptions = Partial<DefaultSbomInboxOptions> & {
  maxBytes?: number;
};

export interface SendOptions {
  to?: string;
  target?: string;
  stream?: string;
  asOf?: string;
}

/** Speaks of SBOMs and components, so that tests read as stories. */
export class IngestHarness {
  readonly knex: Knex;
  readonly inbox: DefaultSbomInbox;
  readonly folder: string;
  readonly #options: DefaultSbomInboxOptions;
  /** What the clock says. */
  now = new Date('2026-03-01T12:00:00.000Z');
  /** How often a document was read. */
  readings = 0;
  #refuses = false;

  static async create(
    createDatabase: () => Promise<Knex>,
    options: HarnessOptions = {},
  ): Promise<IngestHarness> {
    const folder = await mkdtemp(join(tmpdir(), 'ospo-ingest-'));
    return new IngestHarness(await createDatabase(), folder, options);
  }

  private constructor(
    knex: Knex,
    folder: string,
    { maxBytes, ...options }: HarnessOptions,
  ) {
    this.knex = knex;
    this.folder = folder;
    this.#options = {
      knex,
      logger: mockServices.logger.mock(),
      spoolFolder: folder,
      limits: { ...defaultSbomLimits, ...(maxBytes ? { maxBytes } : {}) },
      // The documents of these tests are readings in JSON.
      readSbomFile: async path => {
        this.readings++;
        if (this.#refuses) {
          return { ok: false, error: aRefusal(), findings: [] };
        }
        return JSON.parse(await readFile(path, 'utf8'));
      },
      ensureEntity: async ref => ({ id: await this.addComponent(ref) }),
      now: () => this.now,
      dictionary: UsageDictionary.create(),
      ...options,
    };
    this.inbox = DefaultSbomInbox.create(this.#options);
  }

  async addComponent(entityRef: string): Promise<number> {
    await this.knex('usage_entities')
      .insert({
        ...parseEntityRef(entityRef),
        entity_ref: entityRef,
        facts_hash: '',
        seen_at: this.now.toISOString(),
      })
      .onConflict('entity_ref')
      .ignore();
    const { id } = await this.knex('usage_entities')
      .where({ entity_ref: entityRef })
      .first('id');
    return id;
  }

  /** Lets time pass. */
  later(by: { days?: number; seconds?: number }): void {
    const seconds = (by.days ?? 0) * 86_400 + (by.seconds ?? 0);
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }

  /** Sends what a reader will read as this. */
  async send(
    reading: SbomReading,
    options: SendOptions = {},
  ): Promise<IngestReport> {
    return await this.sendBytes(Buffer.from(JSON.stringify(reading)), options);
  }

  async sendBytes(
    bytes: Buffer,
    options: SendOptions = {},
  ): Promise<IngestReport> {
    return await this.inbox.receive({
      entityRef: options.to ?? 'component:default/shop',
      target: options.target,
      stream: options.stream,
      source: 'push',
      asOf: options.asOf,
      document: pieces(bytes),
    });
  }

  /** As if the limits were lowered. */
  refuseFromNowOn(): void {
    this.#refuses = true;
  }

  async spooledFiles(): Promise<string[]> {
    return await readdir(this.folder);
  }

  /** A dictionary that breaks in the middle of a transaction when it meets a package. */
  dictionaryFailingFor(name: string): UsageDictionary {
    const dictionary = UsageDictionary.create();
    const resolve = dictionary.resolve.bind(dictionary);
    dictionary.resolve = async (tx, documents, firstSeenAt) => {
      const resolved = await resolve(tx, documents, firstSeenAt);
      if (documents.flat().some(usage => usage.name === name)) {
        throw new Error(`No '${name}', please`);
      }
      return resolved;
    };
    return dictionary;
  }

  /** The catalog no longer has it. */
  async detach(entityRef: string = 'component:default/shop'): Promise<void> {
    const entityId = await this.addComponent(entityRef);
    await detachEntity(this.knex, { entityId, now: this.now });
  }

  /** The catalog has it again. */
  async attach(entityRef: string = 'component:default/shop'): Promise<void> {
    const reader = StoredUsagesReader.create({
      ...this.#options,
      documents: DocumentStore.create({ knex: this.knex }),
      spool: SbomSpool.create({ folder: this.folder }),
    });
    await attachEntity(this.knex, {
      entityId: await this.addComponent(entityRef),
      now: this.now,
      dictionary: this.#options.dictionary,
      readStoredUsages: id => reader.read(id),
    });
  }

  /** Throws when anything was left behind, or an aggregate is not what a recount gives. */
  async assertSound(): Promise<void> {
    const found = [
      ...(await this.inconsistencies()),
      ...(await this.spooledFiles()),
    ];
    if (found.length > 0) {
      throw new Error(`The store is not sound: ${JSON.stringify(found)}`);
    }
  }

  /** Where the store disagrees with itself: nowhere, it is to be hoped. */
  async inconsistencies(knex: Knex = this.knex) {
    return await recount(knex);
  }

  async download(snapshotId: number): Promise<Buffer> {
    const { document_id: id } = await this.knex('usage_snapshots')
      .where({ id: snapshotId })
      .first('document_id');
    const received: Uint8Array[] = [];
    for await (const piece of DocumentStore.create({ knex: this.knex }).open(
      id,
    )) {
      received.push(piece);
    }
    return Buffer.concat(received);
  }

  /** A component's usages in words, `shop main lodash@1.0.0 direct runtime MIT 2026-03-01`, sorted. */
  async usagesOf(entityRef: string = 'component:default/shop') {
    const rows = await this.knex('usage_current as c')
      .join('usage_targets as t', 't.id', 'c.target_id')
      .join('usage_entities as e', 'e.id', 't.entity_id')
      .join('usage_package_versions as v', 'v.id', 'c.version_id')
      .join('usage_packages as p', 'p.id', 'c.package_id')
      .join('usage_licences as l', 'l.id', 'v.licence_id')
      .where({ entity_ref: entityRef })
      .select(
        't.target',
        't.stream',
        'p.name',
        'v.version',
        'c.flags',
        'c.since_day',
        { licence: 'l.text' },
      );
    return rows
      .map(row => {
        const { relation, scope } = decodeUsageFlags(row.flags);
        return [
          row.target,
          row.stream,
          `${row.name}@${row.version}`,
          relation,
          scope,
          row.licence,
          decodeDay(row.since_day),
        ].join(' ');
      })
      .sort();
  }

  async countsOf(entityRef: string = 'component:default/shop') {
    return await this.knex('usage_entities')
      .where({ entity_ref: entityRef })
      .first(
        'packages',
        'direct',
        'transitive',
        'relation_unknown',
        'licence_known',
        'licence_unknown',
        'last_sbom_at',
      );
  }

  async totals() {
    return await this.knex('usage_totals').first();
  }

  async countRows(table: string): Promise<number> {
    const [{ count }] = await this.knex(table).count({ count: '*' });
    return Number(count);
  }

  /** What a snapshot changed, as in `+lodash@1.0.0`, sorted. */
  async changesOf(snapshotId: number): Promise<string[]> {
    const rows = await this.knex('usage_changes as c')
      .join('usage_package_versions as v', 'v.id', 'c.version_id')
      .join('usage_packages as p', 'p.id', 'v.package_id')
      .where({ snapshot_id: snapshotId })
      .select('c.op', 'p.name', 'v.version');
    return rows
      .map(row => `${row.op > 0 ? '+' : '-'}${row.name}@${row.version}`)
      .sort();
  }
}

function aRefusal(): SbomFinding {
  return {
    code: 'too-many-components',
    severity: 'error',
    where: '/components',
    message: 'Too many',
    mend: 'Split it.',
    count: 1,
  };
}

/** Bytes as they come off the wire. */
export async function* pieces(bytes: Buffer, size: number = 65_536) {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}
