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

import { OspoFinding } from '../competencies/types';
import { SignalNote } from './signalNotes';
import {
  BaseDocument,
  DiscoveryRule,
  GovernanceLevel,
  ProjectFieldSource,
  ProjectMark,
  ProjectStanding,
  PubliccodeGap,
  ReadinessLine,
  ReleaseLine,
  SignalLevel,
  SignalState,
} from './words';

/**
 * One value with where it comes from and how old it is. `value` is `null` when the state is `unknown`, and when it is
 * `error` and nothing was read before; unknown is never zero.
 *
 * @public
 */
export interface SignalValue<T> {
  value: T | null;
  state: SignalState;
  /** What told it: id of a source of signals, `catalog`, `usage`, or the file. */
  source?: string;
  /** ISO 8601 time at which it was read. */
  fetchedAt?: string;
  /** ISO 8601 duration that the value looks back over, for example `P13W`. */
  window?: string;
  /** What it was computed from, by name; sums and counts, never people. */
  inputs: Record<string, number | string | null>;
  /** Why it is not known, or only in part, in English; names the mend. */
  note?: string;
  /** The same, reason by reason, for those who speak another language. */
  notes?: SignalNote[];
}

/**
 * Place of a project among those of the organisation that the reader may see. Absent `level` means unknown.
 *
 * @public
 */
export interface SignalLabel {
  state: 'known' | 'partial' | 'unknown';
  level?: SignalLevel;
  /** Share of the projects that have less of it, and half of those that have as much; 0 to 100. */
  percentile?: number;
  /** Number of projects that were compared. */
  n: number;
}

/** When people last worked on it, and how much. @public */
export interface ActivitySignals {
  /** ISO 8601 time of the last push or commit by a person. */
  lastHumanPush: SignalValue<string>;
  humanCommitsPerWeek13: SignalValue<number>;
  humanCommitsPerWeek52: SignalValue<number>;
  /** Distinct people who committed in 52 weeks; unknown under three, because it would point at them. */
  humanAuthors: SignalValue<number>;
  /** Releases of the last 52 weeks. */
  releases: SignalValue<number>;
  /** Human commits of each of the last 52 weeks, the oldest first. */
  participation: SignalValue<number[]>;
}

/** Whether somebody from outside is helped to take part. @public */
export interface WelcomingSignals {
  documentation: SignalValue<FoundDocument[]>;
  governanceLevel: SignalValue<GovernanceLevel>;
  /** Open issues that ask for help. */
  wantedHelp: SignalValue<number>;
  /** Median hours until somebody answered an outsider; `inputs.n` tells of how many. */
  firstResponseHours: SignalValue<number>;
  /** Share of outsiders answered within the promised time, 0 to 1. */
  promiseKept: SignalValue<number>;
}

/** Who builds on it, and who from elsewhere takes part. @public */
export interface ReachSignals {
  /** Entities of the catalog that depend on it, of those that the reader may see. */
  dependants: SignalValue<number>;
  /** Components whose SBOM contains its package, of those that the reader may see. */
  usedBy: SignalValue<number>;
  /** Share of commits from outside the owning group, 0 to 1; `inputs.unmapped` tells how many nobody could place. */
  outsideShare: SignalValue<number>;
  /** Mean hops to the lowest common group of contributor and owner. */
  contributionDistance: SignalValue<number>;
}

/** @public */
export interface ProjectSignals {
  activity: ActivitySignals;
  welcoming: WelcomingSignals;
  reach: ReachSignals;
  /** Repository activity score of InnerSource Commons, corrected form of 2026; `inputs.formula` names it. */
  activityScore: SignalValue<number>;
}

/** @public */
export interface FoundDocument {
  document: BaseDocument;
  /** Found as a file of its own, as a section of the README, or as a link. */
  as: 'file' | 'section' | 'link';
  /** Path in the repository, heading, or http(s) URL. */
  where: string;
}

/** A field with where it was taken from. @public */
export interface SourcedField<T> {
  value: T;
  source: ProjectFieldSource;
}

/** Where a project's code is. @public */
export interface ProjectRepository {
  /** http(s) page of the repository. */
  url: string;
  host: string;
  /** `owner/name`, with all groups where they nest. */
  slug: string;
  /** Folder inside it that bounds the project; absent means all of it. */
  path?: string;
}

/** A project as lists show it. @public */
export interface InnerSourceProject {
  /** Entity ref, `component:default/payment-sdk`. */
  ref: string;
  title: string;
  /** One paragraph. */
  description?: string;
  motivation?: string;
  /** Which rule listed it, and the value that it found, for example the tag. */
  listedBy: { rule: DiscoveryRule; detail: string };
  standing: ProjectStanding;
  marks: ProjectMark[];
  ownerRef?: string;
  ownerState: 'present' | 'missing' | 'none';
  systemRef?: string;
  /** Topmost group above the owner. */
  businessUnitRef?: string;
  governanceLevel?: GovernanceLevel;
  language?: string;
  skills: string[];
  /** Kinds of contribution that are wanted. */
  contributions: string[];
  repository?: ProjectRepository;
  lastHumanPush: SignalValue<string>;
  wantedHelp: SignalValue<number>;
  dependants: SignalValue<number>;
  labels: ProjectLabels;
}

/** @public */
export interface ProjectLabels {
  activity: SignalLabel;
  welcoming: SignalLabel;
  reach: SignalLabel;
}

/** A trusted committer as somebody one can write to. @public */
export interface TrustedCommitter {
  /** Entity ref; absent when the catalog has nobody with the handle. */
  ref?: string;
  /** Handle on the forge, where that is all that is known. */
  handle?: string;
  title?: string;
  state: 'present' | 'missing';
  role?: string;
  source: ProjectFieldSource;
  /** Hops to the lowest common group of the reader and this person or group; absent when there is none. */
  distance?: number;
}

/** An open issue that asks for help. @public */
export interface WantedHelp {
  title: string;
  /** http(s). */
  url: string;
  labels: string[];
  openedAt: string;
  /** As the issue gives it, for example in a label `effort: S`. */
  effort?: string;
  comments?: number;
}

/** A line of a checklist. @public */
export interface ChecklistLine<Id extends string> {
  id: Id;
  state: 'met' | 'not-met' | 'unknown';
  /** What the state rests on. */
  fact?: string;
  /** http(s) page on which the mend is made: editor of the file, or a new file. */
  editUrl?: string;
}

/** Everything about one project. @public */
export interface InnerSourceProjectDetail extends InnerSourceProject {
  /** Where each field of the project was taken from. */
  sources: Partial<
    Record<
      | 'title'
      | 'description'
      | 'motivation'
      | 'skills'
      | 'contributions'
      | 'language'
      | 'governanceLevel'
      | 'licence'
      | 'logo'
      | 'docs'
      | 'trustedCommitters'
      | 'channels',
      ProjectFieldSource
    >
  >;
  licence?: string;
  /** http(s) URL. */
  logo?: string;
  docs?: string;
  /** http(s) or mailto. */
  channels: {
    type:
      | 'chat'
      | 'issues'
      | 'contributing'
      | 'support'
      | 'rfc'
      | 'roadmap'
      | 'docs';
    url: string;
    title?: string;
    source: ProjectFieldSource;
  }[];
  /** Nearest to the reader first. */
  trustedCommitters: TrustedCommitter[];
  topics: string[];
  /** Promised time of the first response, ISO 8601 duration in business days. */
  reviewSlo?: string;
  reviewedOn?: string;
  signals: ProjectSignals;
  wantedHelpItems: WantedHelp[];
  readiness: ChecklistLine<ReadinessLine>[];
  /** What is missing for a public release. */
  release: ChecklistLine<ReleaseLine>[];
  /** Why no `publiccode.yml` can be written yet; empty when it can. */
  publiccodeGaps: PubliccodeGap[];
  findings: OspoFinding[];
  /** Other projects of the same repository that the reader may see. */
  sameRepository: { ref: string; title: string; path?: string }[];
  may: { refresh: boolean };
  /** When the sources were asked, and how it went. */
  readings: ProjectReadingState[];
}

/** How a source of signals did for one project. @public */
export interface ProjectReadingState {
  source: string;
  state: 'ok' | 'partial' | 'failed' | 'waiting' | 'not-connected';
  fetchedAt?: string;
  /** When it will be asked again. */
  nextAt?: string;
  /** In words for a person; names the mend. */
  note?: string;
}

/** Values of a facet and how many projects have them under the other filters. @public */
export interface ProjectFacet {
  value: string;
  /** Title, where the value is an entity ref. */
  title?: string;
  count: number;
}

/** @public */
export interface ProjectFacets {
  skill: ProjectFacet[];
  language: ProjectFacet[];
  contribution: ProjectFacet[];
  governanceLevel: ProjectFacet[];
  businessUnit: ProjectFacet[];
  system: ProjectFacet[];
  activity: ProjectFacet[];
  welcoming: ProjectFacet[];
  standing: ProjectFacet[];
}

/** A project for me, and why. @public */
export interface ProjectSuggestion {
  project: InnerSourceProject;
  /** Skills of the profile that it asks for. */
  skills: string[];
  contributions: string[];
}

/** Something that may be what is about to be built. @public */
export interface OverlapMatch {
  kind: 'project' | 'entity' | 'package';
  /** Entity ref, or package URL. */
  ref: string;
  title: string;
  description?: string;
  ownerRef?: string;
  /** Absent for packages, which nobody owns. `present` without a ref is an owner whom the reader may not know. */
  ownerState?: 'present' | 'missing' | 'none';
  /** Words of the question that it shares, and packages. */
  reasons: {
    code: 'words' | 'packages' | 'used-package';
    detail: string;
    /** Components in whose SBOM the package is, of those that the reader may see. */
    components?: number;
    /** Of the packages of the question that few use, how many it has too. */
    packages?: { shared: number; compared: number };
  }[];
  /** 0 to 1, relative to the best answer; for the order, not for reading. */
  weight: number;
}

/** State of one host that signals are read from. Core team only. @public */
export interface SignalsHost {
  host: string;
  source: string;
  projects: number;
  /** Requests spent and allowed in the running hour. */
  budget: { used: number; limit: number; resetsAt?: string };
  /** Not asked before this time, because it said so. */
  blockedUntil?: string;
  lastSuccessAt?: string;
  lastError?: { at: string; message: string };
}

/** Whether and how signals come in. @public */
export interface SignalsOverview {
  /** Whether something tells of the activity of at least one project; without it activity is unknown everywhere. */
  connected: boolean;
  /** Projects by whether a source could read their repository; `unread` are those that no source reads. */
  projects: {
    total: number;
    read: number;
    waiting: number;
    failed: number;
    unread: number;
  };
  /** Last whole pass over the catalog. */
  discoveredAt?: string;
  hosts: SignalsHost[];
}

/** What came of a row of signals that somebody sent. @public */
export interface PushedSignalsResult {
  /** Place in the request, from 0. */
  row: number;
  /** How the row names its project. */
  project?: string;
  /**
   * - `stored`: at least one part
   * - `kept-out`: what is there is better or newer
   * - `refused`: the row cannot be used; nothing of it is stored
   * - `not-found`: no project that the sender may see
   */
  outcome: 'stored' | 'kept-out' | 'refused' | 'not-found';
  /** Why, and the mend, unless it was stored. */
  reason?: string;
  /** Projects it was stored for, by part. */
  projects: {
    ref: string;
    parts: { part: string; stored: boolean; reason?: string }[];
  }[];
  /** Fields that nobody knows. */
  ignored: string[];
}
