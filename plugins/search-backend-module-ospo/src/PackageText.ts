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

import { ComponentPackage } from '@ospo-suite/backstage-plugin-ospo-common';

/** Room that is kept for saying how many packages were left out. */
const REMARK_LENGTH = 80;

/** The text of a document: a line a package version, as many as there is room for. */
export class PackageText {
  readonly #maxLength: number;
  readonly #lines = new Set<string>();
  #length = 0;
  #count = 0;

  static create(options: { maxLength: number }): PackageText {
    return new PackageText(options.maxLength);
  }

  private constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  /** Package versions that the text names. */
  get count(): number {
    return this.#count;
  }

  /** Adds a package version; false when there is no room for it, or for any after it. */
  add(item: ComponentPackage): boolean {
    const line = packageLine(item);
    if (!this.#lines.has(line)) {
      const length = this.#length + line.length + 1;
      if (length > this.#maxLength - REMARK_LENGTH) {
        return false;
      }
      this.#lines.add(line);
      this.#length = length;
    }
    this.#count += 1;
    return true;
  }

  /** @param options - `packages`: how many package versions the component has */
  finish(options: { packages: number }): { text: string; leftOut: number } {
    const leftOut = options.packages - this.#count;
    const lines = [...this.#lines];
    if (leftOut > 0) {
      lines.push(`… and ${leftOut} more, which are not searched`);
    }
    return { text: lines.join('\n'), leftOut };
  }
}

function packageLine(item: ComponentPackage): string {
  const { namespace, name, version, licence } = item;
  return [
    namespace ? `${namespace}/${name}` : name,
    version,
    licence.expression ?? licence.raw,
  ]
    .filter(part => part !== undefined && part !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
}
