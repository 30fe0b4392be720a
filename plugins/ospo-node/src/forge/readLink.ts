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

const ENTRY = /<([^<>]{1,2000})>\s*((?:;\s*[a-z]+="?[^",;]*"?\s*)+)/gi;

/** Addresses of a `Link` header by their relation (RFC 8288), as far as forges use it. */
export function readLink(header: string): { next?: string; last?: string } {
  const links: { next?: string; last?: string } = {};
  for (const [, address, parameters] of header.slice(0, 8000).matchAll(ENTRY)) {
    const relation = /;\s*rel="?(next|last)"?/i.exec(parameters)?.[1];
    if (relation === 'next' || relation === 'last') {
      links[relation] = address;
    }
  }
  return links;
}
