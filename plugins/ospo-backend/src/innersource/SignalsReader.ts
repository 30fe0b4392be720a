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
  RepositoryLocation,
  RepositoryParts,
} from '@ospo-suite/backstage-plugin-ospo-node';

/** The project as the reading of signals needs to know it. */
export interface SignalsTarget {
  /** Entity ref. */
  ref: string;
  ownerRef?: string;
  repository?: RepositoryLocation;
  helpLabels: string[];
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

/** What is stored of a repository: the parts of the port without a person in them. */
export interface StoredParts
  extends Omit<RepositoryParts, 'commits' | 'responses'> {
  commits: Omit<RepositoryParts['commits'], 'authors'> & {
    /** Commits of people by where they are in the catalog; absent when the source does not tell authors. */
    origins?: ContributionOrigins;
  };
  responses: {
    /** Outsiders' issues and pull requests. */
    asked: number;
    answered: number;
    medianHours?: number;
    /** Hours of each answer in steps, so that another promise can be checked: at most so many hours, and how many. */
    withinHours: { hours: number; answered: number }[];
    unmapped: number;
  };
}

export interface ContributionOrigins {
  inside: number;
  outside: number;
  /** By people whom the catalog does not have. */
  unmapped: number;
  /** Sum over outside commits of the hops to the lowest common group, and how many had one. */
  distanceSum: number;
  distanceCount: number;
  outsidePeople: number;
}

/** Everything known of one project's repository. */
export interface KeptSignals {
  parts: { [Name in keyof StoredParts]?: KeptPart<Name> };
  states: {
    source: string;
    state: 'ok' | 'partial' | 'failed' | 'waiting' | 'not-connected';
    fetchedAt?: string;
    nextAt?: string;
    note?: string;
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
}
