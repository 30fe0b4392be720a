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

import { FindingCode } from '../findings/findingCatalogue';

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses a part of a document whose brackets were checked before. Keys that reach for a prototype are dropped; a part that
 * `JSON.parse` does not accept is `undefined`.
 */
export function plainJson(
  text: string,
  options: {
    note: (code: FindingCode) => void;
    clean: (text: string) => string;
    maxStringLength: number;
  },
): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (POLLUTING.has(key)) {
        options.note('prototype-key');
        return undefined;
      }
      return typeof value === 'string'
        ? options.clean(value.slice(0, options.maxStringLength))
        : value;
    });
  } catch {
    options.note('wrong-type');
    return undefined;
  }
}
