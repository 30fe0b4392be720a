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

import { SbomComponent, SbomReading } from '../types';

/** What the graph says about the components, by their positions. */
export interface ComponentRelations {
  /** Number of edges from the subject; 0 or less where it does not reach. */
  depths: Int32Array;
  /** Rank of the scope. */
  scopes: Uint8Array;
  /** Position of the one component that is the subject, and so none of the components. */
  taken: number | undefined;
  /** Two an edge: positions of components, the one that is taken left out; the subject is `SUBJECT`. */
  ends: Int32Array;
  subjectRef: string | undefined;
}

/** End of an edge that is the subject. */
export const SUBJECT = -1;

/**
 * Keeps the components of a document until their relations are known. They are most of what a reading takes up, and
 * whoever hands them to another thread keeps them in another form than who gives them out here.
 */
export interface ComponentStore {
  readonly length: number;
  add(component: SbomComponent): void;
  /** The component as it was added. */
  at(position: number): SbomComponent;
  /** What the reading has of them. A store may give out nothing here and keep it for another way. */
  finish(
    relations: ComponentRelations,
  ): Pick<Extract<SbomReading, { ok: true }>, 'components' | 'edges'>;
}
