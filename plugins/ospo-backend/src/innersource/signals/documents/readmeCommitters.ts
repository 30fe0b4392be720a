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

import { ProjectFields } from '../../discovery/CatalogFacts';
import { linksOf, textOf, Token } from './parseReadme';

const MAX_COMMITTERS = 50;
const MAX_HREF = 2_000;
const MENTION = /(?<![\w@./])@([a-z\d][\w.-]{0,99}(?:\/[\w.-]{1,100})*)/gi;
const HANDLE = /^[a-z\d][\w.-]{0,99}$/i;

/** Whom a section names by handle: as `@handle`, or as a link to a profile of the repository's host. Names stay out. */
export function committersOfReadme(
  tokens: readonly Token[],
  host: string,
): ProjectFields['trustedCommitters'] {
  const handles = new Map<string, string>();
  for (const token of tokens.filter(({ type }) => type === 'inline')) {
    const mentioned = [...textOf(token).matchAll(MENTION)].map(
      ([, one]) => one,
    );
    const linked = linksOf(token).flatMap(href => profileOf(href, host) ?? []);
    for (const handle of [...mentioned, ...linked]) {
      const clean = handle.replace(/[.-]+$/, '');
      if (!handles.has(clean.toLowerCase())) {
        handles.set(clean.toLowerCase(), clean);
      }
    }
  }
  const found = [...handles.values()].slice(0, MAX_COMMITTERS);
  return found.length === 0 ? undefined : found.map(handle => ({ handle }));
}

function profileOf(href: string, host: string): string | undefined {
  const url =
    href.length <= MAX_HREF && URL.canParse(href) ? new URL(href) : undefined;
  const name = url?.pathname.replace(/^\/+|\/+$/g, '') ?? '';
  return url?.host === host && HANDLE.test(name) ? name : undefined;
}
