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

import { SbomLicence } from '../types';
import { findLicenceAlias } from './licenceAliases';
import {
  formatExpression,
  parseLicenceExpression,
} from './parseLicenceExpression';

/** Cargo's older way of writing a choice: `MIT/Apache-2.0`. */
const SLASHED = /^[A-Za-z0-9.+-]+(?:\s?\/\s?[A-Za-z0-9.+-]+)+$/;

const ABSENT: SbomLicence = Object.freeze({ status: 'absent' });
const MOST_REMEMBERED = 20_000;
const MOST_TOKENS = 1000;

/**
 * What a text about a licence means. Every distinct text is worked out once; a company has a few hundred.
 */
export class LicenceReader {
  readonly #known = new Map<string, SbomLicence>();
  readonly #maxLength: number;

  constructor(options: { maxLength: number }) {
    this.#maxLength = options.maxLength;
  }

  read(raw: string | undefined): SbomLicence {
    if (raw === undefined || raw === '') {
      return ABSENT;
    }
    const known = this.#known.get(raw);
    if (known) {
      return known;
    }
    const licence = Object.freeze(this.#workOut(raw));
    if (this.#known.size < MOST_REMEMBERED) {
      this.#known.set(raw, licence);
    }
    return licence;
  }

  /** Several licences of which the document does not say whether all hold or one may be chosen. */
  readList(raws: readonly string[]): SbomLicence {
    if (raws.length <= 1) {
      return this.read(raws[0]);
    }
    // U+0001 cannot be in a cleaned text, so the key cannot be that of a single licence.
    const key = raws.join('\u0001');
    const known = this.#known.get(key);
    if (known) {
      return known;
    }
    const licence = Object.freeze(this.#join(raws));
    if (this.#known.size < MOST_REMEMBERED) {
      this.#known.set(key, licence);
    }
    return licence;
  }

  #join(raws: readonly string[]): SbomLicence {
    const distinct = [...new Set(raws)];
    if (distinct.length === 1) {
      return this.read(distinct[0]);
    }
    const parts = distinct
      .map(raw => this.read(raw))
      .filter(part => part.status !== 'absent');
    if (parts.length <= 1) {
      return parts[0] ?? ABSENT;
    }
    const raw = this.#cut(distinct.join('; '));
    const unknown = parts.find(part => part.status !== 'known');
    if (unknown) {
      const status = unknown.status === 'invalid' ? 'invalid' : 'text';
      return { status, raw, choiceNotStated: true };
    }
    const text = parts.map(part => `(${part.expression})`).join(' AND ');
    const reading = parseLicenceExpression(text);
    if (!reading.ok || text.length > this.#maxLength) {
      return { status: 'text', raw, choiceNotStated: true };
    }
    const mapped = parts.flatMap(part => part.mappedFrom ?? []);
    return {
      status: 'known',
      expression: formatExpression(reading.postfix),
      raw,
      choiceNotStated: true,
      ...(mapped.length > 0 ? { mappedFrom: mapped.join('; ') } : {}),
    };
  }

  #workOut(raw: string): SbomLicence {
    const text = raw.trim();
    if (text === '') {
      return ABSENT;
    }
    const upper = text.length <= 12 ? text.toUpperCase() : '';
    if (upper === 'NOASSERTION') {
      return { status: 'noassertion', raw };
    }
    if (upper === 'NONE') {
      return { status: 'none', raw };
    }
    if (text.length > this.#maxLength) {
      return { status: 'text', raw: this.#cut(text) };
    }
    const alias = findLicenceAlias(text);
    if (alias) {
      return { status: 'known', expression: alias, raw, mappedFrom: text };
    }
    const slashed = SLASHED.test(text) ? text.split('/').join(' OR ') : text;
    if ((slashed.match(/\S+/g) ?? []).length <= MOST_TOKENS) {
      const reading = parseLicenceExpression(slashed, {
        findAlias: findLicenceAlias,
      });
      if (reading.ok) {
        const mapped = reading.mapped || slashed !== text;
        return {
          status: 'known',
          expression: formatExpression(reading.postfix),
          raw,
          ...(mapped ? { mappedFrom: text } : {}),
        };
      }
    }
    return { status: looksLikeExpression(text) ? 'invalid' : 'text', raw };
  }

  #cut(text: string): string {
    return text.length > this.#maxLength
      ? text.slice(0, this.#maxLength)
      : text;
  }
}

/** Operators in capitals, or brackets, are how people write expressions; a name or a sentence has none. */
function looksLikeExpression(text: string): boolean {
  return (
    /(?:^|[\s)])(?:AND|OR|WITH)(?:[\s(]|$)/.test(text) ||
    /^\(.*\)$/.test(text) ||
    /^(?:LicenseRef|DocumentRef)-/i.test(text)
  );
}
