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

import { ComponentRelations } from '../model/ComponentStore';
import { SbomComponent } from '../types';
import { PackedTextsData } from './PackedTexts';

/** A component without what is known only at the end, and with its licences by number. */
export type PackedComponent = Omit<SbomComponent, 'declared' | 'concluded'> & {
  declared: number;
  concluded: number;
};

/** The components and edges of a document in the form in which they go from one thread to the other. */
export interface PackedModelData {
  components: PackedTextsData;
  /** Identifier of each component. */
  refs: PackedTextsData;
  licences: PackedTextsData;
  relations: ComponentRelations;
}

/** The memory that can be given to the other thread instead of being copied. */
export function memoryOf(data: PackedModelData): ArrayBuffer[] {
  const { components, refs, licences, relations } = data;
  const arrays = [
    ...[components, refs, licences].flatMap(({ pieces, starts }) => [
      ...pieces,
      starts,
    ]),
    relations.depths,
    relations.scopes,
    relations.ends,
  ];
  return arrays.flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
