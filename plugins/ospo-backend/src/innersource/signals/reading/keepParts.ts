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
  RepositoryFacts,
  RepositoryHelp,
  RepositoryLocation,
  RepositoryParts,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { plainText } from '../../../shared/plainText';
import { withoutAddresses } from '../../../shared/withoutAddresses';
import { StoredParts } from '../../SignalsReader';
import { findDocuments } from '../documents/findDocuments';
import { readReadme } from '../documents/readReadme';
import { FilesForge } from '../files/fileUrls';
import { countOrigins, isPerson } from '../org/countOrigins';
import { countResponses, CountResponsesOptions } from '../org/countResponses';
import { personKey } from '../org/Organisation';
import { MIN_PEOPLE } from '../org/Tally';

const MAX_TEXT = 500;
const MAX_ITEMS = 50;
const MAX_WEEKS = 104;

export interface KeepPartsOptions
  extends Omit<CountResponsesOptions, 'ownerRef'> {
  repository: RepositoryLocation;
  /** Absent when files of the host have no page that can be named. */
  filesForge?: FilesForge;
  /** Absent when the catalog has no owner of the project: then nobody is inside or outside. */
  ownerRef?: string;
}

type Keepers = {
  [Name in keyof RepositoryParts]: (
    value: RepositoryParts[Name],
    options: KeepPartsOptions,
  ) => StoredParts[Name] | { untold: string };
};

/**
 * What is kept of each part: without people, and without a number about fewer than three of them. Texts are plain, of
 * bounded length and hold no address.
 */
export const keepers: Keepers = {
  facts: keepFacts,
  commits: keepCommits,
  releases: ({ count, latest }) => ({
    count: whole(count) ?? 0,
    ...(latest &&
      time(latest.at) && {
        latest: { name: text(latest.name), at: time(latest.at) ?? '' },
      }),
  }),
  files: (files, { repository, filesForge }) => ({
    ...findDocuments(files, repository.path),
    ...(files.readme && {
      readme: readReadme(files.readme, { repository, filesForge }),
    }),
  }),
  help: keepHelp,
  responses: (responses, options) => {
    const { ownerRef } = options;
    return ownerRef
      ? countResponses(responses, { ...options, ownerRef })
      : {
          untold:
            'Without an owner in the catalog nobody can be told to be an outsider.',
        };
  },
};

function keepFacts(facts: RepositoryFacts): StoredParts['facts'] {
  return withoutAbsent({
    description: facts.description && text(facts.description),
    createdAt: time(facts.createdAt),
    updatedAt: time(facts.updatedAt),
    pushedAt: time(facts.pushedAt),
    defaultBranch: facts.defaultBranch && text(facts.defaultBranch),
    archived: facts.archived,
    visibility: facts.visibility,
    stars: whole(facts.stars),
    forks: whole(facts.forks),
    subscribers: whole(facts.subscribers),
    openIssues: whole(facts.openIssues),
    topics: facts.topics?.slice(0, MAX_ITEMS).map(text),
    languages: facts.languages?.slice(0, MAX_ITEMS).map(text),
    licence: facts.licence && text(facts.licence),
  });
}

function keepCommits(
  commits: RepositoryParts['commits'],
  options: KeepPartsOptions,
): StoredParts['commits'] {
  const { ownerRef } = options;
  const { authors, bounded } = commits;
  return withoutAbsent({
    bounded,
    humanWeeks: weeks(commits.humanWeeks),
    allWeeks: weeks(commits.allWeeks),
    botCommits: whole(commits.botCommits),
    lastHumanCommitAt: time(commits.lastHumanCommitAt),
    firstCommitAt: time(commits.firstCommitAt),
    humanAuthors: fewOrMore(
      commits.humanAuthors ?? (authors && countPeople(authors, options)),
    ),
    origins:
      authors && ownerRef
        ? countOrigins(authors, { ...options, ownerRef })
        : undefined,
  });
}

/** The number of people as it may be stored. */
export function fewOrMore(
  people: number | undefined,
): number | 'few' | undefined {
  const count = whole(people);
  return count !== undefined && count > 0 && count < MIN_PEOPLE ? 'few' : count;
}

/** One person may commit under several addresses, of which the catalog knows some. */
function countPeople(
  authors: NonNullable<RepositoryParts['commits']['authors']>,
  options: KeepPartsOptions,
): number {
  const { organisation, loginAnnotations } = options;
  const people = authors
    .filter(author => isPerson(author, options))
    .map(author => personKey(author, organisation, loginAnnotations));
  return new Set(people).size;
}

function keepHelp({ items, total }: RepositoryHelp): StoredParts['help'] {
  return {
    items: items.slice(0, MAX_ITEMS).flatMap(item => {
      const openedAt = time(item.openedAt);
      return isWebUrl(item.url) && openedAt
        ? withoutAbsent({
            title: text(item.title),
            url: item.url,
            labels: item.labels.slice(0, MAX_ITEMS).map(text),
            openedAt,
            comments: whole(item.comments),
          })
        : [];
    }),
    total: whole(total) ?? items.length,
  };
}

function isWebUrl(value: string): boolean {
  try {
    const url = new URL(value);
    return (
      ['http:', 'https:'].includes(url.protocol) &&
      !url.username &&
      !url.password &&
      value.length <= 2_000
    );
  } catch {
    return false;
  }
}

/** Plain, bounded, and without addresses of people. */
export function text(value: string): string {
  return withoutAddresses(plainText(value.slice(0, MAX_TEXT)));
}

export function time(value: string | undefined): string | undefined {
  const millis = value === undefined ? NaN : Date.parse(value);
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}

function whole(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0
    ? Math.round(value)
    : undefined;
}

/** Weeks with a number that is none are no weeks: nobody knows what they were. */
function weeks(values: readonly number[] | undefined): number[] | undefined {
  const numbers = values?.slice(-MAX_WEEKS).map(whole);
  return numbers?.every((value): value is number => value !== undefined)
    ? numbers
    : undefined;
}

function withoutAbsent<T extends object>(value: T): T {
  // Without what is undefined it is still a T, since nothing that T demands may be undefined.
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as T;
}
