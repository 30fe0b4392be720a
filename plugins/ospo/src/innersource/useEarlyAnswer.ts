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

import { useCallback, useEffect, useRef } from 'react';

interface Asked<T> {
  key: string;
  answer: Promise<T>;
  controller: AbortController;
}

/**
 * Asks before the page has been drawn with the new question: the server then works meanwhile. `askEarly` asks, and
 * `take` hands over what was asked for that key, once.
 */
export function useEarlyAnswer<T>(): {
  askEarly: (key: string, ask: (signal: AbortSignal) => Promise<T>) => void;
  take: (key: string, signal: AbortSignal) => Promise<T> | undefined;
} {
  const asked = useRef<Asked<T>>();
  const drop = useCallback(() => {
    asked.current?.controller.abort();
    asked.current = undefined;
  }, []);
  useEffect(() => drop, [drop]);
  return {
    askEarly: useCallback(
      (key, ask) => {
        if (asked.current?.key === key) {
          return;
        }
        drop();
        const controller = new AbortController();
        const answer = ask(controller.signal);
        // Whoever takes it hears of it.
        answer.catch(() => {});
        asked.current = { key, answer, controller };
      },
      [drop],
    ),
    take: useCallback(
      (key, signal) => {
        const early = asked.current;
        if (early?.key !== key) {
          drop();
          return undefined;
        }
        asked.current = undefined;
        signal.addEventListener('abort', () => early.controller.abort());
        return early.answer;
      },
      [drop],
    ),
  };
}
