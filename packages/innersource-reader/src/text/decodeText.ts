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

import { InnerSourceFinding } from '../types';

/**
 * The text of a file that somebody wrote: UTF-8 with or without byte order mark, or UTF-16 as Windows editors save it.
 *
 * @public
 */
export function decodeText(
  bytes: Uint8Array,
  maxBytes: number,
): { text: string } | { finding: InnerSourceFinding } {
  if (bytes.length > maxBytes) {
    return {
      finding: {
        code: 'too-large',
        severity: 'error',
        where: 'file',
        message: `${bytes.length} bytes are more than the ${maxBytes} that are read`,
        mend: 'Keep only what describes the project in it.',
      },
    };
  }
  const [first, second] = bytes;
  const encoding = utf16(first, second) ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return {
      finding: {
        code: 'not-text',
        severity: 'error',
        where: 'file',
        message: `It is no ${encoding.toUpperCase()} text`,
        mend: 'Save it as UTF-8.',
      },
    };
  }
}

function utf16(first?: number, second?: number): string | undefined {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  // A JSON text begins with two ASCII characters; a zero in one of them tells UTF-16 without mark.
  if (first === 0) {
    return 'utf-16be';
  }
  return second === 0 ? 'utf-16le' : undefined;
}
