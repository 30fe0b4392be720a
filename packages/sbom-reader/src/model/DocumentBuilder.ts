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
import { SbomRefusal } from '../findings/SbomRefusal';
import {
  SbomComponent,
  SbomDocument,
  SbomEdge,
  SbomLimits,
  SbomReading,
  SbomScope,
  SbomSubject,
} from '../types';
import { ComponentInput } from './ComponentInput';
import { GrowingInts } from './GrowingInts';
import { identify } from './identify';
import { noteLicence } from './noteLicence';
import { countCycles } from './countCycles';
import {
  buildGraph,
  findDepths,
  findScopes,
  scopeOfRank,
  scopeRank,
} from './resolveGraph';
import { countStatistics } from './countStatistics';

const NO_COMPONENT = -1;
/** Something that is no component and can still be part of the graph: a service, a snippet, the document. */
const OTHER = -2;

type Reading = Extract<SbomReading, { ok: true }>;

/**
 * Gathers what a format's reader finds, in whatever order it stands in the document, and works out identities, relations
 * and scopes at the end.
 */
export class DocumentBuilder {
  readonly #findings: FindingList;
  readonly #limits: SbomLimits;
  readonly #components: SbomComponent[] = [];
  /** Number of every ref that was met, as component or as end of an edge. */
  readonly #nodes = new Map<string, number>();
  /** Position of the component of each node, or one of the two constants. */
  readonly #componentOf: number[] = [];
  readonly #nodeOf: number[] = [];
  readonly #from = new GrowingInts();
  readonly #to = new GrowingInts();
  readonly #ranks = new GrowingInts();
  readonly #roots: string[] = [];
  #subject: SbomSubject | undefined;

  constructor(options: { findings: FindingList; limits: SbomLimits }) {
    this.#findings = options.findings;
    this.#limits = options.limits;
  }

  get size(): number {
    return this.#components.length;
  }

  addComponent(input: ComponentInput, where: () => string): void {
    if (this.#components.length >= this.#limits.maxComponents) {
      throw new SbomRefusal(
        'too-many-components',
        where(),
        `more than ${this.#limits.maxComponents}`,
      );
    }
    const identity = identify(input, {
      findings: this.#findings,
      limits: this.#limits,
      where,
    });
    const ref = this.#freeRef(input, identity, where);
    if (ref === undefined) {
      return;
    }
    noteLicence(input.declared, {
      findings: this.#findings,
      limits: this.#limits,
      where,
    });
    noteLicence(input.concluded, {
      findings: this.#findings,
      limits: this.#limits,
      where,
    });
    const node = this.#node(ref);
    this.#componentOf[node] = this.#components.length;
    this.#nodeOf.push(node);
    this.#components.push({
      ref,
      ...identity,
      type: input.type,
      isPackage: input.isPackage,
      declared: input.declared,
      concluded: input.concluded,
      hashes: input.hashes,
      supplier: input.supplier,
      externalReferences: input.externalReferences,
      relation: 'unknown',
      depth: undefined,
      scope: input.scope,
    });
  }

  /** Makes a ref known that is no component, so that edges to it are not dangling. */
  addOther(ref: string): void {
    const node = this.#node(ref);
    if (this.#componentOf[node] === NO_COMPONENT) {
      this.#componentOf[node] = OTHER;
    }
  }

  /** Says what the document is about; the first subject is the subject, further ones are only starting points. */
  addRoot(ref: string): void {
    this.#roots.push(ref);
  }

  /** The subject when it is not one of the components. */
  setSubject(subject: SbomSubject): void {
    this.#subject = subject;
    if (subject.ref !== undefined) {
      this.addOther(subject.ref);
      this.addRoot(subject.ref);
    }
  }

  addEdge(from: string, to: string, scope: SbomScope): void {
    if (this.#from.length >= this.#limits.maxEdges) {
      throw new SbomRefusal(
        'too-many-edges',
        from,
        `more than ${this.#limits.maxEdges}`,
      );
    }
    this.#from.push(this.#node(from));
    this.#to.push(this.#node(to));
    this.#ranks.push(scopeRank(scope));
  }

  finish(document: SbomDocument): Reading {
    this.#connectByPurl();
    const roots = this.#chooseRoots(this.#rootNodes());
    this.#takeSubject(roots);
    const edges = this.#relate(roots);
    const components =
      this.#subjectPosition === undefined
        ? this.#components
        : this.#components.filter((_, i) => i !== this.#subjectPosition);
    if (components.length === 0) {
      this.#findings.add('no-components', '/');
    }
    return {
      ok: true,
      document: { ...document, subject: this.#subject ?? document.subject },
      components,
      edges,
      statistics: countStatistics(components, edges.length),
      findings: this.#findings.toArray(),
    };
  }

  #subjectPosition: number | undefined;

  #node(ref: string): number {
    const known = this.#nodes.get(ref);
    if (known !== undefined) {
      return known;
    }
    const node = this.#componentOf.length;
    this.#nodes.set(ref, node);
    this.#componentOf.push(NO_COMPONENT);
    return node;
  }

  /** The ref under which a component is kept; `undefined` when it is there already, word for word. */
  #freeRef(
    input: ComponentInput,
    identity: ReturnType<typeof identify>,
    where: () => string,
  ): string | undefined {
    const wanted = input.ref || input.purl;
    if (wanted) {
      const node = this.#nodes.get(wanted);
      const position =
        node === undefined ? NO_COMPONENT : this.#componentOf[node];
      if (position < 0) {
        return wanted;
      }
      if (input.ref) {
        if (sameIdentity(this.#components[position], identity)) {
          this.#findings.add('duplicate-component', where, wanted);
          return undefined;
        }
        this.#findings.add('duplicate-ref', where, wanted);
      }
    }
    const base = input.ref ?? 'component';
    for (let number = this.#components.length + 1; ; number++) {
      const ref = `${base}#${number}`;
      if (!this.#nodes.has(ref)) {
        return ref;
      }
    }
  }

  /** Some producers name the ends of edges by purl although the components have refs of their own. */
  #connectByPurl(): void {
    const missing = [...this.#nodes].filter(
      ([ref, node]) =>
        this.#componentOf[node] === NO_COMPONENT && ref.startsWith('pkg:'),
    );
    if (missing.length === 0) {
      return;
    }
    const byPurl = new Map<string, number>();
    this.#components.forEach((component, position) => {
      for (const purl of [component.rawPurl, component.purl]) {
        if (purl !== undefined && !byPurl.has(purl)) {
          byPurl.set(purl, position);
        }
      }
    });
    for (const [ref, node] of missing) {
      const position = byPurl.get(ref);
      if (position !== undefined) {
        this.#findings.add('reference-by-purl', ref);
        this.#redirect(node, this.#nodeOf[position]);
      }
    }
  }

  #redirect(from: number, to: number): void {
    for (const ends of [this.#from.view(), this.#to.view()]) {
      for (let i = 0; i < ends.length; i++) {
        if (ends[i] === from) {
          ends[i] = to;
        }
      }
    }
    this.#componentOf[from] = OTHER;
  }

  #rootNodes(): number[] {
    const nodes = new Set<number>();
    for (const ref of this.#roots) {
      const node = this.#nodes.get(ref);
      if (node === undefined || this.#componentOf[node] === NO_COMPONENT) {
        this.#findings.add('dangling-reference', ref, 'the subject');
      } else {
        nodes.add(node);
      }
    }
    return [...nodes];
  }

  /**
   * Of several things that a document is about, the one subject is the only one that depends on anything. Where there is
   * no such one, none is taken out of the components, and what any of them depends on is direct.
   */
  #chooseRoots(roots: number[]): number[] {
    if (roots.length < 2 || this.#subject) {
      return roots;
    }
    this.#findings.add('several-subjects', '/', `${roots.length}`);
    const sources = new Set(this.#from.view());
    const active = roots.filter(root => sources.has(root));
    return active.length === 1 ? active : roots;
  }

  /** The subject is no dependency of itself: when it is among the components it is taken out of them. */
  #takeSubject(roots: number[]): void {
    if (roots.length === 0 && !this.#subject) {
      this.#findings.add('subject-missing', '/');
    }
    const position = roots.length === 1 ? this.#componentOf[roots[0]] : OTHER;
    if (position < 0) {
      return;
    }
    if (this.#subject) {
      this.#findings.add('subject-listed', '/', this.#subject.ref);
    }
    const component = this.#components[position];
    this.#subject = {
      name: component.name,
      version: component.version,
      purl: component.purl,
      type: component.type,
      ...this.#subject,
      ref: component.ref,
    };
    this.#subjectPosition = position;
  }

  #relate(roots: number[]): SbomEdge[] {
    const nodes = this.#componentOf.length;
    const names = [...this.#nodes.keys()];
    const { from, to, ranks } = this.#soundEdges(names);
    const graph = buildGraph({ nodes, from, to, ranks });
    if (graph.selfEdges > 0) {
      this.#findings.add('self-dependency', '/', undefined, graph.selfEdges);
    }
    if (graph.doubleEdges > 0) {
      this.#findings.add('duplicate-edge', '/', undefined, graph.doubleEdges);
    }
    const cycles = countCycles(graph);
    if (cycles > 0) {
      this.#findings.add('dependency-cycle', '/', undefined, cycles);
    }
    const depths = findDepths(graph, roots);
    const own = new Uint8Array(nodes).fill(scopeRank('unknown'));
    this.#components.forEach((component, position) => {
      own[this.#nodeOf[position]] = scopeRank(component.scope);
    });
    const scopes = findScopes({ graph, depths, own });
    this.#components.forEach((component, position) => {
      const node = this.#nodeOf[position];
      const depth = depths[node];
      if (depth > 0) {
        component.relation = depth === 1 ? 'direct' : 'transitive';
        component.depth = depth;
      }
      component.scope = scopeOfRank(scopes[node]);
    });
    this.#noteUnreached(depths, graph.targets.length, roots);
    return this.#listEdges(graph, names);
  }

  /** The edges whose two ends are in the document. */
  #soundEdges(names: string[]): {
    from: Int32Array;
    to: Int32Array;
    ranks: Uint8Array;
  } {
    const from = this.#from.view();
    const to = this.#to.view();
    const ranks = this.#ranks.view();
    let kept = 0;
    for (let i = 0; i < from.length; i++) {
      const loose = [from[i], to[i]].find(
        node => this.#componentOf[node] === NO_COMPONENT,
      );
      if (loose === undefined) {
        from[kept] = from[i];
        to[kept] = to[i];
        ranks[kept] = ranks[i];
        kept += 1;
      } else {
        this.#findings.add('dangling-reference', () => names[loose]);
      }
    }
    return {
      from: from.subarray(0, kept),
      to: to.subarray(0, kept),
      ranks: Uint8Array.from(ranks.subarray(0, kept)),
    };
  }

  #noteUnreached(depths: Int32Array, edges: number, roots: number[]): void {
    if (edges === 0) {
      if (this.#components.some(component => component.isPackage)) {
        this.#findings.add('no-dependencies', '/');
      }
      return;
    }
    const subjects = new Set(roots);
    let unreached = 0;
    this.#components.forEach((component, position) => {
      const node = this.#nodeOf[position];
      if (component.isPackage && depths[node] < 0 && !subjects.has(node)) {
        unreached += 1;
      }
    });
    if (unreached > 0) {
      this.#findings.add('not-reached-from-subject', '/', undefined, unreached);
    }
  }

  #listEdges(
    graph: ReturnType<typeof buildGraph>,
    names: string[],
  ): SbomEdge[] {
    const subject = this.#subject?.ref;
    const isListed = (node: number) =>
      this.#componentOf[node] >= 0 || names[node] === subject;
    const edges: SbomEdge[] = [];
    for (let node = 0; node < names.length; node++) {
      const end = graph.offsets[node + 1];
      for (let k = graph.offsets[node]; k < end; k++) {
        const target = graph.targets[k];
        if (isListed(node) && isListed(target)) {
          edges.push({ from: names[node], to: names[target] });
        }
      }
    }
    return edges;
  }
}

function sameIdentity(
  component: SbomComponent,
  identity: ReturnType<typeof identify>,
): boolean {
  return (
    component.packageKey === identity.packageKey &&
    component.purl === identity.purl &&
    component.version === identity.version
  );
}
