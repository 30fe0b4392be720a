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
import { SbomLimits } from '@ospo-suite/sbom-reader';
import { ReadSbomFile } from '../DefaultSbomInbox';
import { DocumentStore } from '../DocumentStore';
import { DocumentUsage } from '../DocumentUsage';
import { SbomSpool } from '../spool/SbomSpool';
import { toDocumentUsages } from '../toDocumentUsages';

/** Reads documents anew that were stored before. */
export class StoredUsagesReader {
  readonly #options: {
    documents: DocumentStore;
    spool: SbomSpool;
    readSbomFile: ReadSbomFile;
    limits: SbomLimits;
    logger: LoggerService;
  };

  static create(options: {
    documents: DocumentStore;
    spool: SbomSpool;
    readSbomFile: ReadSbomFile;
    limits: SbomLimits;
    logger: LoggerService;
  }): StoredUsagesReader {
    return new StoredUsagesReader(options);
  }

  private constructor(options: {
    documents: DocumentStore;
    spool: SbomSpool;
    readSbomFile: ReadSbomFile;
    limits: SbomLimits;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** The usages that a document states; undefined when it is refused today. */
  async read(documentId: number): Promise<DocumentUsage[] | undefined> {
    const { documents, spool, readSbomFile, limits, logger } = this.#options;
    // It was accepted once, so its size is no reason to refuse it now.
    const spooled = await spool.receive(documents.open(documentId), {
      maxBytes: Number.MAX_SAFE_INTEGER,
    });
    try {
      const reading = await readSbomFile(await spooled.file(), { limits });
      if (!reading.ok) {
        logger.warn(
          `A stored SBOM can no longer be read, so what it stands for is unknown until a new one comes: ${reading.error.message}`,
          { documentId, code: reading.error.code },
        );
        return undefined;
      }
      return await toDocumentUsages(reading.components);
    } finally {
      await spooled.remove();
    }
  }
}
