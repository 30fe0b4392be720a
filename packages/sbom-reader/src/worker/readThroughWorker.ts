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

import { Worker } from 'node:worker_threads';
import { SbomReading } from '../types';
import { ReadFileAnswer, ReadFileRequest } from './messages';
import { unpackModel } from './unpackModel';

/** Has a worker read a file; rejects when the worker fails or ends. */
export function readThroughWorker(
  worker: Worker,
  request: ReadFileRequest,
): Promise<SbomReading> {
  return new Promise<SbomReading>((resolve, reject) => {
    const listeners = new AbortController();
    const settle = (result: () => void) => {
      listeners.abort();
      result();
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('the thread ended')));
    const onMessage = ({ reading, packed }: ReadFileAnswer) =>
      settle(() =>
        resolve(
          reading.ok && packed
            ? { ...reading, ...unpackModel(packed) }
            : reading,
        ),
      );
    listeners.signal.addEventListener('abort', () => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('messageerror', onError);
      worker.off('exit', onExit);
    });

    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('messageerror', onError);
    worker.on('exit', onExit);
    worker.postMessage(request);
  });
}
