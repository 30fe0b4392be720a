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
/* eslint-disable no-control-regex -- finding control characters is what this is for */

/**
 * A short text from a document made fit for a message: one line, no control or direction characters, cut at a length.
 */
export function printable(text: string, maxLength: number): string {
  const clean = text
    .slice(0, maxLength + 1)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      ' ',
    );
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean;
}
