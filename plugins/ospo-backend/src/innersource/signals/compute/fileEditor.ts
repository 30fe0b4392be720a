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

import { BaseDocument } from '@ospo-suite/backstage-plugin-ospo-common';
import { ComputeContext, ProjectFacts } from './ProjectFacts';

/** What the file is called when there is none yet. */
const NEW_FILES: Partial<Record<BaseDocument, string>> = {
  readme: 'README.md',
  contributing: 'CONTRIBUTING.md',
  'code-of-conduct': 'CODE_OF_CONDUCT.md',
  licence: 'LICENSE',
  support: 'SUPPORT.md',
  changelog: 'CHANGELOG.md',
  security: 'SECURITY.md',
};

/** The forge's page that edits the document, or begins a new one. Undefined where no such page is known. */
export function documentEditUrl(
  document: BaseDocument,
  facts: ProjectFacts,
  { forgeOf }: Pick<ComputeContext, 'forgeOf'>,
): string | undefined {
  const { repository } = facts.declared;
  const forge = repository && forgeOf(repository.host);
  const branch =
    repository?.ref ?? facts.kept?.parts.facts?.value.defaultBranch;
  const base = repository && webUrl(repository.url);
  if (!forge || !branch || !base) {
    return undefined;
  }
  const documents = facts.kept?.parts.files?.value.documents ?? [];
  const file = documents.find(
    one => one.document === document && one.as === 'file',
  )?.where;
  if (file) {
    return editUrl(base, forge, branch, file);
  }
  if (document === 'communication') {
    // Nobody has a file of that name; it is a section of the README.
    const readme = documents.find(
      one => one.document === 'readme' && one.as === 'file',
    );
    return readme && editUrl(base, forge, branch, readme.where);
  }
  const name = newFile(document, forge);
  const folder = repository.path ? `${repository.path}/` : '';
  const path = document === 'codeowners' ? name : name && folder + name;
  return path && newUrl(base, forge, branch, path);
}

function newFile(
  document: BaseDocument,
  forge: 'github' | 'gitlab',
): string | undefined {
  return document === 'codeowners'
    ? `.${forge}/CODEOWNERS`
    : NEW_FILES[document];
}

function editUrl(
  base: string,
  forge: 'github' | 'gitlab',
  branch: string,
  path: string,
): string {
  return `${base}${forge === 'gitlab' ? '/-' : ''}/edit/${encodePath(
    branch,
  )}/${encodePath(path)}`;
}

function newUrl(
  base: string,
  forge: 'github' | 'gitlab',
  branch: string,
  path: string,
): string {
  return forge === 'gitlab'
    ? `${base}/-/new/${encodePath(branch)}?file_name=${encodeURIComponent(
        path,
      )}`
    : `${base}/new/${encodePath(branch)}?filename=${encodeURIComponent(path)}`;
}

function webUrl(text: string): string | undefined {
  try {
    const url = new URL(text);
    return ['http:', 'https:'].includes(url.protocol) &&
      !url.username &&
      !url.password
      ? `${url.origin}${url.pathname.replace(/\/+$/, '')}`
      : undefined;
  } catch {
    return undefined;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
