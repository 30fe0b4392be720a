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

import { SbomLimits, SbomReading } from '../types';
import { PackedModelData } from './PackedModelData';

/** What the host asks of the worker. */
export interface ReadFileRequest {
  path: string;
  limits: Partial<SbomLimits>;
}

/** What the worker answers. */
export interface ReadFileAnswer {
  /** When it is a good one, its two long lists are empty. */
  reading: SbomReading;
  /** Those lists. */
  packed: PackedModelData | undefined;
}
