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

import { LicenceReader } from '../licence/LicenceReader';
import { SbomLicence } from '../types';
import { KeptElement } from './KeptElement';

const MOST_STEPS = 200;

/** SPDX 3 says licences only by relationships to elements; this follows them to an expression. */
export class Spdx3Licences {
  readonly #elements: ReadonlyMap<string, KeptElement>;
  readonly #licences: LicenceReader;
  readonly #maxLength: number;
  readonly #declared = new Map<string, string[]>();
  readonly #concluded = new Map<string, string[]>();

  constructor(options: {
    elements: ReadonlyMap<string, KeptElement>;
    licences: LicenceReader;
    maxLength: number;
  }) {
    this.#elements = options.elements;
    this.#licences = options.licences;
    this.#maxLength = options.maxLength;
  }

  take(from: string, to: readonly string[], isDeclared: boolean): void {
    const map = isDeclared ? this.#declared : this.#concluded;
    const known = map.get(from);
    if (known) {
      known.push(...to);
    } else {
      map.set(from, [...to]);
    }
  }

  of(ref: string | undefined, isDeclared: boolean): SbomLicence {
    const map = isDeclared ? this.#declared : this.#concluded;
    const ids = (ref === undefined ? undefined : map.get(ref)) ?? [];
    const steps = { left: MOST_STEPS };
    return this.#licences.readList(
      ids.map(id => this.#expressionOf(id, steps)).filter(text => text !== ''),
    );
  }

  /** The steps bound both the length of what is built and any circle of sets that contain each other. */
  #expressionOf(id: string, steps: { left: number }): string {
    steps.left -= 1;
    if (steps.left < 0) {
      return '';
    }
    const element = this.#elements.get(id);
    if (!element) {
      return shortName(id);
    }
    const { kind } = element;
    if (element.expression !== undefined) {
      return element.expression;
    }
    if (kind.endsWith('licenseset')) {
      const word = kind.includes('disjunctive') ? ' OR ' : ' AND ';
      const parts = (element.members ?? [])
        .map(member => this.#expressionOf(member, steps))
        .filter(text => text !== '');
      return parts.length > 1
        ? `(${parts.join(word)})`.slice(0, this.#maxLength + 1)
        : parts[0] ?? '';
    }
    if (element.subjectLicence !== undefined) {
      const licence = this.#expressionOf(element.subjectLicence, steps);
      const addition = element.subjectAddition;
      if (addition !== undefined) {
        return `${licence} WITH ${shortName(addition)}`;
      }
      return kind.endsWith('orlateroperator') ? `${licence}+` : licence;
    }
    const name = shortName(id);
    return kind.endsWith('listedlicense') ? name : element.name ?? name;
  }
}

/** `…/licenses/MIT` names MIT, and `…/NoAssertionLicense` is SPDX 3's word for NOASSERTION. */
function shortName(id: string): string {
  const name = id.slice(id.search(/[^/#:]*$/));
  if (/^NoAssertion(?:License)?$/i.test(name)) {
    return 'NOASSERTION';
  }
  if (/^None(?:License)?$/i.test(name)) {
    return 'NONE';
  }
  return name;
}
