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

import {
  InnerSourceProject,
  ListProjectsQuery,
  OspoPage,
  ProjectSort,
  projectStandings,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { foldText } from '../../shared/foldText';
import { ProjectIndex } from '../search/ProjectIndex';
import { ProjectsView, SeenProject, toListed } from '../view/ProjectsView';
import { facetTable, wantedNumbers } from './facetTable';

const DEFAULT_LIMIT = 50;
const HEADING = 1_000_000;

/** Heading, then known before unknown, then the value, then the title, then the ref: all ascending. */
type Position = readonly [number, number, number, string, string];
const positionSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.string(),
  z.string(),
]);

interface Row {
  seen: SeenProject;
  position: Position;
}

const orders = new WeakMap<ProjectsView, Map<ProjectSort, Row[]>>();

/** The projects that fit, each heading after the other; of each, what is unknown comes last. */
export function listProjects(
  view: ProjectsView,
  query: ListProjectsQuery,
): OspoPage<InnerSourceProject> {
  const { cursor, limit = DEFAULT_LIMIT, ...rest } = query;
  const sort = query.sort ?? (query.q === undefined ? 'activity' : 'relevance');
  const binding = cursorBinding({ list: 'innersource', ...rest, sort });
  const after = decodeCursor({ cursor, binding, position: positionSchema });
  const { rows, total } = rowsOf(view, query, sort);
  const page: Row[] = [];
  for (const row of rows) {
    if (page.length > limit) {
      break;
    }
    if (!after || compare(row.position, after) > 0) {
      page.push(row);
    }
  }
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ seen }) => toListed(seen, view)),
    nextCursor:
      last && page.length > limit
        ? encodeCursor({ binding, position: last.position })
        : undefined,
    total: { value: total, bounded: false },
  };
}

/** Those that fit, in order. */
function rowsOf(
  view: ProjectsView,
  query: ListProjectsQuery,
  sort: ProjectSort,
): { rows: Iterable<Row>; total: number } {
  const weights = weightsOf(view, query);
  const fits = fitting(view, query, weights);
  const order = orderOf(view, sort === 'relevance' ? 'title' : sort);
  const found = order.filter(({ seen }) => fits(seen));
  return {
    rows: sort === 'relevance' && weights ? byWeight(found, weights) : found,
    total: found.length,
  };
}

/**
 * By heading and weight; among those of one weight, of which there are few different ones, the order stays. Sorting all
 * would take longer than finding them, for a page of a few.
 */
function* byWeight(
  rows: readonly Row[],
  weights: Float32Array,
): Generator<Row> {
  const shelves = new Map<number, Row[]>();
  for (const row of rows) {
    // No sum of weights comes near to the distance of two headings.
    const shelf = row.position[0] * HEADING - weights[row.seen.index];
    const shelved = shelves.get(shelf);
    if (shelved) {
      shelved.push(row);
    } else {
      shelves.set(shelf, [row]);
    }
  }
  for (const [, shelved] of [...shelves].sort(([a], [b]) => a - b)) {
    for (const { seen, position } of shelved) {
      const [heading, , , title, ref] = position;
      yield { seen, position: [heading, 0, -weights[seen.index], title, ref] };
    }
  }
}

/** Whether a project has the words, and of each facet one of the values. */
export function filterOf(
  view: ProjectsView,
  filters: ListProjectsQuery,
): (seen: SeenProject) => boolean {
  return fitting(view, filters, weightsOf(view, filters));
}

function fitting(
  view: ProjectsView,
  filters: ListProjectsQuery,
  weights: Float32Array | undefined,
): (seen: SeenProject) => boolean {
  const table = facetTable(view);
  const wanted = wantedNumbers(filters, table);
  return seen =>
    (weights === undefined || weights[seen.index] > 0) &&
    wanted.every(([name, numbers]) =>
      table[name].of[seen.place].some(number => numbers.has(number)),
    );
}

/** How much each project has of the words, by its place in the snapshot; undefined when no words are asked for. */
function weightsOf(
  view: ProjectsView,
  { q }: ListProjectsQuery,
): Float32Array | undefined {
  return q === undefined
    ? undefined
    : ProjectIndex.of(view.snapshot).search(q, view);
}

/** What is sorted by, more before less; undefined is unknown. */
const VALUES: Record<
  Exclude<ProjectSort, 'relevance'>,
  (seen: SeenProject) => number | undefined
> = {
  title: () => 0,
  activity: ({ labels, signals }) =>
    labels.activity.percentile ??
    signals.activity.humanCommitsPerWeek13.value ??
    undefined,
  welcoming: ({ labels }) => labels.welcoming.percentile,
  reach: ({ labels, signals }) =>
    labels.reach.percentile ?? signals.reach.dependants.value ?? undefined,
  'last-push': ({ signals }) => {
    const { value } = signals.activity.lastHumanPush;
    return value === null ? undefined : Date.parse(value);
  },
  'wanted-help': ({ signals }) =>
    signals.welcoming.wantedHelp.value ?? undefined,
};

function orderOf(
  view: ProjectsView,
  sort: Exclude<ProjectSort, 'relevance'>,
): Row[] {
  const kept = orders.get(view) ?? new Map<ProjectSort, Row[]>();
  orders.set(view, kept);
  const rows =
    kept.get(sort) ??
    view.projects
      .map(seen => toRow(seen, VALUES[sort](seen)))
      .sort((a, b) => compare(a.position, b.position));
  kept.set(sort, rows);
  return rows;
}

function toRow(seen: SeenProject, value: number | undefined): Row {
  const { project } = seen;
  return {
    seen,
    position: [
      projectStandings.indexOf(project.standing),
      value === undefined ? 1 : 0,
      value === undefined ? 0 : -value,
      foldText(project.fields.title ?? project.facts.name),
      project.ref,
    ],
  };
}

function compare(a: Position, b: Position): number {
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) {
      return a[at] < b[at] ? -1 : 1;
    }
  }
  return 0;
}
