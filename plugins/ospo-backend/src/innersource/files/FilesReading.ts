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

import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { ProjectFields } from '../discovery/CatalogFacts';

/** The files that are read, by the source that they are of a field. */
export const readFiles = [
  'innersource.json',
  'publiccode.yml',
  'codeowners',
] as const;
export type ReadFile = (typeof readFiles)[number];

/** One file as it was last understood, with what is wrong with it now; a file that is not there has no fields. */
export interface FileReading {
  path: string;
  etag?: string;
  /** Something is there, and never was it what its name says: a forge may answer a page to sign in on. */
  isForeign?: true;
  fields: ProjectFields;
  findings: OspoFinding[];
}

/** What the files at one place say. */
export interface FilesReading {
  files: Partial<Record<ReadFile, FileReading>>;
  /** Only `innersource.json` was asked for, because nothing listed the repository. */
  isCandidate?: true;
  /** Paths that were asked for already when the budget broke off the reading. */
  asked?: string[];
  /** Why the last try failed, for people; the files are as they were then. */
  problem?: string;
}

/** Whether projects are told anything else by the one than by the other. */
export function tellsTheSame(
  a: FilesReading | undefined,
  b: FilesReading | undefined,
): boolean {
  const told = (of: FilesReading | undefined) =>
    JSON.stringify([of?.files ?? {}, of?.problem]);
  return told(a) === told(b);
}

/** Where files lie, as a key: the same for all projects of one folder. */
export function placeOf(repository: RepositoryLocation): string {
  const { url, ref = '', path = '' } = repository;
  return JSON.stringify([url, ref, path]);
}

/** What the keys of all places on a host begin with. */
export function placesOn(host: string): string[] {
  return ['https', 'http'].map(scheme => `["${scheme}://${host}/`);
}

export function repositoryAt(place: string): RepositoryLocation {
  // Written by `placeOf` alone.
  const [url, ref, path] = JSON.parse(place) as [string, string, string];
  const { host, pathname } = new URL(url);
  return {
    url,
    host,
    slug: pathname.replace(/^\/+|\/+$/g, ''),
    ...(ref ? { ref } : {}),
    ...(path ? { path } : {}),
  };
}
