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

import { useState } from 'react';

/** A change that was asked for: whether it is under way, and what failed. */
export interface Action {
  isPending: boolean;
  error: Error | undefined;
  /** True when it was done. */
  run(change: () => Promise<unknown>): Promise<boolean>;
  clear(): void;
}

export function useAction(): Action {
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    isPending,
    error,
    clear: () => setError(undefined),
    run: async change => {
      setIsPending(true);
      setError(undefined);
      try {
        await change();
        return true;
      } catch (caught) {
        setError(caught instanceof Error ? caught : new Error(String(caught)));
        return false;
      } finally {
        setIsPending(false);
      }
    },
  };
}
