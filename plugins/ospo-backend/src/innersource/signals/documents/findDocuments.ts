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
  baseDocuments,
  BaseDocument,
  FoundDocument,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RepositoryFiles } from '@ospo-suite/backstage-plugin-ospo-node';
import { StoredParts } from '../../SignalsReader';
import { documentsOfPaths } from './documentPaths';
import { documentsOfReadme } from './readmeDocuments';

const MAX_PATHS = 20_000;
const MAX_PATH = 1_000;

/** Base documentation found as a file, else as a section of the README, else as a link from it. */
export function findDocuments(
  files: RepositoryFiles,
  folder?: string,
): StoredParts['files'] {
  const paths = files.paths
    .slice(0, MAX_PATHS)
    .filter(path => path.length <= MAX_PATH && !path.includes('@'));
  const found = new Map<BaseDocument, FoundDocument>();
  for (const one of [
    ...documentsOfPaths(paths, folder),
    ...(files.readme ? documentsOfReadme(files.readme.text) : []),
  ]) {
    if (!found.has(one.document)) {
      found.set(one.document, one);
    }
  }
  const hasReadme = found.has('readme');
  return {
    documents: baseDocuments.flatMap(id => found.get(id) ?? []),
    complete: !files.truncated && files.paths.length <= MAX_PATHS,
    // Without a README there is no section or link that could have been missed.
    readmeRead: files.readme !== undefined || !hasReadme,
  };
}
