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

import { SbomComponent, SbomEdge } from '../types';
import { ComponentRelations, ComponentStore, SUBJECT } from './ComponentStore';
import { lazyList } from './lazyList';
import { relate } from './relate';

/** Keeps components as they are. */
export class ComponentList implements ComponentStore {
  readonly #components: SbomComponent[] = [];

  private constructor() {}

  static create = (): ComponentList => new ComponentList();

  get length(): number {
    return this.#components.length;
  }

  add(component: SbomComponent): void {
    this.#components.push(component);
  }

  at(position: number): SbomComponent {
    return this.#components[position];
  }

  finish(relations: ComponentRelations): {
    components: SbomComponent[];
    edges: readonly SbomEdge[];
  } {
    const { depths, scopes, taken, ends, subjectRef = '' } = relations;
    const components = this.#components;
    for (let i = 0; i < components.length; i++) {
      relate(components[i], depths[i], scopes[i]);
    }
    if (taken !== undefined) {
      components.splice(taken, 1);
    }
    const nameOf = (end: number) =>
      end === SUBJECT ? subjectRef : components[end].ref;
    const edgeAt = (index: number) => ({
      from: nameOf(ends[index * 2]),
      to: nameOf(ends[index * 2 + 1]),
    });
    return { components, edges: lazyList(ends.length / 2, edgeAt) };
  }
}
