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

import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';

const inflate = promisify(inflateRaw);

/** Gives received documents back, byte for byte as they came. */
export class DocumentStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DocumentStore {
    return new DocumentStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Piece by piece; rejects at the first piece when there is no such document. */
  async *open(documentId: number): AsyncIterable<Uint8Array> {
    for (let seq = 0; ; seq++) {
      const chunk: { data: Buffer } | undefined = await this.#knex(
        'usage_document_chunks',
      )
        .where({ document_id: documentId, seq })
        .first('data');
      if (!chunk) {
        if (seq === 0) {
          throw new NotFoundError(`No document found with id '${documentId}'`);
        }
        return;
      }
      yield await inflate(chunk.data);
    }
  }
}
