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

import { JsonCursor } from './JsonCursor';

/** What follows the end of the document is not read, and said. */
export function noteRest(cursor: JsonCursor): void {
  if (!cursor.findings.has('data-after-end')) {
    for (let i = cursor.pos; i < cursor.end; i++) {
      const byte = cursor.buffer[i];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
        cursor.findings.add('data-after-end', `byte ${cursor.base + i}`);
        break;
      }
    }
  }
  cursor.pos = cursor.end;
}
