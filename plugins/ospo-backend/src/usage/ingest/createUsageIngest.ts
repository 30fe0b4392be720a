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

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { SbomInbox } from '@ospo-suite/backstage-plugin-ospo-node';
import { SbomLimits } from '@ospo-suite/sbom-reader';
import { Knex } from 'knex';
import { Inconsistency, recount } from './check/recount';
import { cleanUp } from './cleanUp';
import {
  DefaultSbomInbox,
  EnsureEntity,
  ReadSbomFile,
} from './DefaultSbomInbox';
import { UsageDictionary } from './dictionary/UsageDictionary';
import { DocumentStore } from './DocumentStore';
import { attachEntity } from './presence/attachEntity';
import { detachEntity } from './presence/detachEntity';
import { StoredUsagesReader } from './presence/StoredUsagesReader';
import { SbomSpool } from './spool/SbomSpool';

/** Everything that writes usages. */
export interface UsageIngest {
  inbox: SbomInbox;
  /** Received documents, byte for byte. */
  documents: DocumentStore;
  /** Takes a gone entity's usages out of every list and total, and marks it as gone. */
  detachEntity(entityId: number): Promise<void>;
  /** Brings them back, and marks it as there. */
  attachEntity(entityId: number): Promise<void>;
  /** Counts every aggregate afresh; an empty answer means that all agree. */
  recount(): Promise<Inconsistency[]>;
  /** Removes what processes left behind that were ended in the middle of their work. Called once, at start. */
  cleanUp(): Promise<void>;
}

export interface UsageIngestOptions {
  knex: Knex;
  logger: LoggerService;
  limits: SbomLimits;
  readSbomFile: ReadSbomFile;
  ensureEntity: EnsureEntity;
  now: () => Date;
  /** `backend.workingDirectory`; the system's folder for temporary files when absent. */
  workingDirectory?: string;
}

export function createUsageIngest(options: UsageIngestOptions): UsageIngest {
  const { knex, now } = options;
  const spoolFolder = join(
    options.workingDirectory ?? tmpdir(),
    'backstage-plugin-ospo',
  );
  const dictionary = UsageDictionary.create();
  const documents = DocumentStore.create({ knex });
  const reader = StoredUsagesReader.create({
    ...options,
    documents,
    spool: SbomSpool.create({ folder: spoolFolder }),
  });
  return {
    inbox: DefaultSbomInbox.create({ ...options, spoolFolder, dictionary }),
    documents,
    detachEntity: entityId => detachEntity(knex, { entityId, now: now() }),
    attachEntity: entityId =>
      attachEntity(knex, {
        entityId,
        now: now(),
        dictionary,
        readStoredUsages: id => reader.read(id),
      }),
    recount: () => recount(knex),
    cleanUp: () => cleanUp({ ...options, spoolFolder }),
  };
}
