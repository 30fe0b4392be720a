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

import { RepositoryFiles } from '../repositorySignals';

/** Folders that hold what tells how to take part, in the root and in a project's folder. */
const FOLDERS = new Set([
  '.github',
  '.github/ISSUE_TEMPLATE',
  '.gitlab',
  '.gitlab/issue_templates',
  '.gitlab/merge_request_templates',
  'docs',
]);

/** What lies in one folder of a repository. @public */
export interface FolderListing {
  entries: { path: string; isFolder: boolean }[];
  /** Whether these are all. */
  complete: boolean;
}

const README = /^readme(\.(md|markdown|rst|txt|adoc))?$/i;
const MAX_README_LENGTH = 200_000;

/**
 * Lists the files of the root and of the project's folder, and of the folders in them that tell how to take part, and
 * reads the README.
 *
 * @public
 */
export async function readTakingPart(options: {
  root: FolderListing;
  projectFolder: string | undefined;
  /** Undefined when there is no such folder. */
  list: (folder: string) => Promise<FolderListing | undefined>;
  /** Undefined when it cannot be read as text. */
  readText: (path: string) => Promise<string | undefined>;
}): Promise<RepositoryFiles> {
  const { list, projectFolder, readText, root } = options;
  const paths = new Set<string>();
  let truncated = false;
  const listings = [root];
  if (projectFolder !== undefined) {
    const listing = await list(projectFolder);
    listings.push(...(listing ? [listing] : []));
  }
  for (const { complete, entries } of listings) {
    truncated ||= !complete;
    for (const { isFolder, path } of entries) {
      if (!isFolder) {
        paths.add(path);
      } else if (FOLDERS.has(within(path, projectFolder))) {
        const listing = await list(path);
        listings.push(...(listing ? [listing] : []));
      }
    }
  }
  const files = { paths: [...paths].sort(), truncated };
  const path = findReadme(files.paths, projectFolder);
  const text = path === undefined ? undefined : await readText(path);
  return path === undefined || text === undefined
    ? files
    : { ...files, readme: { path, text: text.slice(0, MAX_README_LENGTH) } };
}

/** In the project's folder, else in the root. */
function findReadme(
  paths: readonly string[],
  projectFolder: string | undefined,
): string | undefined {
  const readmeIn = (folder: string) =>
    paths.find(
      path => path.startsWith(folder) && README.test(path.slice(folder.length)),
    );
  const own =
    projectFolder === undefined ? undefined : readmeIn(`${projectFolder}/`);
  return own ?? readmeIn('');
}

function within(path: string, projectFolder: string | undefined): string {
  return projectFolder !== undefined && path.startsWith(`${projectFolder}/`)
    ? path.slice(projectFolder.length + 1)
    : path;
}
