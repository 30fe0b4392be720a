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

import { SbomRefusal } from '../findings/SbomRefusal';

const SIGNATURES: readonly { bytes: number[]; name: string; archive?: true }[] =
  [
    { bytes: [0x42, 0x5a, 0x68], name: 'bzip2' },
    { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], name: 'xz' },
    { bytes: [0x5d, 0x00, 0x00], name: 'lzma' },
    { bytes: [0x04, 0x22, 0x4d, 0x18], name: 'lz4' },
    { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'zip', archive: true },
    { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: '7-Zip', archive: true },
  ];

/** How the document is compressed, by its first bytes. What cannot be unpacked is refused here, with its name. */
export function detectCompression(head: Uint8Array): 'gzip' | 'zstd' | 'none' {
  if (startsWith(head, [0x1f, 0x8b])) {
    return 'gzip';
  }
  if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd])) {
    return 'zstd';
  }
  for (const { bytes, name, archive } of SIGNATURES) {
    if (startsWith(head, bytes)) {
      throw new SbomRefusal(
        archive ? 'unsupported-archive' : 'unsupported-compression',
        'byte 0',
        name,
      );
    }
  }
  if (Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar') {
    throw new SbomRefusal('unsupported-archive', 'byte 257', 'tar');
  }
  return 'none';
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}
