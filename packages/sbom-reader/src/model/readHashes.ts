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
const MOST_CHARACTERS = 256;

/** Digests with a name and a plain value; anything else is not a digest. */
export function readHashes(
  hashes: { algorithm?: string; value?: string }[] | undefined,
): SbomComponent['hashes'] {
  if (!hashes || hashes.length === 0) {
    return [];
  }
  if (hashes.length <= MOST_HASHES && hashes.every(isDigest)) {
    return hashes;
  }
  return hashes.filter(isDigest).slice(0, MOST_HASHES);
}

function isDigest(hash: {
  algorithm?: string;
  value?: string;
}): hash is { algorithm: string; value: string } {
  return (
    hash.algorithm !== undefined &&
    hash.algorithm !== '' &&
    hash.value !== undefined &&
    hash.value !== '' &&
    hash.value.length <= MOST_CHARACTERS
  );
}
