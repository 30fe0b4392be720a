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

import { SbomComponent } from '../types';

const MOST_HASHES = 20;

/** Digests with a name and a plain value; anything else is not a digest. */
export function readHashes(
  hashes: readonly { alg?: string; content?: string }[] | undefined,
): SbomComponent['hashes'] {
  const kept: SbomComponent['hashes'] = [];
  if (!hashes) {
    return kept;
  }
  for (const { alg, content } of hashes) {
    if (alg && content && kept.length < MOST_HASHES) {
      kept.push({ algorithm: alg, value: content.slice(0, 256) });
    }
  }
  return kept;
}
