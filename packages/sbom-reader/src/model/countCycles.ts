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

import { Graph } from './resolveGraph';

/** Number of groups of nodes that depend on each other in a circle (Tarjan, without recursion). */
export function countCycles(graph: Graph): number {
  const { offsets, targets } = graph;
  const nodes = offsets.length - 1;
  const index = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const onStack = new Uint8Array(nodes);
  const cursor = offsets.slice(0, nodes);
  const stack: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let cycles = 0;
  for (let start = 0; start < nodes; start++) {
    if (index[start] !== 0 || offsets[start] === offsets[start + 1]) {
      continue;
    }
    path.push(start);
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (index[node] === 0) {
        counter += 1;
        index[node] = counter;
        low[node] = counter;
        stack.push(node);
        onStack[node] = 1;
      }
      let descended = false;
      while (cursor[node] < offsets[node + 1]) {
        const target = targets[cursor[node]];
        cursor[node] += 1;
        if (index[target] === 0) {
          path.push(target);
          descended = true;
          break;
        }
        if (onStack[target] === 1) {
          low[node] = Math.min(low[node], index[target]);
        }
      }
      if (descended) {
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) {
        low[parent] = Math.min(low[parent], low[node]);
      }
      if (low[node] === index[node]) {
        let size = 0;
        for (let popped = -1; popped !== node; size++) {
          popped = stack.pop() ?? node;
          onStack[popped] = 0;
        }
        if (size > 1) {
          cycles += 1;
        }
      }
    }
  }
  return cycles;
}
