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

/** The one prefix of our catalog annotations; `ospo.annotationPrefixes` adds aliases that are read as well. @public */
export const OSPO_ANNOTATION_PREFIX = 'ospo/';

/** Where the current SBOM is read from: URLs or paths beside the entity's source, separated by commas. @public */
export const SBOM_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}sbom`;

/** The artefact that `ospo/sbom` describes; the entity's name when absent. @public */
export const SBOM_TARGET_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}sbom-target`;

/** SPDX expression that the component is published or shipped under. @public */
export const LICENCE_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}licence`;

/** How the component reaches its users. @public */
export const DISTRIBUTION_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}distribution`;

/** Short form of being a provider, on groups and users: `name:authority`, separated by commas. @public */
export const COMPETENCIES_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}competencies`;

/** Last day of an external organisation's contract, ISO 8601 date. @public */
export const CONTRACT_ENDS_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}contract-ends`;

/** Number of an external organisation's contract. @public */
export const CONTRACT_REF_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}contract-ref`;

/** People and groups who review outside contributions: entity refs, separated by commas. @public */
export const TRUSTED_COMMITTERS_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}trusted-committers`;

/** Open for contribution inside the organisation: `true` or `false`; `false` beats every other rule. @public */
export const INNER_SOURCE_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}inner-source`;

/** How far it is open, one of `governanceLevels`. @public */
export const GOVERNANCE_LEVEL_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}governance-level`;

/** Why somebody would take part. @public */
export const MOTIVATION_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}motivation`;

/** Kinds of help that are wanted, separated by commas. @public */
export const CONTRIBUTIONS_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}contributions-wanted`;

/** What somebody has to know to take part, separated by commas. @public */
export const SKILLS_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}skills`;

/** Promised first response, ISO 8601 duration such as `P2D`. @public */
export const REVIEW_SLO_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}review-slo`;

/** Labels of issues that ask for help, separated by commas. @public */
export const HELP_LABELS_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}help-wanted-labels`;

/** Day on which the owner last looked the entry over, ISO 8601 date. @public */
export const REVIEWED_ON_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}reviewed-on`;

/** What its users use it on, such as `web` or `linux`, separated by commas. @public */
export const PLATFORMS_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}platforms`;

/** Languages that it speaks to its users in, as BCP 47 tags, separated by commas. @public */
export const LANGUAGES_ANNOTATION = `${OSPO_ANNOTATION_PREFIX}languages`;

/** Namespace of groups that are organisations outside. @public */
export const EXTERNAL_NAMESPACE = 'external';

/** `apiVersion` of entities of kind Competency. @public */
export const COMPETENCY_API_VERSION = 'ospo/v1alpha1';

/** Catalog kinds, lower case, that an SBOM can be about. @public */
export const sbomKinds = ['component', 'resource', 'api'] as const;

/** Stands for a person whose data was erased. No user has this ref. @public */
export const ERASED_PERSON_REF = 'user:erased/erased';
