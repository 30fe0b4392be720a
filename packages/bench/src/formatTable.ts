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
import { Goal, goals } from './goals';

const HEAD = ['id', 'what', 'against', 'on', 'target', 'reached', '', 'sides'];

/** The figures as a table, in plain text or as Markdown. */
export function formatTable(
  figures: readonly Figure[],
  style: 'text' | 'markdown',
): string {
  const rows = [HEAD, ...figures.map(toRow)];
  if (style === 'markdown') {
    const [head, ...body] = rows.map(row => `| ${row.join(' | ')} |`);
    return [head, `|${' --- |'.repeat(HEAD.length)}`, ...body, ''].join('\n');
  }
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map(row => [...row[column]].length)),
  );
  return rows
    .map(row =>
      row
        .map(
          (cell, column) =>
            cell + ' '.repeat(widths[column] - [...cell].length),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

function toRow(figure: Figure): string[] {
  const goal: Omit<Goal, 'id'> = goals[figure.id];
  return [
    figure.id,
    goal.what,
    goal.against,
    figure.on,
    figure.judged
      ? `${goal.reach === 'at least' ? '≥' : '≤'} ${formatValue(
          goal.value,
          goal,
        )}`
      : 'none set',
    reached(figure, goal),
    verdict(figure),
    figure.note ?? '',
  ];
}

/** A figure in a line. */
export function formatReached(figure: Figure): string {
  const [id, , , on, target, value, answer, sides] = toRow(figure);
  return [id, on, target, value, answer, sides].filter(Boolean).join('  ');
}

function reached(figure: Figure, goal: Omit<Goal, 'id'>): string {
  if (!figure.measured) {
    return `not measured: ${figure.notMeasured ?? 'no reason was given'}`;
  }
  const { median, min, max } = figure.measured;
  return `${formatValue(median, goal)} (${number(min)}–${number(max)})`;
}

function verdict(figure: Figure): string {
  const answer = isReached(figure);
  if (answer === undefined) {
    return '–';
  }
  return answer ? 'yes' : 'NO';
}

function formatValue(value: number, goal: Omit<Goal, 'id'>): string {
  return `${number(value)} ${goal.unit}`;
}

/** Three digits are all that these measurements are worth. */
export function number(value: number): string {
  if (value === 0) {
    return '0';
  }
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toFixed(Math.min(6, digits))).toLocaleString('en-GB', {
    maximumFractionDigits: 6,
  });
}
