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

import {
  ForgePages,
  ForgeRequest,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GitlabReading } from './GitlabReading';

/** A list under the name that its validator is kept by. */
export interface NamedRequest<T> extends Omit<ForgeRequest<T[]>, 'etag'> {
  name: string;
}

/**
 * Reads lists that make one value together: undefined when none of them has changed, else all of them, and those that
 * have not changed are asked for once more.
 */
export async function readGroup<T>(
  reading: GitlabReading,
  requests: readonly NamedRequest<T>[],
  options: { maxPages: number },
): Promise<ForgePages<T>[] | undefined> {
  const { client, validators } = reading;
  const known = requests.every(({ name }) => validators.get(name));
  const answers: ForgePages<T>[] = [];
  for (const request of requests) {
    const etag = known ? validators.get(request.name)?.etag : undefined;
    answers.push(await client.getPages({ ...request, etag }, options));
  }
  if (answers.every(({ status }) => status === 'unchanged')) {
    return undefined;
  }
  for (const [index, request] of requests.entries()) {
    if (answers[index].status === 'unchanged') {
      answers[index] = await client.getPages(request, options);
    }
  }
  for (const [index, { name }] of requests.entries()) {
    const answer = answers[index];
    // What changed on a later page does not change the validator of the first.
    const etag =
      answer.status === 'read' && answer.complete ? answer.etag : undefined;
    validators.set(name, etag);
  }
  return answers;
}
