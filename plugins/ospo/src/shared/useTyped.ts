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

import { useEffect, useRef, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/**
 * A text that is shown at once and reported when typing pauses.
 *
 * @param settled - the text as last reported, for example in the address
 */
export function useTyped(
  settled: string,
  onSettle: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(settled);
  const reported = useRef(settled);
  const latestOnSettle = useRef(onSettle);
  latestOnSettle.current = onSettle;

  // The address changed by other means than typing: back, a link, "clear".
  useEffect(() => {
    if (settled !== reported.current) {
      reported.current = settled;
      setText(settled);
    }
  }, [settled]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === reported.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      reported.current = wanted;
      latestOnSettle.current(wanted);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
