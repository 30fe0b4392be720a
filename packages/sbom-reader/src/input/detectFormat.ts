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

export type TextFormat = 'json' | 'xml' | 'yaml' | 'tag-value' | 'unknown';

const YAML_KEY =
  /^["']?(?:spdxVersion|SPDXID|bomFormat|specVersion|creationInfo|packages|components|documentNamespace)["']?\s*:/m;

/** How the text is written, by its beginning. */
export function detectFormat(head: Buffer): TextFormat {
  const text = head.toString('utf8');
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === '{' || first === '[') {
    return 'json';
  }
  if (first === '<') {
    return 'xml';
  }
  if (/^\s*SPDXVersion\s*:/m.test(text)) {
    return 'tag-value';
  }
  if (YAML_KEY.test(text)) {
    return 'yaml';
  }
  return /^(?:DataLicense|DocumentName|PackageName|DocumentNamespace)\s*:/m.test(
    text,
  )
    ? 'tag-value'
    : 'unknown';
}
