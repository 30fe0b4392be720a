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

import { findExceptionId, findLicenceId } from './licenceList';

/**
 * One licence of an expression.
 *
 * @public
 */
export interface LicenceLeaf {
  /** SPDX identifier, `LicenseRef-…` or `DocumentRef-…:LicenseRef-…`. */
  licence: string;
  /** True for `+`; `-or-later` is part of the identifier. */
  orLater: boolean;
  exception?: string;
  /** The leaf as it stands in the normalised expression. */
  text: string;
}

/**
 * An expression in postfix order: each operator stands behind its two operands. It can be worked off with a stack, so
 * that no depth of brackets can exhaust anything.
 */
export type PostfixExpression = readonly (LicenceLeaf | 'AND' | 'OR')[];

export type ExpressionReading =
  | { ok: true; postfix: PostfixExpression; mapped: boolean }
  | { ok: false };

interface Options {
  /** Finds the licence that several words, or one that is no identifier, stand for. */
  findAlias?: (text: string) => string | undefined;
}

const NOT_AN_EXPRESSION: ExpressionReading = { ok: false };
const TOKEN = /[()]|[^\s()]+/g;
const REFERENCE =
  /^(?:(DocumentRef-)([^:]+):)?(LicenseRef-|AdditionRef-)([^:]+)$/i;
const GNU = /^(?:A|L)?GPL-\d\.\d$|^GFDL-1\.\d$/;

/** Reads an SPDX licence expression of any length in linear time; operators and identifiers may have any case. */
export function parseLicenceExpression(
  text: string,
  options: Options = {},
): ExpressionReading {
  const output: (LicenceLeaf | 'AND' | 'OR')[] = [];
  const operators: ('AND' | 'OR' | '(')[] = [];
  let words: string[] = [];
  let exceptionWords: string[] | undefined;
  let needsOperand = true;
  let mapped = false;

  const endLeaf = (): boolean => {
    const read = readLeaf(words, exceptionWords, options);
    words = [];
    exceptionWords = undefined;
    if (!read) {
      return false;
    }
    mapped ||= read.mapped;
    output.push(read.leaf);
    return true;
  };
  const unwind = (stopAt: (operator: 'AND' | 'OR' | '(') => boolean) => {
    for (;;) {
      const top = operators[operators.length - 1];
      if (top === undefined || top === '(' || stopAt(top)) {
        return;
      }
      output.push(top);
      operators.pop();
    }
  };

  for (const token of text.match(TOKEN) ?? []) {
    const upper = token.length <= 4 ? token.toUpperCase() : token;
    const inLeaf = words.length > 0;
    if (token === '(') {
      if (!needsOperand || inLeaf) {
        return NOT_AN_EXPRESSION;
      }
      operators.push('(');
    } else if (token === ')') {
      if (inLeaf && !endLeaf()) {
        return NOT_AN_EXPRESSION;
      }
      if (!inLeaf && needsOperand) {
        return NOT_AN_EXPRESSION;
      }
      needsOperand = false;
      unwind(() => false);
      if (operators.pop() !== '(') {
        return NOT_AN_EXPRESSION;
      }
    } else if (upper === 'AND' || upper === 'OR') {
      if (inLeaf && !endLeaf()) {
        return NOT_AN_EXPRESSION;
      }
      if (!inLeaf && needsOperand) {
        return NOT_AN_EXPRESSION;
      }
      unwind(top => upper === 'AND' && top === 'OR');
      operators.push(upper);
      needsOperand = true;
    } else if (upper === 'WITH' && inLeaf && !exceptionWords) {
      exceptionWords = [];
    } else {
      if (!inLeaf && !needsOperand) {
        return NOT_AN_EXPRESSION;
      }
      (exceptionWords ?? words).push(token);
    }
  }
  if (words.length > 0) {
    if (!endLeaf()) {
      return NOT_AN_EXPRESSION;
    }
  } else if (needsOperand) {
    return NOT_AN_EXPRESSION;
  }
  unwind(() => false);
  return operators.length > 0
    ? NOT_AN_EXPRESSION
    : { ok: true, postfix: output, mapped };
}

/** The expression in its normal form: identifiers as the list has them, brackets only where they are needed. */
export function formatExpression(postfix: PostfixExpression): string {
  const stack: { text: string; operator?: 'AND' | 'OR' }[] = [];
  for (const item of postfix) {
    if (typeof item !== 'string') {
      stack.push({ text: item.text });
    } else {
      const right = stack.pop();
      const left = stack.pop();
      stack.push({
        text: `${bracketed(left, item)} ${item} ${bracketed(right, item)}`,
        operator: item,
      });
    }
  }
  return stack[0]?.text ?? '';
}

function bracketed(
  operand: { text: string; operator?: 'AND' | 'OR' } | undefined,
  within: 'AND' | 'OR',
): string {
  const text = operand?.text ?? '';
  return operand?.operator === 'OR' && within === 'AND' ? `(${text})` : text;
}

function readLeaf(
  words: string[],
  exceptionWords: string[] | undefined,
  options: Options,
): { leaf: LicenceLeaf; mapped: boolean } | undefined {
  const written = words.join(' ');
  const found = findLicence(written, options);
  if (!found) {
    return undefined;
  }
  const { licence, orLater } = found;
  const plain = orLater ? `${licence}+` : licence;
  if (!exceptionWords) {
    return {
      leaf: { licence, orLater, text: plain },
      mapped: plain !== written,
    };
  }
  const writtenException = exceptionWords.join(' ');
  const exception =
    findExceptionId(writtenException) ??
    (/^AdditionRef-[A-Za-z0-9.-]+$/.test(writtenException)
      ? writtenException
      : undefined);
  if (!exception) {
    return undefined;
  }
  return {
    leaf: { licence, orLater, exception, text: `${plain} WITH ${exception}` },
    mapped: plain !== written || exception !== writtenException,
  };
}

function findLicence(
  written: string,
  options: Options,
): { licence: string; orLater: boolean } | undefined {
  const exact = findLicenceId(written);
  // The list has `GPL-2.0+` itself, as deprecated; it means what `GPL-2.0-or-later` says.
  if (exact && !exact.endsWith('+')) {
    return { licence: exact, orLater: false };
  }
  if (written.endsWith('+')) {
    const base = findLicenceId(written.slice(0, -1));
    if (base && GNU.test(base)) {
      return { licence: `${base}-or-later`, orLater: false };
    }
    if (base) {
      return { licence: base, orLater: !base.endsWith('-or-later') };
    }
  }
  const reference = REFERENCE.exec(written);
  if (reference) {
    const [, inDocument, documentName, kind, name] = reference;
    return kind.toLowerCase() === 'licenseref-'
      ? {
          licence: `${
            inDocument ? `DocumentRef-${allowed(documentName)}:` : ''
          }LicenseRef-${allowed(name)}`,
          orLater: false,
        }
      : undefined;
  }
  const alias = options.findAlias?.(written);
  return alias && !alias.includes(' ')
    ? { licence: alias, orLater: false }
    : undefined;
}

function allowed(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]+/g, '-');
}
