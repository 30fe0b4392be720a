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

import { useCallback, useEffect, useRef, useState } from 'react';

/** How far a load has come; a list that is reloaded keeps showing what it had. */
export type LoadState<T> =
  | { status: 'waiting' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'loaded'; value: T; isRefreshing: boolean; reload: () => void };

interface Outcome<T> {
  key: string;
  value?: T;
  error?: Error;
}

/**
 * Loads a value whenever `key` changes, and drops the answer of an earlier key.
 *
 * @param key - names what is loaded; all that `load` depends on must be in it
 */
export function useLoad<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): LoadState<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const [attempt, setAttempt] = useState(0);
  const latestLoad = useRef(load);
  latestLoad.current = load;

  const again = useCallback(() => setAttempt(count => count + 1), []);
  const retry = useCallback(() => {
    setOutcome(undefined);
    again();
  }, [again]);

  const wanted = `${attempt}:${key}`;
  useEffect(() => {
    const controller = new AbortController();
    latestLoad.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted) {
          setOutcome({ key: wanted, value });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          setOutcome({
            key: wanted,
            error: error instanceof Error ? error : new Error(String(error)),
          });
        }
      },
    );
    return () => controller.abort();
  }, [wanted]);

  if (!outcome) {
    return { status: 'waiting' };
  }
  if (outcome.error) {
    return outcome.key === wanted
      ? { status: 'failed', error: outcome.error, retry }
      : { status: 'waiting' };
  }
  return {
    status: 'loaded',
    value: outcome.value as T, // an outcome without error always carries what `load` resolved to
    isRefreshing: outcome.key !== wanted,
    reload: again,
  };
}
