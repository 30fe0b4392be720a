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

import { LicenceLeaf, parseLicenceExpression } from './parseLicenceExpression';

/** @public */
export type LicenceVerdict = 'allow' | 'deny' | 'unknown';

const RANK = { deny: 0, unknown: 1, allow: 2 } as const;

/**
 * The verdict on a licence expression: AND is as bad as its worst part, OR as good as its best; what is not known does
 * not spoil a good choice and does not pass where everything is required. Takes time linear in the expression's length.
 * What is not an expression is `unknown`.
 *
 * @public
 */
export function evaluateLicence(
  expression: string,
  verdictOf: (leaf: LicenceLeaf) => LicenceVerdict,
): LicenceVerdict {
  const reading = parseLicenceExpression(expression);
  if (!reading.ok) {
    return 'unknown';
  }
  const stack: LicenceVerdict[] = [];
  for (const item of reading.postfix) {
    if (typeof item !== 'string') {
      stack.push(verdictOf(item));
    } else {
      const right = stack.pop() ?? 'unknown';
      const left = stack.pop() ?? 'unknown';
      const takeLeft =
        item === 'AND' ? RANK[left] <= RANK[right] : RANK[left] >= RANK[right];
      stack.push(takeLeft ? left : right);
    }
  }
  return stack[0] ?? 'unknown';
}
