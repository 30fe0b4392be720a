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

import { isError } from '@backstage/errors';
import {
  RepositoryPart,
  RepositoryPartName,
  RepositoryParts,
  RepositoryReading,
} from '../repositorySignals';
import { RetryLaterError } from '../sbomSource';
import { Validators } from './Validators';

/** A host that failed once is asked again after a quarter of an hour. */
const FAILED_MS = 15 * 60_000;
/** Errors whose message is written for people. */
const FOR_PEOPLE = new Set(['InputError', 'NotAllowedError', 'NotFoundError']);

/** In the order in which they are read: what tells whether the repository is there comes first. */
const ORDER: readonly RepositoryPartName[] = [
  'facts',
  'commits',
  'releases',
  'files',
  'help',
  'responses',
];

/** @public */
export type RepositoryPartReaders = {
  [Name in RepositoryPartName]?: () => Promise<
    RepositoryPart<RepositoryParts[Name]>
  >;
};

/**
 * Reads the wanted parts one after the other. A failure of the first is thrown; of a later one it is told as the state
 * of that part, so that what was read is not lost, and a host that fails or is busy is not asked for more. Validators
 * that a part set are kept only when it was read: else the next reading would call unchanged what nobody has.
 *
 * @public
 */
export async function readParts(options: {
  parts: readonly RepositoryPartName[];
  readers: RepositoryPartReaders;
  validators: Validators;
  signal: AbortSignal;
}): Promise<RepositoryReading> {
  const { readers, signal, validators } = options;
  const parts: Partial<Record<RepositoryPartName, RepositoryPart<unknown>>> =
    {};
  let stopped: { state: 'later'; retryAfterMs: number } | undefined;
  let stoppedBy: Error | undefined;
  for (const name of ORDER) {
    const read = readers[name];
    if (!read || !options.parts.includes(name)) {
      continue;
    }
    if (stopped) {
      parts[name] = stopped;
      continue;
    }
    const takeBack = validators.mark();
    try {
      const part = await read();
      parts[name] = part;
      if (part.state !== 'read' && part.state !== 'unchanged') {
        takeBack();
      }
    } catch (error) {
      takeBack();
      signal.throwIfAborted();
      if (Object.keys(parts).length === 0) {
        throw error;
      }
      if (error instanceof RetryLaterError) {
        stopped = { state: 'later', retryAfterMs: error.retryAfterMs };
        stoppedBy = error;
        parts[name] = stopped;
      } else if (
        error instanceof Error &&
        error.name === 'ServiceUnavailableError'
      ) {
        stopped = { state: 'later', retryAfterMs: FAILED_MS };
        stoppedBy = error;
        parts[name] = stopped;
      } else if (isError(error) && FOR_PEOPLE.has(error.name)) {
        parts[name] = { state: 'unavailable', note: error.message };
      } else {
        throw error;
      }
    }
  }
  return {
    // Each value comes from the reader of the same name.
    parts: parts as RepositoryReading['parts'],
    validators: validators.toRecord(),
    ...(stoppedBy ? { stoppedBy } : {}),
  };
}
