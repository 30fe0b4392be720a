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
  SbomLimits,
  SbomReading,
  SbomScope,
  SbomSubject,
} from '../types';
import { ComponentInput } from './ComponentInput';
import { ComponentStore } from './ComponentStore';
import { traitsOf } from './componentTraits';
import { countStatistics } from './countStatistics';
import { GrowingInts } from './GrowingInts';
import { Identity, identify } from './identify';
import { noteLicence } from './noteLicence';
import { RefTable } from './RefTable';
import { relateComponents } from './relateComponents';
import { scopeRank } from './resolveGraph';

/** Node of the graph that is no component of the document. */
export const NO_COMPONENT = -1;
/** Something that is no component and can still be part of the graph: a service, a snippet, the document. */
export const OTHER = -2;

type Reading = Extract<SbomReading, { ok: true }>;

/**
 * Gathers what a format's reader finds, in whatever order it stands in the document, and works out identities, relations
 * and scopes at the end.
 */
export class DocumentBuilder {
  /** Numbers of all identifiers; a number is also the node of the graph. */
  readonly refs = new RefTable();
  readonly #findings: FindingList;
  readonly #limits: SbomLimits;
  readonly #components: ComponentStore;
  /** Position of the component of a node, or one of the two constants; what is missing is `NO_COMPONENT`. */
  readonly #positions: number[] = [];
  readonly #nodeOf = new GrowingInts();
  readonly #traits = new GrowingInts();
  readonly #from = new GrowingInts();
  readonly #to = new GrowingInts();
  readonly #ranks = new GrowingInts();
  readonly #roots = new Set<number>();
  #subject: SbomSubject | undefined;
  #renamed = 0;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    createStore: () => ComponentStore;
  }) {
    this.#findings = options.findings;
    this.#limits = options.limits;
    this.#components = options.createStore();
  }

  get size(): number {
    return this.#components.length;
  }

  addComponent(input: ComponentInput, where: () => string): void {
    const findings = this.#findings;
    const limits = this.#limits;
    const position = this.#components.length;
    if (position >= limits.maxComponents) {
      throw new SbomRefusal(
        'too-many-components',
        where(),
        `more than ${limits.maxComponents}`,
      );
    }
    const options = { findings, limits, where };
    const identity = identify(input, options);
    const node = this.#freeNode(input, identity, where);
    if (node === undefined) {
      return;
    }
    noteLicence(input.declared, options);
    noteLicence(input.concluded, options);
    this.#setPosition(node, position);
    this.#nodeOf.push(node);
    const component: SbomComponent = {
      ref: this.refs.textOf(node),
      purl: identity.purl,
      rawPurl: identity.rawPurl,
      packageKey: identity.packageKey,
      weak: identity.weak,
      ecosystem: identity.ecosystem,
      namespace: identity.namespace,
      name: identity.name,
      version: identity.version,
      qualifiers: identity.qualifiers,
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
    };
    this.#traits.push(traitsOf(component));
    this.#components.add(component);
  }

  /** Makes a ref known that is no component, so that edges to it are not dangling. */
  addOther(node: number): void {
    if (this.#position(node) === NO_COMPONENT) {
      this.#setPosition(node, OTHER);
    }
  }

  /** Says what the document is about. */
  addRoot(node: number): void {
    this.#roots.add(node);
  }

  /** The subject when it is not one of the components. */
  setSubject(subject: SbomSubject, node: number | undefined): void {
    this.#subject = subject;
    if (node !== undefined) {
      this.addOther(node);
      this.addRoot(node);
    }
  }

  addEdge(from: number, to: number, scope: SbomScope): void {
    if (this.#from.length >= this.#limits.maxEdges) {
      throw new SbomRefusal(
        'too-many-edges',
        this.refs.textOf(from),
        `more than ${this.#limits.maxEdges}`,
      );
    }
    this.#from.push(from);
    this.#to.push(to);
    this.#ranks.push(scopeRank(scope));
  }

  finish(document: SbomDocument): Reading {
    const findings = this.#findings;
    this.#connectByPurl();
    const roots = this.#chooseRoots(this.#knownRoots());
    const taken = this.#takeSubject(roots);
    const traits = this.#traits.view();
    const relations = relateComponents({
      findings,
      refs: this.refs,
      nodeOf: this.#nodeOf.view(),
      traits,
      positions: this.#allPositions(),
      roots,
      taken,
      subjectRef: this.#subject?.ref,
      from: this.#from.view(),
      to: this.#to.view(),
      ranks: this.#ranks.view(),
    });
    const { depths, ends } = relations;
    const statistics = countStatistics({
      traits,
      depths,
      taken,
      relations: ends.length / 2,
    });
    if (statistics.components === 0) {
      findings.add('no-components', '/');
    }
    return {
      ok: true,
      document: { ...document, subject: this.#subject },
      ...this.#components.finish(relations),
      statistics,
      findings: findings.toArray(),
    };
  }

  #position(node: number): number {
    return this.#positions[node] ?? NO_COMPONENT;
  }

  #setPosition(node: number, position: number): void {
    // Without holes the array stays one of plain integers.
    while (this.#positions.length < node) {
      this.#positions.push(NO_COMPONENT);
    }
    this.#positions[node] = position;
  }

  #allPositions(): Int32Array {
    const positions = new Int32Array(this.refs.size).fill(NO_COMPONENT);
    positions.set(this.#positions);
    return positions;
  }

  /** The node of a component; `undefined` when the same is there already. Refs that are taken get a number behind them. */
  #freeNode(
    input: ComponentInput,
    identity: Identity,
    where: () => string,
  ): number | undefined {
    const wanted =
      input.ref ?? (input.purl ? this.refs.idOf(input.purl) : undefined);
    if (wanted !== undefined) {
      const position = this.#position(wanted);
      if (position < 0) {
        return wanted;
      }
      if (input.ref !== undefined) {
        const text = () => this.refs.textOf(wanted);
        if (sameIdentity(this.#components.at(position), identity)) {
          this.#findings.add('duplicate-component', where, text());
          return undefined;
        }
        this.#findings.add('duplicate-ref', where, text());
      }
    }
    const base =
      input.ref === undefined ? 'component' : this.refs.textOf(input.ref);
    for (;;) {
      this.#renamed += 1;
      const before = this.refs.size;
      const node = this.refs.idOf(`${base}#${this.#renamed}`);
      if (node >= before) {
        return node;
      }
    }
  }

  /** Some producers name the ends of edges by purl although the components have refs of their own. */
  #connectByPurl(): void {
    const missing = new Map<string, number>();
    for (let node = 0; node < this.refs.size; node++) {
      if (this.#position(node) === NO_COMPONENT) {
        const text = this.refs.textOf(node);
        if (text.startsWith('pkg:')) {
          missing.set(text, node);
        }
      }
    }
    if (missing.size === 0) {
      return;
    }
    const instead = new Map<number, number>();
    const nodeOf = this.#nodeOf.view();
    for (let position = 0; position < nodeOf.length; position++) {
      const component = this.#components.at(position);
      for (const purl of [component.rawPurl, component.purl]) {
        const node = purl === undefined ? undefined : missing.get(purl);
        if (node !== undefined && !instead.has(node)) {
          instead.set(node, nodeOf[position]);
          this.#findings.add('reference-by-purl', purl ?? '');
        }
      }
    }
    for (const ends of [this.#from.view(), this.#to.view()]) {
      for (let i = 0; i < ends.length; i++) {
        ends[i] = instead.get(ends[i]) ?? ends[i];
      }
    }
  }

  #knownRoots(): number[] {
    return [...this.#roots].filter(node => {
      if (this.#position(node) !== NO_COMPONENT) {
        return true;
      }
      this.#findings.add(
        'dangling-reference',
        () => this.refs.textOf(node),
        'the subject',
      );
      return false;
    });
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

  /** The subject is no dependency of itself: when it is among the components it is taken out; answers its position. */
  #takeSubject(roots: number[]): number | undefined {
    if (roots.length === 0 && !this.#subject) {
      this.#findings.add('subject-missing', '/');
    }
    const position = roots.length === 1 ? this.#position(roots[0]) : OTHER;
    if (position < 0) {
      return undefined;
    }
    if (this.#subject) {
      this.#findings.add('subject-listed', '/', this.#subject.ref);
    }
    const { ref, name, version, purl, type } = this.#components.at(position);
    this.#subject = { name, version, purl, type, ...this.#subject, ref };
    return position;
  }
}

function sameIdentity(component: SbomComponent, identity: Identity): boolean {
  return (
    component.packageKey === identity.packageKey &&
    component.purl === identity.purl &&
    component.version === identity.version
  );
}
