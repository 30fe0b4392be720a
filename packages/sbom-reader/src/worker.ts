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
 * The thread in which `readSbomFile` reads. It serves one document at a time and hands the result over in pieces, the next
 * one only when the host has taken the last, so that neither side is flooded.
 *
 * @packageDocumentation
 */
import { parentPort } from 'node:worker_threads';
import { readFileHere } from './worker/readFileHere';
import { ReadFileRequest, WorkerAnswer } from './worker/messages';
import { answersFor } from './worker/answersFor';

const port = parentPort;
if (port) {
  let answers: Iterator<WorkerAnswer> | undefined;
  port.on('message', (message: ReadFileRequest | 'next') => {
    if (message === 'next') {
      const next = answers?.next();
      port.postMessage(next && !next.done ? next.value : { kind: 'end' });
    } else {
      answers = undefined;
      readFileHere(message.path, { limits: message.limits }).then(
        reading => {
          answers = answersFor(reading);
          port.postMessage(answers.next().value);
        },
        error => {
          // A throw outside of any promise reaches the host as the worker's `error` event.
          setImmediate(() => {
            throw error;
          });
        },
      );
    }
  });
}
