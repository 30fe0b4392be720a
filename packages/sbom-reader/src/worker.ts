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

/**
 * The thread in which `readSbomFile` reads. It serves one document at a time and hands the result over packed, in memory
 * that is transferred and not copied, so that neither thread holds what the other has.
 *
 * @packageDocumentation
 */
import { parentPort } from 'node:worker_threads';
import { ModelPacker } from './worker/ModelPacker';
import { ReadFileAnswer, ReadFileRequest } from './worker/messages';
import { memoryOf } from './worker/PackedModelData';
import { readFileHere } from './worker/readFileHere';

const port = parentPort;
if (port) {
  port.on('message', ({ path, limits }: ReadFileRequest) => {
    // Of a document that was wrapped in others, the store that was made last is the one that was filled.
    let packer: ModelPacker | undefined;
    const createStore = () => {
      packer = ModelPacker.create();
      return packer;
    };
    readFileHere(path, { limits, createStore }).then(
      reading => {
        const packed = reading.ok ? packer?.toData() : undefined;
        const answer: ReadFileAnswer = { reading, packed };
        port.postMessage(answer, packed ? memoryOf(packed) : []);
      },
      error => {
        // A throw outside of any promise reaches the host as the worker's `error` event.
        setImmediate(() => {
          throw error;
        });
      },
    );
  });
}
