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

import { Figure } from './Figure';
import { judge } from './judge';

function aFigure(overrides: Partial<Figure> = {}): Figure {
  return {
    id: 'P9',
    on: 'PostgreSQL',
    judged: true,
    measured: { median: 0.6, min: 0.5, max: 0.7 },
    ...overrides,
  };
}

function at(median: number): Partial<Figure> {
  return { measured: { median, min: median, max: median } };
}

describe('judge', () => {
  it.each([
    ['a goal that is reached', at(0.5), {}, false],
    ['a miss within the slack', at(0.4), {}, false],
    ['a miss beyond the slack', at(0.3), {}, true],
    [
      'a miss beyond the slack, but for one round',
      { measured: { median: 0.1, min: 0.1, max: 0.5 } },
      {},
      false,
    ],
    ['milliseconds', { id: 'P25' as const, ...at(5_000) }, {}, false],
    ['a known miss', at(0.1), { P9: 'a reason' }, false],
    ['what has no goal', { ...at(0.1), judged: false }, {}, false],
    ['what needs more data', { measured: undefined }, {}, false],
    ['what failed', { measured: undefined, failed: true }, {}, true],
  ])(
    'in a reduced run, %s: broken is as told',
    (_, figure, known, expected) => {
      const verdict = judge([aFigure(figure)], {
        isReduced: true,
        knownMisses: known,
      });

      expect(verdict.isBroken).toBe(expected);
    },
  );

  it('states in a full run what was missed and why, and breaks only when something failed', () => {
    const options = { isReduced: false, knownMisses: { P9: 'a reason' } };
    const verdict = judge([aFigure(at(0.1)), aFigure()], options);

    expect(verdict).toEqual({
      isBroken: false,
      lines: [
        '1 reached, 1 missed, 0 not measured',
        'missed: P9 (PostgreSQL), as known: a reason',
      ],
    });
    expect(
      judge([aFigure({ measured: undefined, failed: true })], options).isBroken,
    ).toBe(true);
  });
});
