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

import { Knex } from 'knex';
import { recount } from '../src/usage/ingest/check/recount';
import { DocumentStore } from '../src/usage/ingest/DocumentStore';
import { decodeUsageFlags } from '../src/usage/usageFlags';
import { gunzipSync } from 'node:zlib';
import { faultDocument, whichDocument } from './FaultDocument';
import { componentRef } from './FaultStore';

interface TargetRow {
  id: number;
  entity_ref: string;
  gone_at: string | null;
  document_id: number | null;
}

/** A document that a writer said was stored. */
export interface StoredClaim {
  snapshotId: number;
  component: number;
  revision: number;
}

interface KnownDocument {
  component: number;
  revision: number;
  /** JSON: the usages that it states. */
  usages: string;
}

/**
 * Whether a store is what it may be after anything: each component exactly what one of its documents says, wholly;
 * every aggregate what a recount gives; nothing without what it belongs to; nothing lost that was said to be stored.
 */
export class FaultFinder {
  readonly #knex: Knex;
  /** Documents never change, so each is taken out and compared byte for byte once. */
  readonly #documents = new Map<number, KnownDocument>();

  static create(options: { knex: Knex }): FaultFinder {
    return new FaultFinder(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What is wrong, in words; an empty answer means that nothing is. */
  async find(claims: readonly StoredClaim[]): Promise<string[]> {
    const faults = (await recount(this.#knex)).map(
      ({ check, count, examples }) =>
        `${check}: ${count} rows differ, as ${JSON.stringify(examples[0])}`,
    );
    faults.push(...(await this.#findTornTargets()));
    faults.push(...(await this.#findLostClaims(claims)));
    return faults;
  }

  async #findTornTargets(): Promise<string[]> {
    const targets: TargetRow[] = await this.#knex('usage_targets as t')
      .join('usage_entities as e', 'e.id', 't.entity_id')
      .leftJoin('usage_snapshots as s', 's.id', 't.current_snapshot_id')
      .select('t.id', 'e.entity_ref', 'e.gone_at', 's.document_id');
    const usages = await this.#usagesByTarget();
    const faults: string[] = [];
    for (const target of targets) {
      const found = usages.get(target.id) ?? [];
      usages.delete(target.id);
      if (target.document_id === null) {
        faults.push(`Target ${target.id} has no current snapshot`);
        continue;
      }
      const document = await this.#readDocument(target.document_id);
      if (!document || componentRef(document.component) !== target.entity_ref) {
        faults.push(
          `The document of target ${target.id} is not one of ${target.entity_ref}'s, byte for byte`,
        );
        continue;
      }
      const expected = target.gone_at === null ? document.usages : '[]';
      if (JSON.stringify(found.sort()) !== expected) {
        faults.push(
          `Target ${target.id} of ${target.entity_ref} is torn: ${
            found.length
          } usages instead of ${JSON.parse(expected).length}`,
        );
      }
    }
    for (const id of usages.keys()) {
      faults.push(`There are usages of target ${id}, which does not exist`);
    }
    return faults;
  }

  async #usagesByTarget(): Promise<Map<number, string[]>> {
    const rows = await this.#knex('usage_current as c')
      .join('usage_packages as p', 'p.id', 'c.package_id')
      .join('usage_package_versions as v', 'v.id', 'c.version_id')
      .join('usage_licences as l', 'l.id', 'v.licence_id')
      .select('c.target_id', 'c.flags', 'p.key', 'v.version', 'l.text');
    const usages = new Map<number, string[]>();
    for (const row of rows) {
      const { relation, scope } = decodeUsageFlags(row.flags);
      const words = [row.key, row.version, relation, scope, row.text || '-'];
      const known = usages.get(row.target_id) ?? [];
      known.push(words.join(' '));
      usages.set(row.target_id, known);
    }
    return usages;
  }

  async #readDocument(id: number): Promise<KnownDocument | undefined> {
    const known = this.#documents.get(id);
    if (known) {
      return known;
    }
    const pieces: Uint8Array[] = [];
    const store = DocumentStore.create({ knex: this.#knex });
    for await (const piece of store.open(id)) {
      pieces.push(piece);
    }
    const received = Buffer.concat(pieces);
    const bytes = received[0] === 0x1f ? gunzipSync(received) : received;
    const numbers = whichDocument(bytes);
    if (!numbers) {
      return undefined;
    }
    const original = faultDocument(numbers.component, numbers.revision);
    if (!original.bytes.equals(bytes)) {
      return undefined;
    }
    const document = { ...numbers, usages: JSON.stringify(original.usages) };
    this.#documents.set(id, document);
    return document;
  }

  async #findLostClaims(claims: readonly StoredClaim[]): Promise<string[]> {
    const rows: { id: number; document_id: number }[] = await this.#knex(
      'usage_snapshots',
    )
      .whereIn(
        'id',
        claims.map(claim => claim.snapshotId),
      )
      .select('id', 'document_id');
    const documents = new Map(rows.map(row => [row.id, row.document_id]));
    const faults: string[] = [];
    for (const { snapshotId, component, revision } of claims) {
      const documentId = documents.get(snapshotId);
      const numbers =
        documentId === undefined
          ? undefined
          : await this.#readDocument(documentId);
      if (numbers?.component !== component || numbers.revision !== revision) {
        faults.push(
          `Revision ${revision} of component ${component} was said to be stored as snapshot ${snapshotId}, and is not`,
        );
      }
    }
    return faults;
  }
}
