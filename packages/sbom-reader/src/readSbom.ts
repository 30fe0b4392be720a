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

import { ComponentList } from './model/ComponentList';
import { readSource } from './readSource';
import { SbomLimits, SbomReading } from './types';

/** @public */
export interface ReadSbomOptions {
  /** Laid over the default limits. */
  limits?: Partial<SbomLimits>;
  /** Ends reading with a refusal of the code `aborted`. */
  signal?: AbortSignal;
}

/**
 * Reads a bill of materials in this thread, letting others in about every 8 ms. Bytes that are no such document, or that
 * break a limit, give a refusal; nothing that a document contains makes it throw.
 *
 * @public
 */
export function readSbom(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadSbomOptions = {},
): Promise<SbomReading> {
  return readSource(source, { ...options, createStore: ComponentList.create });
}
