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

import { execFileSync } from 'node:child_process';

export interface WrittenCommit {
  at: Date;
  name: string;
  email: string;
  path: string;
  /** Merges this earlier commit, counted from 0. */
  merges?: number;
  tag?: string;
}

/** Makes a repository with these commits, the oldest first, on the branch main. */
export function writeRepository(
  folder: string,
  commits: readonly WrittenCommit[],
): void {
  const git = (args: string[], input?: string) =>
    execFileSync('git', args, {
      input,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: folder },
    });
  git(['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  if (commits.length === 0) {
    return;
  }
  const stream = commits.flatMap((commit, index) => {
    const { at, email, merges, name, path, tag } = commit;
    const who = `${name} <${email}> ${Math.floor(at.getTime() / 1000)} +0000`;
    const text = `change ${index}`;
    return [
      'commit refs/heads/main',
      `mark :${index + 1}`,
      `author ${who}`,
      `committer ${who}`,
      `data ${text.length}`,
      text,
      ...(merges === undefined ? [] : [`merge :${merges + 1}`]),
      `M 100644 inline ${path}`,
      `data ${text.length}`,
      text,
      ...(tag === undefined
        ? []
        : [
            `tag ${tag}`,
            `from :${index + 1}`,
            `tagger ${who}`,
            `data ${tag.length}`,
            tag,
          ]),
    ];
  });
  git(['-C', folder, 'fast-import', '--quiet'], `${stream.join('\n')}\n`);
}
