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
  countCommits,
  isBotName,
  ReadRepositoryOptions,
  RepositoryCommits,
  RepositoryPart,
  startOfYear52,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GitCommit, GitCopy } from './GitCopy';

/** Commits of the copy without merges, bounded by the folder. */
export async function readCommits(
  copy: GitCopy,
  { isBot, now, repository }: ReadRepositoryOptions,
): Promise<RepositoryPart<RepositoryCommits>> {
  const { path: folder } = repository;
  const isBotCommit = ({ email, name }: GitCommit) =>
    isBotName(name, isBot) || isBotName(email.split('@')[0], isBot);
  const commits = await listCommits(copy, folder);
  const value = countCommits({
    commits: commits.map(commit => ({
      committedAt: commit.committedAt.toISOString(),
      email: commit.email,
      isBot: isBotCommit(commit),
    })),
    start: startOfYear52(now),
    bounded: folder !== undefined,
  });
  const last = commits.find(commit => !isBotCommit(commit));
  if (folder !== undefined && commits.length === 0) {
    const listing = await copy.listFolder(folder);
    if (listing.length === 0) {
      return {
        state: 'unavailable',
        note: `There is no folder '${folder}'. Check the path in 'backstage.io/source-location'.`,
      };
    }
  }
  return {
    state: 'read',
    value: {
      ...value,
      ...(last ? { lastHumanCommitAt: last.committedAt.toISOString() } : {}),
    },
  };
}

async function listCommits(
  copy: GitCopy,
  folder: string | undefined,
): Promise<GitCommit[]> {
  const cutOff = folder === undefined ? new Set<string>() : await copy.cutOff();
  return (await copy.log(folder)).filter(
    ({ isMerge, sha }) => !isMerge && !cutOff.has(sha),
  );
}
