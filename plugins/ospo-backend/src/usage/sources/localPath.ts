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

import path from 'node:path';

/** Begins a location that is a path below the folder of the catalog file, not a URL. */
export const LOCAL_SCHEME = 'file:';

/** Budget of the backend's own disk; a space keeps it apart from host names. */
export const LOCAL_BUDGET_KEY = 'local files';

/** The path in normal form, or undefined when it is not one that stays below the folder it starts from. */
export function localPath(value: string): string | undefined {
  const normal = path.posix.normalize(value);
  return path.posix.isAbsolute(normal) ||
    path.win32.isAbsolute(normal) ||
    normal === '.' ||
    normal.endsWith('/') ||
    normal.split('/').includes('..')
    ? undefined
    : normal;
}
