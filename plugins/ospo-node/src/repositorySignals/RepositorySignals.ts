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

/** Where code is that signals are read of. @public */
export interface RepositoryLocation {
  /** http(s) page of the repository, or `file:` URL of a local one. */
  url: string;
  host: string;
  /** `owner/name`, with all groups where they nest. */
  slug: string;
  /** Folder that bounds the project; absent means the whole repository. No leading or closing slash. */
  path?: string;
  /** Branch, where the catalog names one; else the default branch. */
  ref?: string;
}

/** What a forge knows about the repository as a whole. Absent means that it does not say. @public */
export interface RepositoryFacts {
  description?: string;
  /** ISO 8601 times. */
  createdAt?: string;
  updatedAt?: string;
  /** Last push by anybody, bots too. */
  pushedAt?: string;
  defaultBranch?: string;
  archived?: boolean;
  visibility?: 'public' | 'internal' | 'private';
  stars?: number;
  forks?: number;
  subscribers?: number;
  openIssues?: number;
  topics?: string[];
  /** Main language first. */
  languages?: string[];
  /** SPDX identifier as the forge names it. */
  licence?: string;
}

/**
 * Work on the default branch, merges left out, bounded by the project's folder where the source can.
 *
 * @public
 */
export interface RepositoryCommits {
  /** Whether the folder bounded what was counted. */
  bounded: boolean;
  /** Human commits of the last 52 weeks, the oldest first. */
  humanWeeks?: number[];
  /** All commits of the last 52 weeks, the oldest first, where people and bots cannot be told apart. */
  allWeeks?: number[];
  botCommits?: number;
  /** ISO 8601 time of the last commit by a person. */
  lastHumanCommitAt?: string;
  firstCommitAt?: string;
  /** Distinct people of the last 52 weeks, where the source counted them but does not tell who. */
  humanAuthors?: number;
  /**
   * Who committed how much in 52 weeks, so that the catalog can say from which group. Used at once to count by group,
   * and never stored, logged or shown.
   */
  authors?: RepositoryAuthor[];
}

/** @public */
export interface RepositoryAuthor {
  /** Handle on the forge. */
  handle?: string;
  email?: string;
  commits: number;
}

/** @public */
export interface RepositoryReleases {
  /** Releases, or version tags where there are none, of the last 52 weeks. */
  count: number;
  latest?: { name: string; at: string };
}

/** Paths of files that say how to take part, and the text of the README for its sections and links. @public */
export interface RepositoryFiles {
  /** Paths in the repository; of the root, `.github`, `.gitlab`, `docs`, and of the project's folder with the same. */
  paths: string[];
  /** True when there were more than were read. */
  truncated: boolean;
  /**
   * The README of the project's folder, else of the root, as it is written; at most the first 200,000 characters. Its
   * headings and links are looked through at once; the text is not stored. Absent when there is none or it was not read.
   */
  readme?: { path: string; text: string };
}

/** @public */
export interface RepositoryIssue {
  title: string;
  url: string;
  labels: string[];
  openedAt: string;
  comments?: number;
}

/** Open issues with one of the labels. @public */
export interface RepositoryHelp {
  /** Newest first, at most 50. */
  items: RepositoryIssue[];
  /** All of them. */
  total: number;
}

/**
 * How issues and pull requests of others were answered in the last 52 weeks. `handle` is used at once to leave out the
 * owning group and bots, and never stored.
 *
 * @public
 */
export interface RepositoryResponses {
  items: {
    handle: string;
    openedAt: string;
    /** First comment, review or merge by another person. */
    firstResponseAt?: string;
  }[];
}

/** @public */
export interface RepositoryParts {
  facts: RepositoryFacts;
  commits: RepositoryCommits;
  releases: RepositoryReleases;
  files: RepositoryFiles;
  help: RepositoryHelp;
  responses: RepositoryResponses;
}
/** @public */
export type RepositoryPartName = keyof RepositoryParts;

/** How reading one part went. @public */
export type RepositoryPart<T> =
  /** `note` says what is missing, when only a part could be read. */
  | { state: 'read'; value: T; note?: string }
  /** As it was at the last reading; needs a validator. */
  | { state: 'unchanged' }
  /** Is being computed by the forge (GitHub's 202): to be asked again, not before so long. */
  | { state: 'later'; retryAfterMs: number }
  /** This source cannot tell it, or not for this repository. */
  | { state: 'unavailable'; note: string };

/** @public */
export interface ReadRepositoryOptions {
  repository: RepositoryLocation;
  /** Parts that are wanted; others are not asked for. */
  parts: RepositoryPartName[];
  /** Labels of issues that ask for help. */
  helpLabels: string[];
  /** What the last reading returned, for conditional requests. */
  validators: Readonly<Record<string, string>>;
  /**
   * To be awaited before each request; throws `RetryLaterError` when the host's budget is spent, which the source lets
   * pass.
   */
  spend: () => Promise<void>;
  /** Whether a login is a bot's, by the configured list; `[bot]` and app authorship are the source's to see. */
  isBot: (login: string) => boolean;
  now: Date;
  signal: AbortSignal;
}

/** @public */
export interface RepositoryReading {
  parts: {
    [Name in RepositoryPartName]?: RepositoryPart<RepositoryParts[Name]>;
  };
  /** Given back at the next reading: ETags by a name of the source's choice. At most 50, 200 characters each. */
  validators: Record<string, string>;
  /**
   * What ended the reading on the way, when the host failed or wanted to be left alone: a `ServiceUnavailableError` or
   * a `RetryLaterError`, as it would have been thrown had there been nothing to return. The plugin leaves the host alone
   * for it.
   */
  stoppedBy?: Error;
}

/**
 * Reads signals of repositories from a forge, from git, or from wherever they are. The plugin asks on a schedule, once
 * across replicas, keeps to the budget of each host, and keeps the last good value with its age when a reading fails.
 *
 * A failing reading throws: `NotFoundError` when there is no such repository, `NotAllowedError` when access is refused,
 * `InputError` when the answer makes no sense, `ServiceUnavailableError` when it should be tried later, and
 * `RetryLaterError` when the host asks to be left alone for a time. What was read before the failure is lost, so a
 * source returns parts that it has, `later` for the rest, and the error as `stoppedBy`, where it can. The message of these is shown to people, so it names
 * the mend and holds no secret; of any other error the message stays in the log.
 *
 * @public
 */
export interface RepositorySignals {
  /** Unique among the sources, kebab-case; shown with each value. */
  readonly id: string;
  /** Parts that it can tell, at best. */
  readonly parts: readonly RepositoryPartName[];
  /** Whether it can read this repository, by its URL and the configuration alone; makes no requests. */
  reads(repository: RepositoryLocation): boolean;
  /** Key of the request budget that this repository draws on, normally the host name. At most 300 characters. */
  budgetKey(repository: RepositoryLocation): string;
  read(options: ReadRepositoryOptions): Promise<RepositoryReading>;
}
