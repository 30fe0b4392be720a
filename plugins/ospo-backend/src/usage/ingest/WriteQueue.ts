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

import { stringifyError } from '@backstage/errors';
import { PreparedDocument } from './PreparedDocument';
import { UsageWriter, WriteResult } from './UsageWriter';

export interface WriteQueueLimits {
  /** Documents of one transaction. */
  maxDocuments: number;
  /** Usages of one transaction; a single document may have more. */
  maxUsages: number;
}

interface Waiting {
  item: PreparedDocument;
  resolve: (result: WriteResult) => void;
}

/**
 * Writes documents one transaction after another. What comes while one is running goes into the next one together, so
 * a lone document is written at once, and many that come at the same time share the cost of a transaction. When a
 * shared one fails, each of its documents is tried alone.
 */
export class WriteQueue {
  readonly #writer: Pick<UsageWriter, 'write'>;
  readonly #limits: WriteQueueLimits;
  #waiting: Waiting[] = [];
  #isRunning = false;

  static create(options: {
    writer: Pick<UsageWriter, 'write'>;
    limits: WriteQueueLimits;
  }): WriteQueue {
    return new WriteQueue(options.writer, options.limits);
  }

  private constructor(
    writer: Pick<UsageWriter, 'write'>,
    limits: WriteQueueLimits,
  ) {
    this.#writer = writer;
    this.#limits = limits;
  }

  write(item: PreparedDocument): Promise<WriteResult> {
    return new Promise(resolve => {
      this.#waiting.push({ item, resolve });
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) {
      return;
    }
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      const results = await this.#writeBatch(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index]));
    }
    this.#isRunning = false;
  }

  /** From the front, as much of one day as one transaction takes, and of each entity only the first. */
  #takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    const entities = new Set<number>();
    let usages = 0;
    for (const waiting of this.#waiting) {
      const { entityId, usages: own } = waiting.item;
      const fits =
        batch.length === 0 ||
        (dayOf(waiting) === dayOf(batch[0]) &&
          batch.length < this.#limits.maxDocuments &&
          usages + own.length <= this.#limits.maxUsages);
      if (fits && !entities.has(entityId)) {
        batch.push(waiting);
        usages += own.length;
      } else {
        rest.push(waiting);
      }
      // A later document for an entity must not overtake an earlier one.
      entities.add(entityId);
    }
    this.#waiting = rest;
    return batch;
  }

  async #writeBatch(items: PreparedDocument[]): Promise<WriteResult[]> {
    try {
      return await this.#writer.write(items);
    } catch (error) {
      if (items.length === 1) {
        return [{ outcome: 'failed', error: asError(error) }];
      }
      const results: WriteResult[] = [];
      for (const item of items) {
        results.push(...(await this.#writeBatch([item])));
      }
      return results;
    }
  }
}

/** A transaction counts towards one day. */
function dayOf({ item }: Waiting): string {
  return item.receivedAt.slice(0, 10);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(stringifyError(error));
}
