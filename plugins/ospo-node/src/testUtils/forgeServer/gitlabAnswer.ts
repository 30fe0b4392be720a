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
  FictionalIssue,
  FictionalPerson,
  FictionalRepository,
} from './FictionalRepository';
import { ForgeQuestion, ForgeReply } from './ForgeReply';
import { listFolder } from './listFolder';

const NOT_FOUND: ForgeReply = {
  status: 404,
  body: { message: '404 Not Found' },
};

/** Answers as GitLab's REST API documents it, as far as it is asked here. */
export function gitlabAnswer(question: ForgeQuestion): ForgeReply {
  const [, id, rest] = /^\/projects\/([^/]+)(\/.*)?$/.exec(question.path) ?? [];
  const repository = question.repositories.find(
    ({ slug }) => slug === decodeURIComponent(id ?? ''),
  );
  return repository
    ? projectAnswer(repository, rest ?? '', question.query)
    : NOT_FOUND;
}

function projectAnswer(
  repository: FictionalRepository,
  rest: string,
  query: URLSearchParams,
): ForgeReply {
  const notes = /^\/(issues|merge_requests)\/(\d+)\/notes$/.exec(rest);
  if (notes) {
    return {
      list: notesOf(repository, notes[1] === 'merge_requests', notes[2]),
    };
  }
  const file = /^\/repository\/files\/([^/]+)$/.exec(rest)?.[1];
  if (file !== undefined) {
    return repository.files.includes(decodeURIComponent(file))
      ? {
          body: {
            file_path: decodeURIComponent(file),
            encoding: 'base64',
            content: Buffer.from(repository.readme).toString('base64'),
          },
        }
      : NOT_FOUND;
  }
  switch (rest) {
    case '':
      return { body: facts(repository) };
    case '/languages':
      return {
        body: Object.fromEntries(
          repository.languages.map((name, index) => [name, 80 - index * 20]),
        ),
      };
    case '/repository/commits':
      return commits(repository, query);
    case '/releases':
      return {
        list: repository.releases.map(({ name, at }) => ({
          name,
          tag_name: name,
          released_at: at.toISOString(),
          upcoming_release: false,
        })),
      };
    case '/repository/tags':
      return {
        list: repository.tags.map(({ name, at }) => ({
          name,
          commit: { committed_date: at.toISOString() },
        })),
      };
    case '/repository/tree':
      return tree(repository, query.get('path') ?? '');
    case '/issues':
      return { list: issues(repository, query, false) };
    case '/merge_requests':
      return { list: issues(repository, query, true) };
    default:
      return NOT_FOUND;
  }
}

function facts(repository: FictionalRepository): unknown {
  return {
    path_with_namespace: repository.slug,
    description: repository.description,
    created_at: repository.createdAt.toISOString(),
    last_activity_at: repository.pushedAt.toISOString(),
    default_branch: repository.defaultBranch,
    archived: repository.isArchived,
    visibility: 'internal',
    star_count: repository.stars,
    forks_count: repository.forks,
    open_issues_count: repository.issues.filter(
      ({ isOpen, isPullRequest }) => isOpen && !isPullRequest,
    ).length,
    topics: repository.topics,
    license: { key: repository.licence.toLowerCase() },
  };
}

function commits(
  repository: FictionalRepository,
  query: URLSearchParams,
): ForgeReply {
  const since = Date.parse(query.get('since') ?? '1970-01-01');
  const path = query.get('path');
  return {
    list: repository.commits
      .filter(commit => commit.at.getTime() >= since)
      .filter(commit => path === null || commit.path.startsWith(`${path}/`))
      .map(({ sha, at, author, isMerge }) => ({
        id: sha,
        author_name: author.name,
        author_email: author.email,
        committed_date: at.toISOString(),
        parent_ids: isMerge ? ['a', 'b'] : ['a'],
      })),
  };
}

function tree(repository: FictionalRepository, folder: string): ForgeReply {
  const entries = listFolder(repository.files, folder);
  return entries
    ? {
        list: entries.map(({ name, path, kind, sha }) => ({
          id: sha,
          name,
          path,
          type: kind === 'dir' ? 'tree' : 'blob',
        })),
      }
    : NOT_FOUND;
}

/** Several labels have to be on an issue all at once. Newest first. */
function issues(
  repository: FictionalRepository,
  query: URLSearchParams,
  areMergeRequests: boolean,
): unknown[] {
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const after = Date.parse(query.get('created_after') ?? '1970-01-01');
  return repository.issues
    .filter(issue => Boolean(issue.isPullRequest) === areMergeRequests)
    .filter(issue => query.get('state') !== 'opened' || issue.isOpen)
    .filter(issue => issue.openedAt.getTime() >= after)
    .filter(issue => labels.every(label => issue.labels.includes(label)))
    .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
    .map(issue => issueBody(repository, issue));
}

function issueBody(
  repository: FictionalRepository,
  issue: FictionalIssue,
): unknown {
  const kind = issue.isPullRequest ? 'merge_requests' : 'issues';
  return {
    iid: issue.number,
    title: issue.title,
    web_url: `https://forge.example/${repository.slug}/-/${kind}/${issue.number}`,
    labels: issue.labels,
    state: issue.isOpen ? 'opened' : 'closed',
    created_at: issue.openedAt.toISOString(),
    user_notes_count: issue.comments.length,
    author: user(issue.author),
    merged_at: issue.mergedAt?.toISOString() ?? null,
    merge_user: null,
  };
}

function user(person: FictionalPerson): unknown {
  return {
    username: person.isBot ? 'project_7_bot_0a1b' : person.handle,
    name: person.name,
  };
}

function notesOf(
  repository: FictionalRepository,
  ofMergeRequest: boolean,
  iid: string,
): unknown[] {
  const issue = repository.issues.find(
    one =>
      one.number === Number(iid) &&
      Boolean(one.isPullRequest) === ofMergeRequest,
  );
  return (issue?.comments ?? []).map(({ author, at }) => ({
    author: user(author),
    created_at: at.toISOString(),
    system: false,
  }));
}
