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

import { ComponentRelations, ComponentStore } from '../model/ComponentStore';
import { SbomComponent, SbomEdge, SbomLicence } from '../types';
import { PackedModelData, PackedComponent } from './PackedModelData';
import { PackedTexts } from './PackedTexts';

/** These bytes lie outside of the thread's heap, whose limit does not count them. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Keeps components as text outside of the heap while a document is read, so that the thread never builds the model that
 * its host is about to use.
 */
export class ModelPacker implements ComponentStore {
  readonly #components = PackedTexts.create({ maxBytes: MOST_BYTES });
  readonly #refs = PackedTexts.create({ maxBytes: MOST_BYTES });
  readonly #licences = PackedTexts.create({ maxBytes: MOST_BYTES });
  /** The reader makes one object of each different licence. */
  readonly #licenceNumbers = new Map<SbomLicence, number>();
  #relations: ComponentRelations | undefined;

  private constructor() {}

  static create(): ModelPacker {
    return new ModelPacker();
  }

  get length(): number {
    return this.#components.length;
  }

  add(component: SbomComponent): void {
    const packed: PackedComponent = {
      ...component,
      declared: this.#numberOf(component.declared),
      concluded: this.#numberOf(component.concluded),
    };
    this.#components.add(JSON.stringify(packed));
    this.#refs.add(component.ref);
  }

  at(position: number): SbomComponent {
    const packed: PackedComponent = JSON.parse(this.#components.at(position));
    return {
      ...packed,
      declared: JSON.parse(this.#licences.at(packed.declared)),
      concluded: JSON.parse(this.#licences.at(packed.concluded)),
    };
  }

  /** The reading stays without its long lists; `toData` has them. */
  finish(relations: ComponentRelations): {
    components: SbomComponent[];
    edges: SbomEdge[];
  } {
    this.#relations = relations;
    return { components: [], edges: [] };
  }

  /** What the other thread makes the lists of, once the document was read to its end. */
  toData(): PackedModelData | undefined {
    return (
      this.#relations && {
        components: this.#components.toData(),
        refs: this.#refs.toData(),
        licences: this.#licences.toData(),
        relations: this.#relations,
      }
    );
  }

  #numberOf(licence: SbomLicence): number {
    const known = this.#licenceNumbers.get(licence);
    if (known !== undefined) {
      return known;
    }
    const number = this.#licences.length;
    this.#licences.add(JSON.stringify(licence));
    this.#licenceNumbers.set(licence, number);
    return number;
  }
}
