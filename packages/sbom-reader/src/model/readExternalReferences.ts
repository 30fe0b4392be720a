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

import { FindingList } from '../findings/FindingList';
import { SbomComponent } from '../types';

const MOST_REFERENCES = 20;

/**
 * Keeps addresses that are safe to show as a link: http, https and mailto. `git+https:` is the same place as `https:`.
 */
export function readExternalReferences(
  references: { type?: string; url?: string }[] | undefined,
  options: { findings: FindingList; where: () => string },
): SbomComponent['externalReferences'] {
  if (!references || references.length === 0) {
    return [];
  }
  if (references.length <= MOST_REFERENCES && areKept(references)) {
    return references;
  }
  const kept: SbomComponent['externalReferences'] = [];
  for (const { type, url } of references) {
    if (url === undefined) {
      continue;
    }
    const address = url.startsWith('git+http') ? url.slice(4) : url;
    if (!isSafe(address)) {
      options.findings.add(
        /^\s*(?:javascript|data|vbscript):/i.test(address)
          ? 'address-unsafe'
          : 'address-not-kept',
        options.where,
        url,
      );
    } else if (kept.length < MOST_REFERENCES) {
      kept.push({ type: type ?? 'other', url: address });
    } else {
      options.findings.add('too-many-references', options.where);
    }
  }
  return kept;
}

/** The usual case, in which nothing has to be copied. */
function areKept(
  references: { type?: string; url?: string }[],
): references is SbomComponent['externalReferences'] {
  for (let i = 0; i < references.length; i++) {
    const reference = references[i];
    const url = reference.url;
    if (url === undefined || reference.type === undefined) {
      return false;
    }
    if (!isSafe(url)) {
      if (!url.startsWith('git+http')) {
        return false;
      }
      reference.url = url.slice(4);
      if (!isSafe(reference.url)) {
        return false;
      }
    }
  }
  return true;
}

function isSafe(url: string): boolean {
  if (url.startsWith('https://')) {
    return true;
  }
  const start = url.slice(0, 8).toLowerCase();
  return (
    start.startsWith('https://') ||
    start.startsWith('http://') ||
    start.startsWith('mailto:')
  );
}
