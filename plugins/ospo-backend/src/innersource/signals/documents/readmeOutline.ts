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

import { textOf, Token } from './parseReadme';
import { SectionTopic, topicsOfHeading } from './readmeSections';

/** No README has more that is of use; a list of them for each row of a table would be endless. */
const MAX_SECTIONS = 500;

export interface ReadmeSection {
  heading: string;
  topics: SectionTopic[];
  /** What its link ends with on the forge. */
  anchor: string;
  /** What stands in it before the next heading. */
  body: Token[];
  /** With the sections below it. */
  whole: Token[];
}

export interface ReadmeOutline {
  /** The first heading, where it is one of the first level. */
  title?: string;
  /** What stands before the first section. */
  intro: Token[];
  sections: ReadmeSection[];
}

/** Names of headings as GitHub and GitLab make them: the second of a name gets a number. */
class Anchors {
  readonly #seen = new Map<string, number>();

  of(heading: string): string {
    const name = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    const seen = this.#seen.get(name) ?? 0;
    this.#seen.set(name, seen + 1);
    return seen === 0 ? name : `${name}-${seen}`;
  }
}

/** A README as its title, what comes first, and its sections. Headings in quotes and lists are none. */
export function outlineOf(tokens: readonly Token[]): ReadmeOutline {
  const starts = tokens
    .flatMap((token, index) =>
      token.type === 'heading_open' && token.level === 0
        ? [{ index, rank: token.tag, heading: textOf(tokens[index + 1]) }]
        : [],
    )
    .slice(0, MAX_SECTIONS);
  const anchors = new Anchors();
  const sections = starts.map(({ index, rank, heading }, at) => {
    const bodyStart = index + 3; // heading_open, inline, heading_close
    const next = starts[at + 1];
    const after = starts.slice(at + 1).find(other => other.rank <= rank);
    return {
      heading: heading.trim(),
      topics: topicsOfHeading(heading),
      anchor: anchors.of(heading),
      body: tokens.slice(bodyStart, next?.index),
      whole: () => tokens.slice(bodyStart, after?.index),
    };
  });
  const hasTitle = starts[0]?.rank === 'h1';
  const title = hasTitle ? sections[0] : undefined;
  return {
    ...(title?.heading ? { title: title.heading } : {}),
    intro: title ? title.body : tokens.slice(0, starts[0]?.index),
    sections: sections
      .slice(title ? 1 : 0)
      .filter(({ topics }) => topics.length > 0)
      .map(section => ({ ...section, whole: section.whole() })),
  };
}
