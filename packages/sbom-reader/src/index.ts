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

/**
 * Reads CycloneDX and SPDX documents of every version and serialisation into one neutral model.
 *
 * @packageDocumentation
 */
export * from './types';
export { defaultSbomLimits } from './defaultSbomLimits';
export { readSbom } from './readSbom';
export type { ReadSbomOptions } from './readSbom';
export { readSbomFile } from './readSbomFile';
export { normaliseLicence } from './licence/normaliseLicence';
export {
  licenceAliasCount,
  licenceAliasVersion,
} from './licence/licenceAliases';
export { evaluateLicence } from './licence/evaluateLicence';
export type { LicenceVerdict } from './licence/evaluateLicence';
export type { LicenceLeaf } from './licence/parseLicenceExpression';
export { parsePurl } from './purl/parsePurl';
export type { PurlParts, PurlReading } from './purl/parsePurl';
export type { PurlProblem } from './purl/PurlProblem';
