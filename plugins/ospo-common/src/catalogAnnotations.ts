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

/** Catalog kinds, lower case, that an SBOM can be about. @public */
export const sbomKinds = ['component', 'resource', 'api'] as const;
