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

import { ResultHighlight } from '@backstage/plugin-search-common';

export interface MatchingLines {
  shown: string;
  /** True when `shown` holds the marks of the search engine. */
  isMarked: boolean;
}

/**
 * The packages that matched, out of the hundreds that a document lists one a line. Where the search engine marks
 * nothing, the first ones stand for the rest. A line that is there twice, such as a language that is a skill too, shows
 * once.
 */
export function matchingLines(
  text: string,
  highlight: ResultHighlight | undefined,
  options: { showsAll?: boolean } = {},
): MatchingLines {
  const lines = (highlight?.fields.text ?? '').split('\n');
  const marked = highlight
    ? lines.filter(line => line.includes(highlight.preTag))
    : [];
  return marked.length > 0
    ? { shown: joined(options.showsAll ? lines : marked), isMarked: true }
    : { shown: joined(text.split('\n')), isMarked: false };
}

function joined(lines: string[]): string {
  return [...new Set(lines)].join(' · ');
}
