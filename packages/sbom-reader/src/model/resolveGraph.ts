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

import { SbomScope } from '../types';

/** Scopes from strongest to weakest: what runs wins, and what is not known may run. */
const SCOPES: readonly SbomScope[] = [
  'runtime',
  'unknown',
  'provided',
  'optional',
  'build',
  'test',
  'dev',
  'excluded',
];

/** Position of a scope in the order of strength, 0 for the strongest. */
export function scopeRank(scope: SbomScope): number {
  return SCOPES.indexOf(scope);
}

/** The scope at a position of the order of strength. */
export function scopeOfRank(rank: number): SbomScope {
  return SCOPES[rank] ?? 'unknown';
}

export interface Graph {
  /** `targets[i]` for `i` from `offsets[n]` to `offsets[n + 1]` are the nodes that node `n` depends on. */
  offsets: Int32Array;
  targets: Int32Array;
  /** Scope rank of each edge. */
  ranks: Uint8Array;
  selfEdges: number;
  doubleEdges: number;
}

/** Puts the edges of each node side by side, without loops of a node to itself and without repetitions. */
export function buildGraph(options: {
  nodes: number;
  from: Int32Array;
  to: Int32Array;
  ranks: Uint8Array;
}): Graph {
  const { nodes, from, to } = options;
  const offsets = new Int32Array(nodes + 1);
  for (let i = 0; i < from.length; i++) {
    offsets[from[i] + 1] += 1;
  }
  for (let n = 0; n < nodes; n++) {
    offsets[n + 1] += offsets[n];
  }
  const order = new Int32Array(from.length);
  const next = offsets.slice(0, nodes);
  for (let i = 0; i < from.length; i++) {
    order[next[from[i]]++] = i;
  }
  const targets = new Int32Array(from.length);
  const ranks = new Uint8Array(from.length);
  const placeOf = new Int32Array(nodes).fill(-1);
  const kept = new Int32Array(nodes + 1);
  let size = 0;
  let selfEdges = 0;
  let doubleEdges = 0;
  for (let n = 0; n < nodes; n++) {
    const begin = size;
    for (let k = offsets[n]; k < offsets[n + 1]; k++) {
      const edge = order[k];
      const target = to[edge];
      const rank = options.ranks[edge];
      const place = placeOf[target];
      if (target === n) {
        selfEdges += 1;
      } else if (place >= begin) {
        doubleEdges += 1;
        ranks[place] = Math.min(ranks[place], rank);
      } else {
        placeOf[target] = size;
        targets[size] = target;
        ranks[size] = rank;
        size += 1;
      }
    }
    kept[n + 1] = size;
  }
  return {
    offsets: kept,
    targets: targets.subarray(0, size),
    ranks: ranks.subarray(0, size),
    selfEdges,
    doubleEdges,
  };
}

/** Number of edges from the nearest root to each node, -1 where none leads. */
export function findDepths(graph: Graph, roots: Iterable<number>): Int32Array {
  const nodes = graph.offsets.length - 1;
  const depths = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  let tail = 0;
  for (const root of roots) {
    if (depths[root] < 0) {
      depths[root] = 0;
      queue[tail++] = root;
    }
  }
  for (let head = 0; head < tail; head++) {
    const node = queue[head];
    for (let k = graph.offsets[node]; k < graph.offsets[node + 1]; k++) {
      const target = graph.targets[k];
      if (depths[target] < 0) {
        depths[target] = depths[node] + 1;
        queue[tail++] = target;
      }
    }
  }
  return depths;
}

/**
 * The scope rank of each node: its own where the document states one, else the strongest over all paths from the roots of
 * the weakest step of the path. Nodes that no path reaches take the strongest of the edges that lead to them.
 */
export function findScopes(options: {
  graph: Graph;
  depths: Int32Array;
  own: Uint8Array;
}): Uint8Array {
  const { graph, depths, own } = options;
  const unknown = scopeRank('unknown');
  const nodes = own.length;
  const best = new Uint8Array(nodes).fill(255);
  const buckets: number[][] = SCOPES.map(() => []);
  // Roots and what states its scope itself are where paths begin to count.
  for (let n = 0; n < nodes; n++) {
    if (depths[n] === 0) {
      best[n] = 0;
      buckets[0].push(n);
    } else if (depths[n] > 0 && own[n] !== unknown) {
      best[n] = own[n];
      buckets[own[n]].push(n);
    }
  }
  // Strongest first: a step never makes a path stronger, so a node's value is final when its turn comes.
  for (let rank = 0; rank < SCOPES.length; rank++) {
    const bucket = buckets[rank];
    for (let node = bucket.pop(); node !== undefined; node = bucket.pop()) {
      if (best[node] !== rank) {
        continue;
      }
      for (let k = graph.offsets[node]; k < graph.offsets[node + 1]; k++) {
        const target = graph.targets[k];
        const value = Math.max(rank, graph.ranks[k]);
        if (own[target] === unknown && value < best[target]) {
          best[target] = value;
          buckets[value].push(target);
        }
      }
    }
  }
  for (let n = 0; n < nodes; n++) {
    if (depths[n] >= 0) {
      continue;
    }
    for (let k = graph.offsets[n]; k < graph.offsets[n + 1]; k++) {
      const target = graph.targets[k];
      if (depths[target] < 0 && own[target] === unknown) {
        best[target] = Math.min(best[target], graph.ranks[k]);
      }
    }
  }
  for (let n = 0; n < nodes; n++) {
    if (own[n] !== unknown) {
      best[n] = own[n];
    } else if (best[n] === 255) {
      best[n] = unknown;
    }
  }
  return best;
}
