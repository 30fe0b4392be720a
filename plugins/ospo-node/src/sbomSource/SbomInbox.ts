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

import { IngestReport } from '@ospo-suite/backstage-plugin-ospo-common';

/** @public */
export interface ReceiveSbomOptions {
  entityRef: string;
  /** The artefact; the entity's name when absent. */
  target?: string;
  /** Branch, release or environment; `main` when absent. */
  stream?: string;
  /** Id of the source that brings it: `push`, `upload`, `annotation`, or a module's. */
  source: string;
  /**
   * `YYYY-MM-DD`: import a document of former times as if it had come on that day, so that trends and "since" tell
   * when things were in use. Refused when it lies in the future, or before what the trends already hold.
   */
  asOf?: string;
  /** The bytes as they came, compressed or not. */
  document: AsyncIterable<Uint8Array>;
  signal?: AbortSignal;
}

/**
 * Where every SBOM enters, whichever way it came. Checks no permission: its callers do.
 *
 * Throws `SbomRefusedError` (status 413, 415 or 422, with findings) when the document cannot be understood or breaks
 * a limit, `InputError` or `ConflictError` when `asOf` is no day that can be taken, and `NotFoundError` when the catalog has no such entity; nothing is stored then.
 *
 * @public
 */
export interface SbomInbox {
  receive(options: ReceiveSbomOptions): Promise<IngestReport>;
}
