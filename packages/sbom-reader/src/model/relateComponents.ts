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
import { ComponentRelations, SUBJECT } from './ComponentStore';
import { isPackageIn, scopeRankIn } from './componentTraits';
import { countCycles } from './countCycles';
import { RefTable } from './RefTable';
import {
  buildGraph,
  findDepths,
  findScopes,
  Graph,
  scopeRank,
} from './resolveGraph';

/** A node that nothing in the document explains. */
const LOOSE = -1;
/** A node that is part of the graph and neither the subject nor a component. */
const ELSEWHERE = -2;

interface Relating {
  findings: FindingList;
  refs: RefTable;
  /** Node and traits of each component. */
  nodeOf: Int32Array;
  traits: Int32Array;
  /** Position of the component of each node; negative for what is none. */
  positions: Int32Array;
  roots: number[];
  /** Position of the component that is the subject. */
  taken: number | undefined;
  subjectRef: string | undefined;
  from: Int32Array;
  to: Int32Array;
  ranks: Int32Array;
}

/** Works out relation, depth and scope of the components, and the sound edges. */
export function relateComponents(relating: Relating): ComponentRelations {
  const { nodeOf, traits, positions, roots, taken, subjectRef } = relating;
  const graph = buildGraph({
    nodes: positions.length,
    ...soundEdges(relating),
  });
  const nodeDepths = findDepths(graph, roots);
  const own = new Uint8Array(positions.length).fill(scopeRank('unknown'));
  for (let i = 0; i < nodeOf.length; i++) {
    own[nodeOf[i]] = scopeRankIn(traits[i]);
  }
  const nodeScopes = findScopes({ graph, depths: nodeDepths, own });
  const depths = new Int32Array(nodeOf.length);
  const scopes = new Uint8Array(nodeOf.length);
  for (let i = 0; i < nodeOf.length; i++) {
    depths[i] = nodeDepths[nodeOf[i]];
    scopes[i] = nodeScopes[nodeOf[i]];
  }
  noteGraph(relating, graph, depths);
  return { depths, scopes, taken, subjectRef, ends: endsOf(relating, graph) };
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
  const { findings, traits } = relating;
  const note = (code: Parameters<FindingList['add']>[0], count: number) => {
    if (count > 0) {
      findings.add(code, '/', undefined, count);
    }
  };
  note('self-dependency', graph.selfEdges);
  note('duplicate-edge', graph.doubleEdges);
  note('dependency-cycle', countCycles(graph));
  if (graph.targets.length === 0) {
    if (traits.some(isPackageIn)) {
      findings.add('no-dependencies', '/');
    }
    return;
  }
  let unreached = 0;
  for (let i = 0; i < traits.length; i++) {
    if (isPackageIn(traits[i]) && depths[i] < 0) {
      unreached += 1;
    }
  }
  note('not-reached-from-subject', unreached);
}

/** The edges between components and the subject, by position. */
function endsOf(relating: Relating, graph: Graph): Int32Array {
  const { offsets, targets } = graph;
  const placeOf = placesOf(relating);
  const ends = new Int32Array(targets.length * 2);
  let length = 0;
  for (let node = 0; node < placeOf.length; node++) {
    const from = placeOf[node];
    if (from === ELSEWHERE) {
      continue;
    }
    for (let k = offsets[node]; k < offsets[node + 1]; k++) {
      const to = placeOf[targets[k]];
      if (to !== ELSEWHERE) {
        ends[length] = from;
        ends[length + 1] = to;
        length += 2;
      }
    }
  }
  return ends.subarray(0, length);
}

/** Where each node stands in the list of components without the one that is taken. */
function placesOf(relating: Relating): Int32Array {
  const { positions, taken = -1, subjectRef, refs } = relating;
  const subject = subjectRef === undefined ? -1 : refs.find(subjectRef) ?? -1;
  const placeOf = new Int32Array(positions.length).fill(ELSEWHERE);
  for (let node = 0; node < positions.length; node++) {
    const position = positions[node];
    if (position < 0) {
      placeOf[node] = node === subject ? SUBJECT : ELSEWHERE;
    } else if (position === taken) {
      placeOf[node] = SUBJECT;
    } else {
      placeOf[node] = taken >= 0 && position > taken ? position - 1 : position;
    }
  }
  return placeOf;
}
