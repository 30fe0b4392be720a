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

import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';

/** A place where one component's SBOM can be had. @public */
export interface SbomLocation {
  /** Identifies the place within the source: a URL, or an id of the system that is asked. At most 2,000 characters. */
  location: string;
  /** The artefact it describes; the entity's name when absent. */
  target?: string;
  /** Branch, release or environment; `main` when absent. */
  stream?: string;
}

/** @public */
export interface FetchSbomOptions {
  location: SbomLocation;
  entity: Entity;
  /** What the last successful fetch returned, so that the source can ask whether anything changed. */
  etag?: string;
  credentials: BackstageCredentials<BackstageServicePrincipal>;
  signal: AbortSignal;
}

/** @public */
export type FetchSbomResult =
  | { outcome: 'fetched'; document: AsyncIterable<Uint8Array>; etag?: string }
  | { outcome: 'unchanged' };

/**
 * Gives the SBOMs of catalog entities. The ingest asks on a schedule, once across replicas, keeps to the budget of
 * each host, backs off when told so, and keeps the last good state when a fetch fails.
 *
 * A failing fetch throws: `NotFoundError` when nothing is there, `NotAllowedError` when access is refused,
 * `InputError` when what is there cannot be an SBOM, `ServiceUnavailableError` when it should be tried later,
 * `RetryLaterError` when the whole system asks to be left alone for a time. The message of these is shown on the
 * entity, so it names the mend and holds no secret; of any other error the message stays in the log.
 *
 * @public
 */
export interface SbomSource {
  /** Unique among the sources, kebab-case; shown with each snapshot. */
  readonly id: string;
  /**
   * The places that this entity names, and a finding for each value that cannot be used. Makes no requests, and reads
   * nothing of the entity but `apiVersion`, `kind`, `metadata`, `relations` and the `type`, `lifecycle`, `owner` and
   * `system` of its `spec`: the rest may be absent.
   */
  locate(entity: Entity): {
    locations: SbomLocation[];
    problems: { code: string; where: string; message: string; mend: string }[];
  };
  /** Key of the request budget that this location draws on, normally the host name. At most 300 characters. */
  budgetKey(location: SbomLocation): string;
  fetch(options: FetchSbomOptions): Promise<FetchSbomResult>;
}
