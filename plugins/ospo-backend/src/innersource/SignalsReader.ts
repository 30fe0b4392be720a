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
  FoundDocument,
  OspoFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  RepositoryLocation,
  RepositoryParts,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { ProjectFields } from './discovery/CatalogFacts';

/** The project as the reading of signals needs to know it. */
export interface SignalsTarget {
  /** Entity ref. */
  ref: string;
  ownerRef?: string;
  repository?: RepositoryLocation;
  helpLabels: string[];
  /** Within what time an answer is promised: an ISO 8601 duration of business time, as it was written. */
  reviewSlo?: string;
}

/** One part as it was last read well. */
export interface KeptPart<Name extends keyof StoredParts> {
  value: StoredParts[Name];
  /** Id of the source. */
  source: string;
  /** ISO 8601 time. */
  fetchedAt: string;
  /** What is missing, when only a part could be read. */
  note?: string;
  /** Why the last try failed, when it did. */
  error?: string;
}

/**
 * What is stored of a repository: the parts of the port without a person in them, and without a number about fewer than
 * three people.
 */
export interface StoredParts {
  facts: RepositoryParts['facts'];
  commits: Omit<RepositoryParts['commits'], 'authors' | 'humanAuthors'> & {
    /** Distinct people of 52 weeks; `few` stands for one or two. */
    humanAuthors?: number | 'few';
    /** Commits of people by where they are in the catalog; absent when the source does not tell authors. */
    origins?: ContributionOrigins;
  };
  releases: {
    /** Of the last 52 weeks; absent when only the latest is known. */
    count?: number;
    latest?: { name?: string; at: string };
  };
  files: {
    documents: FoundDocument[];
    /** Whether every file was seen that counts; else what is not among the documents may be there all the same. */
    complete: boolean;
    /** Whether sections and links of the README were looked through. */
    readmeRead: boolean;
    /** What the README says of the project; absent when it was not read. */
    readme?: { fields: ProjectFields; findings: OspoFinding[] };
  };
  help: RepositoryParts['help'];
  responses: StoredResponses;
}

export interface StoredResponses {
  /** Outsiders' issues and pull requests of the last 52 weeks. Of each number `few` stands for those of one or two people. */
  asked: number | 'few';
  answered: number | 'few';
  /** By people whom the catalog does not have; they are in neither number. */
  unmapped: number | 'few';
  /** Plain hours; absent where fewer than three people were answered. */
  medianHours?: number;
  /** How the promise was kept that the project made then; absent without one. */
  promise?: {
    reviewSlo: string;
    /** Answered, or waiting for longer than was promised. */
    due: number | 'few';
    inTime: number | 'few';
  };
}

export type ContributionOrigins =
  /** Numbers that would point at one or two people: all in all, from outside, or of the owning group. */
  | { withheld: 'people' | 'outsiders' | 'insiders' }
  | {
      inside: number;
      outside: number;
      /** By people whom the catalog does not have; `few` stands for those of one or two. */
      unmapped: number | 'few';
      /** Mean over outside commits of the hops to the lowest common group; absent where fewer than three people have one. */
      distance?: number;
      /** Outside commits without a common group; `few` where that would tell the commits of one or two people. */
      withoutGroup: number | 'few';
    };

/** Everything known of one project's repository. */
export interface KeptSignals {
  parts: { [Name in keyof StoredParts]?: KeptPart<Name> };
  states: {
    source: string;
    state: 'ok' | 'partial' | 'failed' | 'waiting' | 'not-connected';
    fetchedAt?: string;
    nextAt?: string;
    note?: string;
    /** Why it does not tell a part, by the part. */
    untold?: Partial<Record<keyof StoredParts, string>>;
    /** Parts that are still to come, as the source said. */
    pending?: readonly (keyof StoredParts)[];
  }[];
}

/**
 * What the projects read of the signals. Implemented over the database; values survive an outage of the forge with
 * their age.
 */
export interface SignalsReader {
  /** Changes whenever anything stored has; cheap to ask. */
  stamp(): Promise<string>;
  /** Of all projects, by entity ref. */
  readAll(): Promise<Map<string, KeptSignals>>;
  /** Of one project; reads its sources now, within their budgets. */
  refresh(target: SignalsTarget): Promise<void>;
}

/** What the reading of signals needs of the projects. */
export interface SignalsTargets {
  /** By entity ref, ascending, after the one given. */
  listTargets(options: {
    after?: string;
    limit: number;
  }): Promise<SignalsTarget[]>;
  /** When the catalog was last passed through as a whole; undefined before the first time. */
  discoveredAt(): Promise<string | undefined>;
}
