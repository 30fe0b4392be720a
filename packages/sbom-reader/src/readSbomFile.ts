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

import { ReadSbomOptions } from './readSbom';
import { SbomReading } from './types';
import { SbomWorkers } from './worker/SbomWorkers';

// The one piece of state of this package: threads are shared by all callers of a process, which is what bounds them.
const workers = SbomWorkers.create();

/**
 * Reads a bill of materials from a file in a thread of its own, which is cut off when its time is up or the caller aborts.
 * A crash of the thread, too much memory or too much time give a refusal; nothing throws. When the signal is aborted the
 * refusal has the code `aborted`.
 *
 * @public
 */
export function readSbomFile(
  path: string,
  options: ReadSbomOptions = {},
): Promise<SbomReading> {
  return workers.read(path, options);
}
