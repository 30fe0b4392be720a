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

import { Entity } from '@backstage/catalog-model';

/** Annotations that say what a forge calls a user or a group, such as `github.com/user-login`; its host comes first. */
const HANDLE = /^([\w.-]+(?::\d+)?)\/(user-login|team-slug)$/;

/** Host and handle in lower case, as `CompetencyDirectory` keeps them. */
export function handleKey(host: string, handle: string): string {
  return `${host} ${handle}`.toLowerCase();
}

/** What forges call this user or group. */
export function handlesOf(entity: Entity): string[] {
  return Object.entries(entity.metadata.annotations ?? {}).flatMap(
    ([key, value]: [string, unknown]) => {
      const host = HANDLE.exec(key)?.[1];
      return host && typeof value === 'string' && value !== ''
        ? [handleKey(host, value)]
        : [];
    },
  );
}
