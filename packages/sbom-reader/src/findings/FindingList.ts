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

import { SbomFinding } from '../types';
import { FindingCode, findingCatalogue } from './findingCatalogue';
import { SbomRefusal } from './SbomRefusal';
import { printable } from '../text/printable';

/** Collects findings by code: the first place is kept, the others are counted. */
export class FindingList {
  readonly #findings = new Map<FindingCode, SbomFinding>();

  /** The place may be a function, because it is only needed for the first finding of a code. */
  add(
    code: FindingCode,
    where: string | (() => string),
    detail?: string,
    count: number = 1,
  ): void {
    const known = this.#findings.get(code);
    if (known) {
      known.count += count;
      return;
    }
    const place = typeof where === 'string' ? where : where();
    this.#findings.set(code, createFinding({ code, place, detail, count }));
  }

  has(code: FindingCode): boolean {
    return this.#findings.has(code);
  }

  toArray(): SbomFinding[] {
    return [...this.#findings.values()];
  }
}

/** A finding with the words of the catalogue. */
export function createFinding(options: {
  code: FindingCode;
  place: string;
  detail?: string;
  count?: number;
}): SbomFinding {
  const entry = findingCatalogue[options.code];
  const detail = options.detail ? printable(options.detail, 120) : '';
  return {
    code: options.code,
    severity: entry.severity,
    where: printable(options.place, 300),
    message: detail ? `${entry.message}: ${detail}` : entry.message,
    mend: entry.mend,
    count: options.count ?? 1,
  };
}

/** The finding that a refusal stands for. */
export function refusalFinding(refusal: SbomRefusal): SbomFinding {
  return {
    ...createFinding({
      code: refusal.code,
      place: refusal.where,
      detail: refusal.detail,
    }),
    severity: 'error',
  };
}
