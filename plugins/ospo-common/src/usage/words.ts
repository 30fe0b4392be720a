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

/** Parts of the vocabulary that lists can be filtered by; the same words in database, URL and UI. */

/** @public */
export const usageRelations = ['direct', 'transitive', 'unknown'] as const;

/**
 * How a package stands to the component: `direct` only when the SBOM has an edge from its subject to the package.
 *
 * @public
 */
export type UsageRelation = (typeof usageRelations)[number];

/** @public */
export const usageScopes = [
  'runtime',
  'dev',
  'test',
  'optional',
  'build',
  'provided',
  'excluded',
  'unknown',
] as const;

/** @public */
export type UsageScope = (typeof usageScopes)[number];

/** @public */
export const licenceStatuses = [
  'known',
  'absent',
  'noassertion',
  'none',
  'text',
  'invalid',
] as const;

/**
 * How far a licence was understood. Only `known` carries an SPDX expression; none of the others is "ok".
 *
 * @public
 */
export type LicenceStatus = (typeof licenceStatuses)[number];

/** @public */
export const sbomStates = ['current', 'stale', 'failed', 'none'] as const;

/**
 * What is known of a component's SBOM: `current`; `stale` when the newest one is older than the configured age;
 * `failed` when the latest attempt to get one failed and none was ever read; `none` when nobody ever sent one.
 *
 * @public
 */
export type SbomState = (typeof sbomStates)[number];

/** @public */
export const findingSeverities = ['error', 'warning', 'info'] as const;

/** @public */
export type FindingSeverity = (typeof findingSeverities)[number];
