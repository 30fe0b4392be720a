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

import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { givesUpNames } from './preparedName';

const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 20;

/** Deadlock, serialisation failure, lock not available, and a database that is busy, restarting or out of reach. */
const CONFLICTS = new Set(['40P01', '40001', '55P03']);
const LOST = new Set([
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08006'],
  ...['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'],
]);

/**
 * Runs a transaction again when the database says that it lost a race, or the connection was lost. Whoever calls it
 * makes sure that doing it twice is the same as doing it once, because a lost connection does not say how it ended.
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  options: { knex?: Knex; pause?: (ms: number) => Promise<void> } = {},
): Promise<T> {
  const pause =
    options.pause ?? (ms => new Promise(resolve => setTimeout(resolve, ms)));
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const kind =
        options.knex && givesUpNames(options.knex, error)
          ? 'conflict'
          : retryKind(error);
      if (!kind) {
        throw error;
      }
      if (attempt === MAX_ATTEMPTS) {
        throw new ServiceUnavailableError(
          'The database is busy or out of reach; try again later',
          error,
        );
      }
      // A server that restarts needs seconds, a lost race only somebody else's commit.
      const base = kind === 'lost' ? FIRST_PAUSE_MS * 10 : FIRST_PAUSE_MS;
      await pause(base * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

function retryKind(error: unknown): 'conflict' | 'lost' | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  const code = 'code' in error ? String(error.code) : '';
  if (CONFLICTS.has(code) || code.startsWith('SQLITE_BUSY')) {
    return 'conflict';
  }
  if (
    LOST.has(code) ||
    /Connection terminated|Connection ended unexpectedly|Timeout acquiring a connection/i.test(
      error.message,
    )
  ) {
    return 'lost';
  }
  return undefined;
}
