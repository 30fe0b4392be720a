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

import { SbomComponent, SbomLimits, SbomReading } from '../types';

/** What the host asks of the worker. */
export interface ReadFileRequest {
  path: string;
  limits: Partial<SbomLimits>;
}

/** A reading without its two long lists, which follow in pieces. */
export type ReadingHead =
  | Omit<Extract<SbomReading, { ok: true }>, 'components' | 'edges'>
  | Extract<SbomReading, { ok: false }>;

/** What the worker answers; after each the host asks for more with `next`. */
export type WorkerAnswer =
  | { kind: 'head'; head: ReadingHead }
  | { kind: 'components'; components: SbomComponent[] }
  /** Positions of components, two an edge; the subject is -1. */
  | { kind: 'edges'; ends: Int32Array }
  | { kind: 'end' };

export const COMPONENTS_PER_MESSAGE = 500;
export const EDGES_PER_MESSAGE = 10_000;
