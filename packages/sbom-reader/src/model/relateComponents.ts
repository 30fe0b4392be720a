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

import { FindingList } from '../findings/FindingList';
import { SbomComponent, SbomEdge } from '../types';
import { countCycles } from './countCycles';
import { RefTable } from './RefTable';
import {
  buildGraph,
  findDepths,
  findScopes,
  Graph,
  scopeOfRank,
  scopeRank,
} from './resolveGraph';

/** A node that nothing in the document explains. */
const LOOSE = -1;

interface Relating {
  findings: FindingList;
  refs: RefTable;
  components: SbomComponent[];
  /** Node of each component. */
  nodeOf: Int32Array;
  /** Position of the component of each node; negative for what is none. */
  positions: Int32Array;
  roots: number[];
  subject: string | undefined;
  from: Int32Array;
  to: Int32Array;
  ranks: Int32Array;
}

/** Writes relation, depth and scope into the components and lists the sound edges. */
export function relateComponents(relating: Relating): SbomEdge[] {
  const { components, nodeOf, positions, roots } = relating;
  const graph = buildGraph({
    nodes: positions.length,
    ...soundEdges(relating),
  });
  const depths = findDepths(graph, roots);
  const unknown = scopeRank('unknown');
  const own = new Uint8Array(positions.length).fill(unknown);
  for (let i = 0; i < components.length; i++) {
    own[nodeOf[i]] = scopeRank(components[i].scope);
  }
  const scopes = findScopes({ graph, depths, own });
  for (let i = 0; i < components.length; i++) {
    const component = components[i];
    const depth = depths[nodeOf[i]];
    if (depth > 0) {
      component.relation = depth === 1 ? 'direct' : 'transitive';
      component.depth = depth;
    }
    component.scope = scopeOfRank(scopes[nodeOf[i]]);
  }
  noteGraph(relating, graph, depths);
  return listEdges(relating, graph);
}

/** The edges whose two ends are in the document. */
function soundEdges(relating: Relating): {
  from: Int32Array;
  to: Int32Array;
  ranks: Uint8Array;
} {
  const { from, to, ranks, positions, refs } = relating;
  const keptRanks = new Uint8Array(from.length);
  let kept = 0;
  for (let i = 0; i < from.length; i++) {
    if (positions[from[i]] === LOOSE || positions[to[i]] === LOOSE) {
      const node = positions[from[i]] === LOOSE ? from[i] : to[i];
      relating.findings.add('dangling-reference', () => refs.textOf(node));
    } else {
      from[kept] = from[i];
      to[kept] = to[i];
      keptRanks[kept] = ranks[i];
      kept += 1;
    }
  }
  return {
    from: from.subarray(0, kept),
    to: to.subarray(0, kept),
    ranks: keptRanks.subarray(0, kept),
  };
}

function noteGraph(relating: Relating, graph: Graph, depths: Int32Array): void {
  const { findings, components, nodeOf } = relating;
  const note = (code: Parameters<FindingList['add']>[0], count: number) => {
    if (count > 0) {
      findings.add(code, '/', undefined, count);
    }
  };
  note('self-dependency', graph.selfEdges);
  note('duplicate-edge', graph.doubleEdges);
  note('dependency-cycle', countCycles(graph));
  if (graph.targets.length === 0) {
    if (components.some(component => component.isPackage)) {
      findings.add('no-dependencies', '/');
    }
    return;
  }
  let unreached = 0;
  for (let i = 0; i < components.length; i++) {
    if (components[i].isPackage && depths[nodeOf[i]] < 0) {
      unreached += 1;
    }
  }
  note('not-reached-from-subject', unreached);
}

function listEdges(relating: Relating, graph: Graph): SbomEdge[] {
  const { components, positions, refs, subject } = relating;
  const { offsets, targets } = graph;
  const subjectNode = subject === undefined ? undefined : refs.find(subject);
  const nameOf = (node: number): string | undefined => {
    const position = positions[node];
    if (position >= 0) {
      return components[position].ref;
    }
    return node === subjectNode ? subject : undefined;
  };
  const edges: SbomEdge[] = [];
  for (let node = 0; node < positions.length; node++) {
    const from = offsets[node] < offsets[node + 1] ? nameOf(node) : undefined;
    if (from !== undefined) {
      for (let k = offsets[node]; k < offsets[node + 1]; k++) {
        const to = nameOf(targets[k]);
        if (to !== undefined) {
          edges.push({ from, to });
        }
      }
    }
  }
  return edges;
}
