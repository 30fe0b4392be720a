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

// Errors of Node's core are no instances of the Error of a test's or a plugin's own realm, so only their parts are asked.

/** The code of an error, as Node's system and zlib errors have one. */
export function errorCode(error: unknown): string {
  const code = partOf(error, 'code');
  return typeof code === 'string' ? code : '';
}

/** What an error says. */
export function errorMessage(error: unknown): string {
  const message = partOf(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

/** True for errors of the operating system, such as those of reading a file or a socket. */
export function isSystemError(error: unknown): boolean {
  return typeof partOf(error, 'syscall') === 'string';
}

function partOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error
    ? Reflect.get(error, name)
    : undefined;
}
