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

import { ForgeQuestion, ForgeReply } from './ForgeReply';
import {
  FictionalCommit,
  FictionalIssue,
  FictionalPerson,
  FictionalRepository,
} from './FictionalRepository';
import { listFolder } from './listFolder';

const WEEK_S = 7 * 24 * 60 * 60;

/** Answers as GitHub's REST API documents it, as far as it is asked here. */
export function githubAnswer(question: ForgeQuestion): ForgeReply {
  const { path, repositories, query } = question;
  if (path === '/search/issues') {
    return searchIssues(repositories, query);
  }
  const [, owner, name, rest] =
    /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const repository = repositories.find(
    ({ slug }) => slug.toLowerCase() === `${owner}/${name}`.toLowerCase(),
  );
  return repository
    ? repositoryAnswer(repository, rest ?? '', question)
    : { status: 404, body: { message: 'Not Found' } };
}

function repositoryAnswer(
  repository: FictionalRepository,
  rest: string,
  question: ForgeQuestion,
): ForgeReply {
  const { query } = question;
  const path = /^\/contents\/?(.*)$/.exec(rest)?.[1];
  if (path !== undefined) {
    return contents(repository, decodeURIComponent(path));
  }
  const reviewed = /^\/pulls\/(\d+)\/reviews$/.exec(rest)?.[1];
  if (reviewed !== undefined) {
    return { list: reviewsOf(repository, Number(reviewed)) };
  }
  switch (rest) {
    case '':
      return { body: facts(repository) };
    case '/commits':
      return commits(repository, query);
    case '/stats/contributors':
      return { body: contributors(repository, question.now) };
    case '/releases':
      return {
        list: repository.releases.map(({ name, at }) => ({
          name,
          tag_name: name,
          draft: false,
          published_at: at.toISOString(),
        })),
      };
    case '/tags':
      return {
        list: repository.tags.map(({ name, sha }) => ({
          name,
          commit: { sha },
        })),
      };
    case '/issues':
      return {
        list: [...repository.issues]
          .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
          .map(issue => issueBody(repository, issue)),
      };
    case '/issues/comments':
      return { list: comments(repository, false) };
    case '/pulls/comments':
      return { list: comments(repository, true) };
    default:
      return { status: 404, body: { message: 'Not Found' } };
  }
}

function contents(
  { files, readme }: FictionalRepository,
  path: string,
): ForgeReply {
  if (files.includes(path)) {
    const content = Buffer.from(readme).toString('base64');
    return { body: { path, type: 'file', encoding: 'base64', content } };
  }
  const entries = listFolder(files, path);
  return entries
    ? {
        body: entries.map(({ name, path: at, kind, sha }) => ({
          name,
          path: at,
          sha,
          type: kind,
        })),
      }
    : { status: 404, body: { message: 'Not Found' } };
}

function facts(repository: FictionalRepository): unknown {
  return {
    full_name: repository.slug,
    description: repository.description,
    created_at: repository.createdAt.toISOString(),
    updated_at: repository.pushedAt.toISOString(),
    pushed_at: repository.pushedAt.toISOString(),
    default_branch: repository.defaultBranch,
    archived: repository.isArchived,
    visibility: 'internal',
    stargazers_count: repository.stars,
    forks_count: repository.forks,
    subscribers_count: repository.subscribers,
    open_issues_count: repository.issues.filter(({ isOpen }) => isOpen).length,
    topics: repository.topics,
    language: repository.languages[0] ?? null,
    license: {
      key: repository.licence.toLowerCase(),
      spdx_id: repository.licence,
    },
  };
}

function commits(
  repository: FictionalRepository,
  query: URLSearchParams,
): ForgeReply {
  if (repository.commits.length === 0) {
    return { status: 409, body: { message: 'Git Repository is empty.' } };
  }
  const since = Date.parse(query.get('since') ?? '1970-01-01');
  const path = query.get('path');
  return {
    list: repository.commits
      .filter(commit => commit.at.getTime() >= since)
      .filter(commit => path === null || commit.path.startsWith(`${path}/`))
      .map(commitBody),
  };
}

function commitBody({ sha, at, author, isMerge }: FictionalCommit): unknown {
  const date = at.toISOString();
  return {
    sha,
    commit: {
      author: { name: author.name, email: author.email, date },
      committer: { name: author.name, email: author.email, date },
    },
    author: author.handle === undefined ? nobody(sha) : user(author),
    parents: isMerge ? [{ sha: 'a' }, { sha: 'b' }] : [{ sha: 'a' }],
  };
}

/** Both are documented. */
function nobody(sha: string): unknown {
  return /^[0-7]/.test(sha) ? null : {};
}

function user(person: FictionalPerson): unknown {
  return { login: person.handle, type: person.isBot ? 'Bot' : 'User' };
}

/** Weeks begin on Sunday, and are told from the first commit on. */
function contributors(repository: FictionalRepository, now: Date): unknown {
  const authors = new Map<string, FictionalPerson>();
  for (const { author } of repository.commits) {
    if (author.handle) {
      authors.set(author.handle, author);
    }
  }
  const thisWeek = startOfWeek(now);
  return [...authors].map(([handle, person]) => ({
    author: user(person),
    weeks: Array.from({ length: 60 }, (_, index) => {
      const w = thisWeek - (59 - index) * WEEK_S;
      return {
        w,
        a: 0,
        d: 0,
        c: repository.commits.filter(
          commit =>
            commit.author.handle === handle &&
            !commit.isMerge &&
            startOfWeek(commit.at) === w,
        ).length,
      };
    }),
  }));
}

function startOfWeek(at: Date): number {
  const midnight = Math.floor(at.getTime() / 86_400_000) * 86_400;
  return midnight - at.getUTCDay() * 86_400;
}

function issueBody(
  repository: FictionalRepository,
  issue: FictionalIssue,
): Record<string, unknown> {
  return {
    number: issue.number,
    title: issue.title,
    html_url: `https://forge.example/${repository.slug}/issues/${issue.number}`,
    labels: issue.labels.map(name => ({ name })),
    state: issue.isOpen ? 'open' : 'closed',
    created_at: issue.openedAt.toISOString(),
    comments: issue.comments.filter(({ isReview }) => !isReview).length,
    user: user(issue.author),
    ...(issue.isPullRequest
      ? { pull_request: { merged_at: issue.mergedAt?.toISOString() ?? null } }
      : {}),
  };
}

/** Newest first. */
function comments(repository: FictionalRepository, ofCode: boolean): unknown[] {
  return ofCode
    ? []
    : repository.issues
        .flatMap(issue =>
          issue.comments
            .filter(({ isReview }) => !isReview)
            .map(comment => ({ ...comment, number: issue.number })),
        )
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .map(({ author, at, number }) => ({
          issue_url: `https://api.forge.example/repos/${repository.slug}/issues/${number}`,
          created_at: at.toISOString(),
          user: user(author),
        }));
}

function reviewsOf(repository: FictionalRepository, number: number): unknown[] {
  const issue = repository.issues.find(one => one.number === number);
  return (issue?.comments ?? [])
    .filter(({ isReview }) => isReview)
    .map(({ author, at }) => ({
      user: user(author),
      submitted_at: at.toISOString(),
    }));
}

/** Understands `repo:`, `is:issue`, `is:open` and `label:"a","b"`, which is what is asked. */
function searchIssues(
  repositories: readonly FictionalRepository[],
  query: URLSearchParams,
): ForgeReply {
  const q = query.get('q') ?? '';
  const slug = /repo:(\S+)/.exec(q)?.[1];
  const labels = [
    ...(/label:(("[^"]*",?)+)/.exec(q)?.[1] ?? '').matchAll(/"([^"]*)"/g),
  ].map(match => match[1].toLowerCase());
  const repository = repositories.find(one => one.slug === slug);
  if (!repository || !q.includes('is:issue')) {
    return { status: 422, body: { message: 'Validation Failed' } };
  }
  const found = repository.issues.filter(
    issue =>
      issue.isOpen &&
      !issue.isPullRequest &&
      issue.labels.some(label => labels.includes(label.toLowerCase())),
  );
  return {
    body: {
      total_count: found.length,
      incomplete_results: false,
      items: found.map(issue => issueBody(repository, issue)),
    },
  };
}
