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

import { SbomReading } from '../types';
import {
  COMPONENTS_PER_MESSAGE,
  EDGES_PER_MESSAGE,
  WorkerAnswer,
} from './messages';

/** A reading in pieces that each take the receiving thread a few milliseconds; what was handed over is let go. */
export function* answersFor(reading: SbomReading): Generator<WorkerAnswer> {
  if (!reading.ok) {
    yield { kind: 'head', head: reading };
    return;
  }
  const { components, edges, ...head } = reading;
  yield { kind: 'head', head };
  const positions = new Map<string, number>();
  components.forEach((component, position) => {
    positions.set(component.ref, position);
  });
  const ends = new Int32Array(edges.length * 2);
  edges.forEach((edge, i) => {
    ends[i * 2] = positions.get(edge.from) ?? -1;
    ends[i * 2 + 1] = positions.get(edge.to) ?? -1;
  });
  edges.length = 0;
  positions.clear();
  const total = components.length;
  for (let i = 0; i < total; i += COMPONENTS_PER_MESSAGE) {
    const size = Math.min(COMPONENTS_PER_MESSAGE, total - i);
    yield { kind: 'components', components: components.slice(i, i + size) };
    components.fill(components[0], i, i + size);
  }
  for (let i = 0; i < ends.length; i += EDGES_PER_MESSAGE * 2) {
    yield { kind: 'edges', ends: ends.slice(i, i + EDGES_PER_MESSAGE * 2) };
  }
}
