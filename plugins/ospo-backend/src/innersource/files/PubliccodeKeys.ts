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

import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { withoutAddresses } from '../../shared/withoutAddresses';
import { cleanText } from '../discovery/cleanText';

/** Keys of one section of a `publiccode.yml`; a value that cannot be used is a finding, and the rest counts. */
export class PubliccodeKeys {
  /** Name of the section, with those it is in. */
  readonly #path: string;
  readonly #values: ReadonlyMap<string, unknown>;
  /** Of all sections. */
  readonly findings: OspoFinding[];

  /** @returns undefined when it is no section */
  static of(value: unknown): PubliccodeKeys | undefined {
    return isRecord(value) ? new PubliccodeKeys('', value, []) : undefined;
  }

  private constructor(path: string, values: object, findings: OspoFinding[]) {
    this.#path = path;
    this.#values = new Map(Object.entries(values));
    this.findings = findings;
  }

  /** Its own name. */
  get name(): string {
    return this.#path.slice(this.#path.lastIndexOf('/') + 1);
  }

  peek(key: string): unknown {
    return this.#values.get(key);
  }

  take<T>(key: string, read: (value: unknown) => T | undefined): T | undefined {
    const value = this.#values.get(key);
    if (value === undefined || value === null) {
      return undefined;
    }
    const taken = read(value);
    if (taken === undefined) {
      this.findings.push({
        code: 'publiccode-value',
        severity: 'warning',
        where: `publiccode.yml: ${this.#below(key)}`,
        message: 'The value is none that the standard allows there',
        mend: 'Check the file with a validator of publiccode.yml.',
      });
    }
    return taken;
  }

  section(key: string): PubliccodeKeys | undefined {
    return this.take(key, value =>
      isRecord(value)
        ? new PubliccodeKeys(this.#below(key), value, this.findings)
        : undefined,
    );
  }

  /** The section whose name is like that, else the first one. */
  firstOf(pattern: RegExp): PubliccodeKeys | undefined {
    const names = [...this.#values.keys()];
    const name = names.find(key => pattern.test(key)) ?? names[0];
    return name === undefined ? undefined : this.section(name);
  }

  #below(key: string): string {
    const name = withoutAddresses(cleanText(key, 50) ?? '');
    return this.#path === '' ? name : `${this.#path}/${name}`;
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
