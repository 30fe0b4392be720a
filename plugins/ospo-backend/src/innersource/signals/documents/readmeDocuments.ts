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

import {
  BaseDocument,
  baseDocuments,
  FoundDocument,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { plainText } from '../../../shared/plainText';
import { linksOf, parseReadme, textOf } from './parseReadme';
import { topicsOfHeading } from './readmeSections';

const MAX_WHERE = 300;

/** What a link leads to, by the last part of its path or by what it is called. */
const TARGETS: readonly [BaseDocument, RegExp][] = [
  ['contributing', /(?:^|\/)contribut(?:ing|e)(?:\.\w+)?\/?$/i],
  ['communication', /(?:^|\/)communications?(?:\.\w+)?\/?$/i],
  ['code-of-conduct', /(?:^|\/)code[-_]of[-_]conduct(?:\.\w+)?\/?$/i],
  ['licence', /(?:^|\/)(?:licen[cs]e|copying)(?:\.\w+)?\/?$/i],
  ['support', /(?:^|\/)support(?:\.\w+)?\/?$/i],
  [
    'changelog',
    /(?:^|\/)(?:changelog|release[-_]notes|releases)(?:\.\w+)?\/?$/i,
  ],
  ['security', /(?:^|\/)security(?:\.\w+)?\/?$/i],
];

/** Hosts where people talk. */
export const CHANNEL_HOSTS =
  /^(?:(?:chatt?|slack|mattermost|matrix|zulip)\.[\w.-]+|(?:[\w-]+\.)*(?:slack\.com|discord\.(?:gg|com)|gitter\.im|matrix\.to|zulipchat\.com|mattermost\.[\w.]+|teams\.microsoft\.com|teams\.cloud\.microsoft|chat\.google\.com|groups\.google\.com|element\.io))$/i;

/**
 * Base documentation that a README holds as a section or points to, for hardly anybody has all of it in files of its
 * own. Images, such as badges, are no links to documentation.
 */
export function documentsOfReadme(text: string): FoundDocument[] {
  const found = new Map<BaseDocument, FoundDocument>();
  const add = (
    document: BaseDocument | undefined,
    one: Omit<FoundDocument, 'document'>,
  ) => {
    if (document && one.where && !found.has(document)) {
      found.set(document, { document, ...one });
    }
  };
  const tokens = parseReadme(text);
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const heading = textOf(tokens[index + 1]);
      for (const document of documentsOfHeading(heading)) {
        add(document, { as: 'section', where: shown(heading) });
      }
    }
  }
  for (const token of tokens) {
    for (const href of linksOf(token)) {
      add(documentOfLink(href), { as: 'link', where: shownLink(href) });
    }
  }
  return [...found.values()];
}

function documentsOfHeading(heading: string): BaseDocument[] {
  const topics: readonly string[] = topicsOfHeading(heading);
  return baseDocuments.filter(document => topics.includes(document));
}

function documentOfLink(href: string): BaseDocument | undefined {
  const url = parse(href);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return undefined;
  }
  if (CHANNEL_HOSTS.test(url.hostname)) {
    return 'communication';
  }
  return TARGETS.find(([, pattern]) => pattern.test(url.pathname))?.[0];
}

/** A relative link is one within the repository. */
function parse(href: string): URL | undefined {
  try {
    return new URL(href, 'https://repository.invalid/');
  } catch {
    return undefined;
  }
}

/** The address without what may be a secret or a person: no credentials, no query, no anchor. */
function shownLink(href: string): string {
  const url = parse(href);
  if (!url) {
    return '';
  }
  const isRelative = url.hostname === 'repository.invalid';
  // Invitations to channels carry who invited in the query, and their key in the path.
  const path = CHANNEL_HOSTS.test(url.hostname) ? '/' : url.pathname;
  return shown(
    isRelative ? url.pathname.replace(/^\/+/, '') : url.origin + path,
  );
}

/** No address of a person, in whatever heading it stands. */
function shown(text: string): string {
  return plainText(text.slice(0, MAX_WHERE))
    .replace(/\S+@\S+/g, '…')
    .trim();
}
