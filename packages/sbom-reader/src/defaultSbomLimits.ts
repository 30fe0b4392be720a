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

import { SbomLimits } from './types';

const MEBIBYTE = 1024 * 1024;

/**
 * What a document may cost before it is refused or cut.
 *
 * @public
 */
export const defaultSbomLimits: SbomLimits = Object.freeze({
  maxBytes: 64 * MEBIBYTE,
  maxInflatedBytes: 256 * MEBIBYTE,
  maxInflationRatio: 100,
  maxJsonDepth: 512,
  maxXmlDepth: 64,
  maxComponents: 200_000,
  maxEdges: 2_000_000,
  maxStringLength: 4096,
  maxPurlLength: 2048,
  maxLicenceLength: 4096,
  maxNameLength: 512,
  timeoutMs: 30_000,
});

/** The default limits with the given ones laid over them; `undefined` leaves the default. */
export function withDefaultLimits(limits?: Partial<SbomLimits>): SbomLimits {
  const merged = { ...defaultSbomLimits };
  for (const [key, value] of Object.entries(limits ?? {})) {
    if (typeof value === 'number' && key in merged) {
      Object.assign(merged, { [key]: value });
    }
  }
  return merged;
}
