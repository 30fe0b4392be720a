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

/** @public */
export const requestStates = [
  'draft',
  'submitted',
  'triage',
  'in-progress',
  'waiting-for-requester',
  'decided',
  'closed',
  'withdrawn',
] as const;
/** `reopened` is an event, not a state: a reopened request is in triage again. @public */
export type RequestState = (typeof requestStates)[number];

/** @public */
export const requestOutcomes = [
  'approved',
  'approved-with-conditions',
  'rejected',
  'answered',
] as const;
/** @public */
export type RequestOutcome = (typeof requestOutcomes)[number];

/**
 * `required`: nobody proposed yet, or nobody eligible; `proposed`: somebody is proposed and the core team confirms;
 * `assigned`: a provider was asked; `accepted`: somebody took it. `declined` and `expired` end one try: the work item
 * is routed again as `required`, and the try stays in its history.
 *
 * @public
 */
export const workItemStates = [
  'required',
  'proposed',
  'assigned',
  'accepted',
  'declined',
  'expired',
  'done',
  'skipped',
] as const;
/** @public */
export type WorkItemState = (typeof workItemStates)[number];

/** `internal`: whoever may read requests; `confidential`: requester, assignees and core team only. @public */
export const confidentialities = ['internal', 'confidential'] as const;
/** @public */
export type Confidentiality = (typeof confidentialities)[number];

/** Lists that a person has. @public */
export const requestViews = ['mine', 'waiting', 'triage', 'all'] as const;
/** @public */
export type RequestView = (typeof requestViews)[number];

/**
 * Why the core team should look: no eligible provider, a proposal to confirm, the service level missed, every blocking
 * work item is done and the decision is theirs.
 *
 * @public
 */
export const triageReasons = [
  'gap',
  'proposal',
  'overdue',
  'ready-to-decide',
] as const;
/** @public */
export type TriageReason = (typeof triageReasons)[number];

/**
 * Why a provider is not eligible, in the order in which it is checked.
 *
 * @public
 */
export const rejectionCodes = [
  'missing',
  'authority-too-low',
  'out-of-scope',
  'inactive',
  'absent',
  'no-capacity',
  'contract-ended',
  'is-requester',
  'not-opted-in',
  'declined-before',
] as const;
/** @public */
export type RejectionCode = (typeof rejectionCodes)[number];

/** What decides between eligible providers, in this order. @public */
export const rankingCodes = [
  'on-duty',
  'internal',
  'priority',
  'lowest-authority',
  'load',
  'least-recent',
  'stable-hash',
] as const;
/** @public */
export type RankingCode = (typeof rankingCodes)[number];
