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

import { JsonValue } from '@backstage/types';
import { ERASED_PERSON_REF } from '@ospo-suite/backstage-plugin-ospo-common';

/** A text that may name people, JSON or written by hand. */
export interface PersonText {
  text: string;
  isJson: boolean;
}

/**
 * The text without a person. In JSON the ref is looked for within its texts, not in how they are written: there a new
 * line before a ref would look like a letter that belongs to it.
 */
export function withoutPerson(
  { text, isJson }: PersonText,
  userRef: string,
): string {
  const pattern = personPattern(userRef);
  if (!isJson) {
    return text.replace(pattern, ERASED_PERSON_REF);
  }
  const value: JsonValue = JSON.parse(text);
  const without = mapTexts(value, found =>
    found.replace(pattern, ERASED_PERSON_REF),
  );
  // What names nobody stays as it was written.
  const written = JSON.stringify(without);
  return written === JSON.stringify(value) ? text : written;
}

/** Whether a text names this person, and not somebody whose name only begins alike. */
export function namesPerson(of: PersonText, userRef: string): boolean {
  return withoutPerson(of, userRef) !== of.text;
}

/** `user:default/bo` is a part of `user:default/bosse` and of `user:default/bo.ek`, who are somebody else. */
function personPattern(userRef: string): RegExp {
  const ref = userRef.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![a-z0-9])${ref}(?![a-z0-9]|[-_.]+[a-z0-9])`, 'gi');
}

function mapTexts(
  value: JsonValue | undefined,
  map: (text: string) => string,
): JsonValue {
  if (typeof value === 'string') {
    return map(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => mapTexts(item, map));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        map(key),
        mapTexts(item, map),
      ]),
    );
  }
  return value ?? null;
}
