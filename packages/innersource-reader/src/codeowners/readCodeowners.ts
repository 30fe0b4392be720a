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

import { decodeText } from '../text/decodeText';
import { InnerSourceFinding } from '../types';

const MAX_BYTES = 3 * 1024 * 1024;
const MAX_RULES = 10_000;
const ADDRESS = /^@?[^@\s]+@[^@\s]+$/;
const HANDLE = /^@[\w.-]+(\/[\w.-]+)*$/;

/** One line of a CODEOWNERS file. @public */
export interface CodeownersRule {
  pattern: string;
  /** `team` for `@org/team`, `user` for `@name`; addresses are counted and not kept. */
  owners: { kind: 'team' | 'user'; handle: string }[];
  /** Owners given by e-mail address. */
  addresses: number;
  line: number;
}

/** @public */
export interface CodeownersReading {
  rules: CodeownersRule[];
  findings: InnerSourceFinding[];
}

/**
 * Reads a CODEOWNERS file of GitHub or GitLab: patterns with owners, comments, sections. GitHub's limit of 3 MB holds.
 * A line that cannot be understood is a finding, the others count.
 *
 * @public
 */
export function readCodeowners(bytes: Uint8Array): CodeownersReading {
  const decoded = decodeText(bytes, MAX_BYTES);
  if ('finding' in decoded) {
    return { rules: [], findings: [decoded.finding] };
  }
  const rules: CodeownersRule[] = [];
  const findings: InnerSourceFinding[] = [];
  const lines = decoded.text.split(/\r\n|\r|\n/);
  for (const [at, line] of lines.entries()) {
    const words = splitWords(line);
    const [pattern, ...owners] = words;
    // Sections of GitLab, `[Section]`, `^[Optional][2] @default`, group rules and are none.
    if (pattern === undefined || /^\^?\[/.test(pattern)) {
      continue;
    }
    // A few files name owners alone, one a line: what they own is anybody's guess.
    if (pattern.startsWith('@') || ADDRESS.test(pattern)) {
      findings.push(badLine(at, 'it has an owner and no pattern'));
      continue;
    }
    if (rules.length === MAX_RULES) {
      findings.push(badLine(at, `only the first ${MAX_RULES} rules are read`));
      break;
    }
    const rule: CodeownersRule = {
      pattern,
      owners: [],
      addresses: 0,
      line: at + 1,
    };
    for (const owner of owners) {
      if (HANDLE.test(owner)) {
        const handle = owner.slice(1);
        rule.owners.push({
          kind: handle.includes('/') ? 'team' : 'user',
          handle,
        });
      } else if (ADDRESS.test(owner)) {
        rule.addresses += 1;
      } else {
        findings.push(
          badLine(at, 'an owner is no @name, @org/team or address'),
        );
      }
    }
    rules.push(rule);
  }
  return { rules, findings };
}

/** Words up to a comment; a backslash keeps a space in a pattern. */
function splitWords(line: string): string[] {
  const words = line.trim().match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex(word => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}

function badLine(at: number, message: string): InnerSourceFinding {
  return {
    code: 'bad-line',
    severity: 'warning',
    where: `line ${at + 1}`,
    message,
    mend: 'Write a pattern, then its owners, separated by spaces.',
  };
}
