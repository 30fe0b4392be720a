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

import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { FilesReading, placeOf } from '../files/FilesReading';
import { ImportedRepository } from '../signals';
import { KeptSignals } from '../SignalsReader';
import { RepositoryEvidence } from './listingOf';

export interface EvidenceSources {
  /** By place. */
  readFiles: () => Promise<ReadonlyMap<string, FilesReading>>;
  /** By entity ref. */
  readSignals: () => Promise<ReadonlyMap<string, KeptSignals>>;
  readImported: () => Promise<readonly ImportedRepository[]>;
}

/** What is known of repositories from elsewhere than the catalog. */
export type Evidence = (
  ref: string,
  repository: RepositoryLocation,
) => RepositoryEvidence;

/** Reads it once for a whole pass; undefined when there is none, so that nobody needs to look for repositories. */
export async function readEvidence(
  sources: EvidenceSources,
): Promise<Evidence | undefined> {
  const [files, signals, imported] = await Promise.all([
    sources.readFiles(),
    sources.readSignals(),
    sources.readImported(),
  ]);
  if (files.size + signals.size + imported.length === 0) {
    return undefined;
  }
  const rows = importedBySlug(imported);
  return (ref, repository) => {
    const row = rows.get(slugKey(repository));
    const topics = [
      ...(signals.get(ref)?.parts.facts?.value.topics ?? []),
      ...(row?.parts.facts?.value.topics ?? []),
      ...(row?.fields.topics ?? []),
    ];
    const file = files.get(placeOf(repository))?.files['innersource.json'];
    return {
      // What a forge answers to everything is a file of none of its repositories.
      innerSourceJson: file?.isForeign ? undefined : file?.path,
      topics,
      imported: row?.slug,
    };
  };
}

/** Rows of imported lists by host and slug, in lower case. */
export function importedBySlug(
  imported: readonly ImportedRepository[],
): Map<string, ImportedRepository> {
  return new Map(
    imported.map(row => [`${row.host}/${row.slug}`.toLowerCase(), row]),
  );
}

export function slugKey({ host, slug }: RepositoryLocation): string {
  return `${host}/${slug}`.toLowerCase();
}
