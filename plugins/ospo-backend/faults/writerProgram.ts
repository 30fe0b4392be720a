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

// A process that does nothing but ingest, until it is killed. Its parent tells it when to begin.

import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { LoggerService } from '@backstage/backend-plugin-api';
import { defaultSbomLimits, readSbom } from '@ospo-suite/sbom-reader';
import { createUsageIngest } from '../src/usage/ingest/createUsageIngest';
import { faultDocument } from './FaultDocument';
import {
  componentRef,
  COMPONENTS,
  FaultStorePlace,
  openFaultStore,
} from './FaultStore';
import { seededRandom } from './seededRandom';

/** What a writer tells its parent. */
export type WriterMessage =
  | { say: 'loaded' }
  | { say: 'ready' }
  | { say: 'began' }
  | { say: 'stored'; snapshotId: number; component: number; revision: number }
  | {
      say: 'failed';
      message: string;
      /** Whether it began as a document. */
      isDocument: boolean;
    };

/** What its parent tells a writer. */
export interface WriterOrder {
  place: FaultStorePlace;
  seed: number;
  /** Documents under way at once. */
  atOnce: number;
}

const logger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};

function say(message: WriterMessage): void {
  // A parent that is gone hears nothing; that is no reason to fail loudly.
  process.send?.(message, undefined, undefined, () => {});
}

async function write({ place, seed, atOnce }: WriterOrder): Promise<never> {
  const knex = await openFaultStore(place);
  const ingest = createUsageIngest({
    knex,
    logger,
    limits: defaultSbomLimits,
    readSbomFile: async (path, options) =>
      readSbom(await readFile(path), options),
    ensureEntity: async entityRef => {
      const { id } = await knex('usage_entities')
        .where({ entity_ref: entityRef })
        .first('id');
      await ingest.attachEntity(id);
      return { id };
    },
    now: () => new Date(),
    workingDirectory: place.folder,
  });
  await ingest.cleanUp();
  say({ say: 'ready' });
  const random = seededRandom(seed);
  const workers = Array.from({ length: atOnce }, async (): Promise<never> => {
    for (;;) {
      const component = Math.floor(random() * COMPONENTS);
      const isDocument = random() >= 0.03;
      try {
        await (isDocument ? sendDocument(component) : detach(component));
      } catch (error) {
        say({ say: 'failed', message: String(error), isDocument });
        // A database that is being restarted is not asked a thousand times a second.
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
  });
  return await Promise.race(workers);

  async function detach(component: number): Promise<void> {
    const { id } = await knex('usage_entities')
      .where({ entity_ref: componentRef(component) })
      .first('id');
    await ingest.detachEntity(id);
  }

  async function sendDocument(component: number): Promise<void> {
    // Few enough that the same document comes again, many enough that most are new.
    const revision = Math.floor(random() * 2_000);
    const { bytes } = faultDocument(component, revision);
    say({ say: 'began' });
    const { snapshot } = await ingest.inbox.receive({
      entityRef: componentRef(component),
      target: random() < 0.8 ? 'main' : 'other',
      source: 'push',
      document: Readable.from([random() < 0.3 ? gzipSync(bytes) : bytes]),
    });
    const { id: snapshotId } = snapshot;
    say({ say: 'stored', snapshotId, component, revision });
  }
}

process.on('message', (order: WriterOrder) => {
  write(order).catch(error => {
    say({ say: 'failed', message: String(error), isDocument: false });
    process.exit(1);
  });
});
// A parent that is gone needs no writer.
process.on('disconnect', () => process.exit(0));
say({ say: 'loaded' });
