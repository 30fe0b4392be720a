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

import { plainText } from './plainText';

const MAX_MESSAGE = 500;

/** A message as it may be stored, shown and logged: plain, of bounded length, without credentials in URLs. */
export function shownMessage(message: string): string {
  // Cut twice: the patterns take longer than the text is long.
  return plainText(message.slice(0, MAX_MESSAGE * 8))
    .replace(/\/\/[^\s/?#@'"]*@/g, '//')
    .replace(/(https?:\/\/[^\s?#'"]*)[?#][^\s'"]*/gi, '$1')
    .slice(0, MAX_MESSAGE);
}
