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

import { SbomDocument, SbomFinding } from '@ospo-suite/sbom-reader';
import { DocumentUsage } from './DocumentUsage';

/** A document that was read, with all that its transaction writes. */
export interface PreparedDocument {
  entityId: number;
  entityRef: string;
  target: string;
  stream: string;
  source: string;
  sha256: string;
  bytes: number;
  /** The bytes as they came, in pieces that are deflated one by one. */
  chunks: Buffer[];
  document: SbomDocument;
  findings: SbomFinding[];
  usages: DocumentUsage[];
  /** ISO 8601 UTC; of an import, noon of the day that it counts for. */
  receivedAt: string;
  /** True for a document of former times, which must not come after later ones. */
  isImport: boolean;
}
