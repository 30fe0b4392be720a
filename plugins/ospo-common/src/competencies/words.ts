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

/** What a provider may do, from least to most; each includes those before it. @public */
export const competencyAuthorities = [
  'triage',
  'answer',
  'decide',
  'sign',
] as const;
/** @public */
export type CompetencyAuthority = (typeof competencyAuthorities)[number];

/** @public */
export const competencyTypes = [
  'legal',
  'security',
  'community',
  'tooling',
  'methodology',
  'training',
  'business',
] as const;
/** @public */
export type CompetencyType = (typeof competencyTypes)[number];

/** A team, a person who opted in, or an organisation outside. @public */
export const providerKinds = ['group', 'person', 'external'] as const;
/** @public */
export type ProviderKind = (typeof providerKinds)[number];

/**
 * Whether a provider can be asked at all: `missing` when the catalog does not have it, `contract-ended` when an
 * external organisation's contract is over, `unconfirmed` when a person claims an authority
 * that nobody confirmed yet: they may be asked for as much as persons may give themselves.
 *
 * @public
 */
export const providerStates = [
  'present',
  'missing',
  'contract-ended',
  'unconfirmed',
] as const;
/** @public */
export type ProviderState = (typeof providerStates)[number];

/**
 * How well a competency is covered, over the providers that can be asked: `nobody`; `one`, a single point of failure;
 * `too-few`, more than one and fewer than the competency's target; `external-only`; `contract-ending`, enough only
 * until a contract ends soon; `enough`.
 *
 * @public
 */
export const coverageStates = [
  'nobody',
  'one',
  'too-few',
  'external-only',
  'contract-ending',
  'enough',
] as const;
/** @public */
export type CoverageState = (typeof coverageStates)[number];

/** What the columns of the coverage map are. @public */
export const coverageDimensions = [
  'business-unit',
  'country',
  'system',
] as const;
/** @public */
export type CoverageDimension = (typeof coverageDimensions)[number];

/** @public */
export const evidenceKinds = [
  'training',
  'certificate',
  'experience',
  'assessment',
] as const;
/** @public */
export type EvidenceKind = (typeof evidenceKinds)[number];
