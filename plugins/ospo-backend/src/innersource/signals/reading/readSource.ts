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

import { isError, ServiceUnavailableError } from '@backstage/errors';
import {
  RepositoryLocation,
  RepositoryPartName,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { spreadMs } from '../../../shared/budgets/backOff';
import { raceAbort } from '../../../shared/raceAbort';
import { SignalsTarget } from '../../SignalsReader';
import { FilesForge } from '../files/fileUrls';
import { Organisation } from '../org/Organisation';
import { SignalsRecord, SourceState } from '../store/SignalsStore';
import { applyReading, KeptReading, keepReading } from './applyReading';
import { KeepPartsOptions } from './keepParts';

/** A forge that computes something is asked again no sooner and no later than that. */
const LATER_MS = { least: 30_000, most: 6 * 3_600_000 };

export interface ReadSourceOptions {
  loginAnnotations: (host: string) => readonly string[];
  filesForgeOf: (host: string) => FilesForge | undefined;
  isBot: (login: string) => boolean;
  businessMs: (start: string, end: string) => number;
  /** Hours of business time that a promise is long; undefined when it is none. */
  businessHours: (duration: string) => number | undefined;
  checkEveryMs: number;
  readTimeoutMs: number;
  now: () => Date;
  random: () => number;
}

/** One source's turn at one project. */
export interface SourceTurn {
  target: SignalsTarget & { repository: RepositoryLocation };
  source: RepositorySignals;
  state: SourceState | undefined;
  parts: RepositoryPartName[];
  organisation: Organisation;
  /** Ends everything. */
  signal: AbortSignal;
}

/** To be applied to the record as it is by then. */
export type RecordChange = (
  record: Pick<SignalsRecord, 'parts' | 'states'>,
) => Pick<SignalsRecord, 'parts' | 'states'>;

/** Asks a source within its time, and makes of the answer what may be kept. People go no further than here. */
export async function readSource(
  turn: SourceTurn,
  spend: () => Promise<void>,
  options: ReadSourceOptions,
): Promise<{
  change: RecordChange;
  told: RepositoryPartName[];
  /** What ended it on the way, when the host did. */
  stoppedBy?: Error;
}> {
  const { isBot, readTimeoutMs, now } = options;
  const { source, target, parts, state } = turn;
  const { repository } = target;
  const timeout = AbortSignal.timeout(readTimeoutMs);
  const over = new AbortController();
  const signal = AbortSignal.any([turn.signal, timeout, over.signal]);
  try {
    const reading = await raceAbort(
      source.read({
        repository,
        parts,
        helpLabels: target.helpLabels,
        validators: state?.validators ?? {},
        spend,
        isBot,
        now: now(),
        signal,
      }),
      signal,
    );
    const kept = keepReading({
      source: source.id,
      asked: parts,
      reading,
      keep: {
        ...options,
        repository,
        ownerRef: target.ownerRef,
        promise: promiseOf(target, options),
        now: now(),
        organisation: turn.organisation,
        loginAnnotations: options.loginAnnotations(repository.host),
        filesForge: options.filesForgeOf(repository.host),
      },
    });
    const atMs = now().getTime();
    const times = {
      now: new Date(atMs).toISOString(),
      nextAt: new Date(atMs + waitMs(kept, options)).toISOString(),
    };
    return {
      change: record => applyReading(record, kept, times),
      told: [
        ...kept.read.map(({ name }) => name),
        ...kept.unchanged,
        ...kept.pending,
      ],
      ...(reading.stoppedBy && { stoppedBy: reading.stoppedBy }),
    };
  } catch (error) {
    if (timeout.aborted && isAbort(error) && !turn.signal.aborted) {
      const seconds = Math.round(readTimeoutMs / 1000);
      throw new ServiceUnavailableError(
        `'${repository.host}' did not answer within ${seconds} seconds. It is tried again later.`,
      );
    }
    throw error;
  } finally {
    over.abort();
  }
}

function promiseOf(
  { reviewSlo }: SignalsTarget,
  { businessHours }: ReadSourceOptions,
): KeepPartsOptions['promise'] {
  const hours = reviewSlo === undefined ? undefined : businessHours(reviewSlo);
  return reviewSlo === undefined || hours === undefined
    ? undefined
    : { reviewSlo, businessMs: hours * 3_600_000 };
}

function waitMs(
  kept: KeptReading,
  { checkEveryMs, random }: ReadSourceOptions,
): number {
  return kept.pending.length > 0
    ? Math.min(Math.max(kept.retryAfterMs ?? 0, LATER_MS.least), LATER_MS.most)
    : spreadMs(checkEveryMs, random);
}

function isAbort(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'TimeoutError' || error.name === 'AbortError')
  );
}
