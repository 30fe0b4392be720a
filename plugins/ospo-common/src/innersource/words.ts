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

/** What can list a project, in the order in which they are asked. `opt-out` beats them all. @public */
export const discoveryRules = [
  'annotation',
  'tag',
  'label',
  'topic',
  'innersource-json',
  'imported',
] as const;
/** @public */
export type DiscoveryRule = (typeof discoveryRules)[number];

/** How far a project is open, from least to most. @public */
export const governanceLevels = [
  'issues-welcome',
  'contributions-welcome',
  'shared-write',
  'shared-ownership',
  'open-source',
] as const;
/** @public */
export type GovernanceLevel = (typeof governanceLevels)[number];

/** The heading a project is listed under: ready to be joined, neglected, or at its end. @public */
export const projectStandings = ['open', 'needs-care', 'retired'] as const;
/** @public */
export type ProjectStanding = (typeof projectStandings)[number];

/** Why a project is not under the first heading. @public */
export const projectMarks = [
  'owner-missing',
  'owner-none',
  'review-stale',
  'archived',
  'deprecated',
] as const;
/** @public */
export type ProjectMark = (typeof projectMarks)[number];

/** Where a field of a project was taken from, the strongest first. @public */
export const projectFieldSources = [
  'annotation',
  'innersource.json',
  'publiccode.yml',
  'catalog',
  'readme',
  'codeowners',
  'forge',
  'imported',
] as const;
/** @public */
export type ProjectFieldSource = (typeof projectFieldSources)[number];

/** How well a value is known. @public */
export const signalStates = ['known', 'partial', 'unknown', 'error'] as const;
/** @public */
export type SignalState = (typeof signalStates)[number];

/** The three groups that signals are told in; never one number. @public */
export const signalGroups = ['activity', 'welcoming', 'reach'] as const;
/** @public */
export type SignalGroup = (typeof signalGroups)[number];

/** Quarters of the organisation's projects, by percentile, best first. @public */
export const signalLevels = ['top', 'upper', 'middle', 'lower'] as const;
/** @public */
export type SignalLevel = (typeof signalLevels)[number];

/** Base documentation that is looked for; the pattern of the same name of InnerSource Commons. @public */
export const baseDocuments = [
  'readme',
  'contributing',
  'communication',
  'code-of-conduct',
  'licence',
  'codeowners',
  'support',
  'changelog',
  'issue-templates',
  'pull-request-template',
  'security',
] as const;
/** @public */
export type BaseDocument = (typeof baseDocuments)[number];

/** Lines of the readiness checklist of a project. @public */
export const readinessLines = [
  'owner',
  'description',
  'readme',
  'contributing',
  'communication',
  'codeowners',
  'licence',
  'trusted-committers',
  'governance-level',
  'help-wanted',
  'review-promise',
  'reviewed',
] as const;
/** @public */
export type ReadinessLine = (typeof readinessLines)[number];

/** What a public release needs. @public */
export const releaseLines = [
  'licence-file',
  'licence-declared',
  'sbom',
  'licences-known',
  'contributing',
  'code-of-conduct',
  'security-policy',
  'readme',
  'owner',
] as const;
/** @public */
export type ReleaseLine = (typeof releaseLines)[number];

/** What `publiccode.yml` demands and nobody has said of a project. @public */
export const publiccodeGaps = [
  'repository',
  'licence',
  'description',
  'long-description',
  'features',
  'software-type',
  'development-status',
  'platforms',
  'languages',
  'maintainer',
] as const;
/** @public */
export type PubliccodeGap = (typeof publiccodeGaps)[number];
