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

import { RefObject, useEffect, useRef } from 'react';

/**
 * A place that takes the focus when a change took away the control that had it; give the element `tabIndex={-1}`.
 * Without it a person on the keyboard starts again at the top of the page. Whoever is elsewhere is left there.
 *
 * @param shown - what the controls depend on
 */
export function useFocusWhenLost<T extends HTMLElement>(
  shown: unknown,
): RefObject<T> {
  const place = useRef<T>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (Object.is(before.current, shown)) {
      return undefined;
    }
    before.current = shown;
    // A dialog gives the focus back in the next frame, if the button that opened it is still there.
    const frame = requestAnimationFrame(() => {
      const { activeElement, body } = document;
      if (activeElement === null || activeElement === body) {
        place.current?.focus();
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return place;
}
