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

import { Figure, isReached } from './Figure';
import { formatTable } from './formatTable';
import { goalIds, meansGoal } from './goals';

function aFigure(overrides: Partial<Figure> = {}): Figure {
  return {
    id: 'P11:popular',
    on: 'PostgreSQL, 10,000 components',
    judged: true,
    measured: { median: 2, min: 1.5, max: 4 },
    ...overrides,
  };
}

describe('isReached', () => {
  it.each([
    ['P11:popular', 2.5, 0, true],
    ['P11:popular', 2.6, 0, false],
    ['P11:popular', 3.1, 0.25, true],
    ['P11:popular', 3.2, 0.25, false],
    ['P9', 0.5, 0, true],
    ['P9', 0.49, 0, false],
    ['P9', 0.38, 0.25, true],
    ['P9', 0.37, 0.25, false],
  ] as const)('%s at %d with slack %d: %s', (id, value, slack, expected) => {
    const measured = { median: value, min: value, max: value };
    expect(isReached(aFigure({ id, measured }), slack)).toBe(expected);
  });

  it('judges nothing that was not measured or has no goal', () => {
    expect(isReached(aFigure({ measured: undefined }))).toBeUndefined();
    expect(isReached(aFigure({ judged: false }))).toBeUndefined();
  });
});

describe('formatTable', () => {
  it('says what was reached, what was missed, and why something was not measured', () => {
    const table = formatTable(
      [
        aFigure(),
        aFigure({ measured: { median: 3.456, min: 3, max: 12.34 } }),
        aFigure({ measured: undefined, notMeasured: 'needs --large' }),
      ],
      'text',
    ).split('\n');

    expect(table[1]).toMatch(/≤ 2\.5 × +2 × \(1\.5–4\) +yes$/);
    expect(table[2]).toMatch(/3\.46 × \(3–12\.3\) +NO$/);
    expect(table[3]).toMatch(/not measured: needs --large +–$/);
  });
});

describe('meansGoal', () => {
  it('takes a number with all its sides, or one side', () => {
    expect(goalIds.filter(id => meansGoal('p11', id))).toEqual([
      'P11:popular',
      'P11:rare',
    ]);
    expect(goalIds.filter(id => meansGoal('P11:rare', id))).toEqual([
      'P11:rare',
    ]);
    expect(goalIds.filter(id => meansGoal('P1', id))).toEqual(['P1']);
  });
});
