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

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SbomComponent, SbomEdge, SbomReading } from '../types';
import { ReadFileRequest, ReadingHead, WorkerAnswer } from './messages';

/** Has a worker read a file and puts the pieces of its answer together; rejects when the worker fails or ends. */
export function readThroughWorker(
  worker: Worker,
  request: ReadFileRequest,
): Promise<SbomReading> {
  return new Promise<SbomReading>((resolve, reject) => {
    const components: SbomComponent[] = [];
    const edges: SbomEdge[] = [];
    let head: ReadingHead | undefined;

    const listeners = new AbortController();
    const settle = (result: () => void) => {
      listeners.abort();
      result();
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('the thread ended')));
    const onMessage = async (answer: WorkerAnswer) => {
      if (answer.kind === 'head') {
        head = answer.head;
      } else if (answer.kind === 'components') {
        for (const component of answer.components) {
          components.push(component);
        }
      } else if (answer.kind === 'edges') {
        addEdges(edges, answer.ends, components, subjectRef(head));
      } else {
        settle(() => resolve(complete(head, components, edges)));
        return;
      }
      // One piece a turn of the event loop.
      await nextTurn();
      worker.postMessage('next');
    };
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

function subjectRef(head: ReadingHead | undefined): string {
  return head?.ok ? head.document.subject?.ref ?? '' : '';
}

function addEdges(
  edges: SbomEdge[],
  ends: Int32Array,
  components: readonly SbomComponent[],
  subject: string,
): void {
  const name = (position: number) =>
    position < 0 ? subject : components[position].ref;
  for (let i = 0; i < ends.length; i += 2) {
    edges.push({ from: name(ends[i]), to: name(ends[i + 1]) });
  }
}

function complete(
  head: ReadingHead | undefined,
  components: SbomComponent[],
  edges: SbomEdge[],
): SbomReading {
  if (!head) {
    throw new Error('The thread gave no answer');
  }
  return head.ok ? { ...head, components, edges } : head;
}
