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
  BaseDocument,
  FoundDocument,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** Where the forges and projects look for such files; of the project's folder, `.github`, `.gitlab` and `docs`. */
const FOLDERS = ['', '.github/', '.gitlab/', 'docs/'];

const TEXT = String.raw`(?:\.(?:md|markdown|mdown|rst|adoc|asciidoc|txt|org))?`;

/** Name of a file or folder, without its folder and in lower case. */
const NAMES: readonly [BaseDocument, RegExp][] = [
  ['readme', new RegExp(`^readme${TEXT}$`)],
  ['contributing', new RegExp(`^(?:contributing|contribute)${TEXT}$`)],
  ['communication', new RegExp(`^communications?${TEXT}$`)],
  ['code-of-conduct', new RegExp(`^code[-_ ]of[-_ ]conduct${TEXT}$`)],
  [
    'licence',
    new RegExp(`^(?:licen[cs]e|copying|unlicense)(?:[-.][\\w.-]+)?$`),
  ],
  ['codeowners', /^codeowners$/],
  ['support', new RegExp(`^support${TEXT}$`)],
  [
    'changelog',
    new RegExp(`^(?:changelog|changes|history|release[-_]notes|news)${TEXT}$`),
  ],
  ['security', new RegExp(`^security${TEXT}$`)],
  ['pull-request-template', new RegExp(`^pull_request_template${TEXT}$`)],
  ['issue-templates', new RegExp(`^issue_template${TEXT}$`)],
];

/** Folders all files of which count. */
const TEMPLATE_FOLDERS: readonly [BaseDocument, RegExp][] = [
  [
    'issue-templates',
    /^(?:\.github\/issue_template|\.gitlab\/issue_templates)\/[^/]+\.(?:md|ya?ml)$/,
  ],
  [
    'pull-request-template',
    /^(?:\.github\/pull_request_template|\.gitlab\/merge_request_templates)\/[^/]+\.md$/,
  ],
];

/**
 * Base documentation among the files of a repository, each once: nearest to the project first, then the shortest path.
 *
 * @param folder - the folder that bounds the project; its own files come before those of the root
 */
export function documentsOfPaths(
  paths: readonly string[],
  folder?: string,
): FoundDocument[] {
  const bases = folder ? [`${folder}/`, ''] : [''];
  const found = new Map<BaseDocument, { rank: number; path: string }>();
  for (const path of paths) {
    for (const [index, base] of bases.entries()) {
      const document = path.startsWith(base)
        ? documentOf(path.slice(base.length))
        : undefined;
      const known = document && found.get(document.id);
      const rank = index * FOLDERS.length + (document?.folder ?? 0);
      if (
        document &&
        (!known ||
          rank < known.rank ||
          (rank === known.rank && path.length < known.path.length))
      ) {
        found.set(document.id, { rank, path });
      }
    }
  }
  return [...found].map(([document, { path }]) => ({
    document,
    as: 'file',
    where: path,
  }));
}

function documentOf(
  path: string,
): { id: BaseDocument; folder: number } | undefined {
  const lower = path.toLowerCase();
  for (const [folder, prefix] of FOLDERS.entries()) {
    const name = lower.slice(prefix.length);
    const id =
      lower.startsWith(prefix) && !name.includes('/')
        ? NAMES.find(([, pattern]) => pattern.test(name))?.[0]
        : undefined;
    if (id) {
      return { id, folder };
    }
  }
  const template = TEMPLATE_FOLDERS.find(([, pattern]) => pattern.test(lower));
  return template && { id: template[0], folder: 0 };
}
