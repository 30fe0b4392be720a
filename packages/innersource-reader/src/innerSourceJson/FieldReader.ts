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

import { InnerSourceFinding } from '../types';

const MAX_ITEMS = 50;
const MAX_ITEM_LENGTH = 100;
/** So much beyond what is kept is looked at, for the cut may go through an address. */
const MAX_ADDRESS = 300;
// Addresses are told by their shape only; what is left out is written again by its author, what is kept is kept.
const EMAIL = /[^\s@<>()"',;:]{1,64}@[^\s@<>()"',;:]{1,190}\.[a-z]{2,24}/i;
const PLACEHOLDER =
  /path\/to\/your|<!--\s*todo|^todo\b|^tbd\b|^(your|my)[ -](project|logo|title)|lorem ipsum|example\.(com|org)\/your|\{\{.{0,200}?\}\}|^<[^>]*>$/i;

/** Takes the fields of an object one by one, and says what was wrong with each. */
export class FieldReader {
  readonly findings: InnerSourceFinding[];
  readonly #fields: Map<string, { key: string; value: unknown }>;

  private constructor(
    object: Record<string, unknown>,
    findings: InnerSourceFinding[],
  ) {
    this.findings = findings;
    this.#fields = new Map(
      Object.entries(object).map(([key, value]) => [
        plainKey(key),
        { key, value },
      ]),
    );
  }

  static over(
    object: Record<string, unknown>,
    findings: InnerSourceFinding[] = [],
  ): FieldReader {
    return new FieldReader(object, findings);
  }

  /** The value under the official name, else under one of the aliases. */
  take(
    name: string,
    aliases: readonly string[] = [],
  ): { key: string; value: unknown } | undefined {
    for (const candidate of [name, ...aliases]) {
      const found = this.#fields.get(plainKey(candidate));
      if (found && isSomething(found.value)) {
        this.#fields.delete(plainKey(candidate));
        if (found.key !== name) {
          this.report({
            code: 'alias',
            severity: 'info',
            where: found.key,
            message: `'${found.key}' was read as '${name}'`,
            mend: `Write it '${name}'.`,
          });
        }
        return found;
      }
    }
    return undefined;
  }

  text(
    name: string,
    options: { aliases?: readonly string[]; maxLength?: number } = {},
  ): string | undefined {
    const found = this.take(name, options.aliases);
    return (
      found && this.#clean(found.key, found.value, options.maxLength ?? 500)
    );
  }

  /** A list, or a single text that stands for a list of one or is separated by commas. */
  list(name: string, aliases: readonly string[] = []): string[] {
    const found = this.take(name, aliases);
    if (!found) {
      return [];
    }
    const { key, value } = found;
    const items: unknown[] = Array.isArray(value)
      ? value
      : String(typeof value === 'string' ? value : '').split(',');
    if (!Array.isArray(value) && typeof value !== 'string') {
      this.#wrongType(key, 'a list of texts');
    }
    if (items.length > MAX_ITEMS) {
      this.report({
        code: 'too-many',
        severity: 'warning',
        where: key,
        message: `${items.length} entries; the first ${MAX_ITEMS} are kept`,
        mend: 'Keep those that help somebody to choose the project.',
      });
    }
    const texts = items
      .slice(0, MAX_ITEMS)
      .map((item, at) => this.#clean(`${key}[${at}]`, item, MAX_ITEM_LENGTH))
      .filter((text): text is string => text !== undefined);
    return [...new Set(texts)];
  }

  /** A link with a scheme that cannot run anything; a path in the repository too, where that makes sense. */
  link(
    name: string,
    options: { aliases?: readonly string[]; mayBePath?: boolean } = {},
  ): string | undefined {
    const found = this.take(name, options.aliases);
    const written =
      found && this.#clean(found.key, found.value, 2000, { isLink: true });
    if (!found || written === undefined) {
      return undefined;
    }
    if (/^(https?:\/\/|mailto:)/i.test(written) && URL.canParse(written)) {
      return written;
    }
    if (options.mayBePath && isPathInside(written)) {
      return written;
    }
    this.report({
      code: 'bad-link',
      severity: 'warning',
      where: found.key,
      message: 'It is no http, https or mailto link and was left out',
      mend: 'Write the whole address, beginning with https://.',
    });
    return undefined;
  }

  /** Tells of everything that nobody took. */
  reportRest(personal: readonly string[]): void {
    for (const { key } of this.#fields.values()) {
      if (personal.some(name => plainKey(name) === plainKey(key))) {
        this.report({
          code: 'personal-data',
          severity: 'info',
          where: key,
          message: 'It names a person and was not kept',
          mend: 'Name the owner in the catalog, where people can look after it themselves.',
        });
      } else {
        this.report({
          code: 'unknown-field',
          severity: 'info',
          where: key.slice(0, 100),
          message: 'No field of that name is known; it was left out',
          mend: 'Remove it, or check its spelling.',
        });
      }
    }
  }

  report(finding: InnerSourceFinding): void {
    this.findings.push(finding);
  }

  #clean(
    where: string,
    value: unknown,
    maxLength: number,
    options: { isLink?: boolean } = {},
  ): string | undefined {
    if (typeof value !== 'string') {
      this.#wrongType(where, 'a text');
      return undefined;
    }
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    const text = value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
    if (text === '') {
      return undefined;
    }
    const head = text.slice(0, maxLength + MAX_ADDRESS);
    if (PLACEHOLDER.test(head)) {
      this.report({
        code: 'placeholder',
        severity: 'warning',
        where,
        message: 'The text of the template is still there; it was left out',
        mend: 'Write your own, or remove the field.',
      });
      return undefined;
    }
    if (!options.isLink && EMAIL.test(head)) {
      this.report({
        code: 'personal-data',
        severity: 'warning',
        where,
        message: 'It holds an e-mail address and was not kept',
        mend: 'Name a role or a team, and its channel.',
      });
      return undefined;
    }
    if (text.length > maxLength) {
      this.report({
        code: 'too-long',
        severity: 'warning',
        where,
        message: `${text.length} characters; the first ${maxLength} are kept`,
        mend: 'Say it in fewer words.',
      });
    }
    return wellFormed(text.slice(0, maxLength));
  }

  #wrongType(where: string, wanted: string): void {
    this.report({
      code: 'wrong-type',
      severity: 'warning',
      where,
      message: `It is not ${wanted}; it was left out`,
      mend: `Write ${wanted}.`,
    });
  }
}

/** `owner_Id`, `ownerId` and `owner-id` are one name. */
function plainKey(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '');
}

function isSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isPathInside(path: string): boolean {
  return (
    !/^[a-z][a-z0-9+.-]*:/i.test(path) &&
    !path.startsWith('/') &&
    !path.startsWith('\\') &&
    !path.split(/[\\/]/).includes('..')
  );
}

/** Without halves of surrogate pairs, which no database holds; cutting a text can leave one. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}
