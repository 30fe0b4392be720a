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
import { ReadFile } from './FilesReading';

export interface WantedFile {
  file: ReadFile;
  /** The first that is there is read. */
  paths: string[];
}

/** What is known of the place of a project before its files are asked for. */
export interface ListedPlace {
  /** Where signals found it; null when they looked and there is none, absent when they did not look. */
  codeowners?: string | null;
}

/**
 * What to ask a place for. Only a project is worth more than the file that would make it one. Its folder bounds what
 * describes it; CODEOWNERS is one for the whole repository, and names folders.
 */
export function wantedFiles(
  { path }: RepositoryLocation,
  listed: ListedPlace | undefined,
): WantedFile[] {
  const inFolder = (name: string) => [path ? `${path}/${name}` : name];
  return [
    { file: 'innersource.json', paths: inFolder('innersource.json') },
    { file: 'publiccode.yml', paths: listed ? inFolder('publiccode.yml') : [] },
    { file: 'codeowners', paths: listed ? ownersPaths(listed) : [] },
  ];
}

function ownersPaths({ codeowners }: ListedPlace): string[] {
  return codeowners === undefined
    ? ['.github/CODEOWNERS', 'CODEOWNERS']
    : [codeowners].filter(path => path !== null);
}
