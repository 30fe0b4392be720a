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

import MarkdownIt from 'markdown-it';

/** More than any README needs; what comes after is not looked at. */
export const MAX_CHARACTERS = 200_000;
/** What is nested deeper is not looked at; so the parser says. */
export const MAX_NESTING = 100;

/** CommonMark. HTML is told apart so that it can be left out: the text is looked through and never shown as a page. */
const markdown = new MarkdownIt({ html: true, linkify: false });

export type Token = ReturnType<MarkdownIt['parse']>[number];

export function parseReadme(text: string): Token[] {
  return markdown.parse(text.slice(0, MAX_CHARACTERS), {});
}

/** The words of a line or paragraph, without pictures and HTML. */
export function textOf(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') {
        return ' ';
      }
      return type === 'text' || type === 'code_inline' ? content : '';
    })
    .join('');
}

/** Where its links lead, which may be anywhere. */
export function linksOf(token: Token): string[] {
  return (token.children ?? []).flatMap(child => {
    const href = child.type === 'link_open' ? child.attrGet('href') : null;
    return href ? [href] : [];
  });
}
