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

/** A file name ending that fits what a document is; its name as sent was not kept. */
export async function sbomExtension(document: Blob): Promise<string> {
  const head = new Uint8Array(await document.slice(0, 4).arrayBuffer());
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return '.gz';
  }
  if (head[0] === 0x28 && head[1] === 0xb5) {
    return '.zst';
  }
  const text = (await document.slice(0, 256).text()).trimStart();
  if (text.startsWith('{')) {
    return '.json';
  }
  return text.startsWith('<') ? '.xml' : '.spdx';
}
