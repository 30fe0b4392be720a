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

import { BaseDocument } from '@ospo-suite/backstage-plugin-ospo-common';

/** What a section of a README is about, of what is of use here. */
export type SectionTopic =
  | BaseDocument
  | 'getting-started'
  | 'motivation'
  | 'trusted-committers'
  | 'features';

/** In headings, and in a heading the topic is looked for in so much of it. */
const MAX_HEADING = 300;

/** What a heading is about, in the languages that are common in README files of companies here. */
const HEADINGS: readonly [SectionTopic, RegExp][] = [
  [
    'contributing',
    /\b(?:contribut(?:e|es|ing|ions?|ors? guide)|how to (?:help|take part)|getting involved|get involved|bidra|bidrag|medverka)\b/i,
  ],
  [
    'communication',
    /\b(?:communications?|contacts?|contact us|chat|slack|community|talk to us|where to (?:talk|ask|find us)|get in touch|reach us|discussions?|mailing lists?|kontakt(?:a oss)?|kommunikation)\b/i,
  ],
  ['code-of-conduct', /\b(?:code of conduct|uppförandekod)\b/i],
  ['licence', /\b(?:licen[cs](?:e|es|ing)|licens(?:er)?)\b/i],
  ['support', /\b(?:support|getting help|get help|need help|help|hjälp)\b/i],
  [
    'changelog',
    /(?<!\p{L})(?:change ?log|release notes|ändringslogg)(?!\p{L})/iu,
  ],
  ['security', /\b(?:security(?: policy)?|vulnerabilit(?:y|ies)|säkerhet)\b/i],
  [
    'getting-started',
    /^[^\p{L}]*(?:getting started|get started|quick ?start|install(?:ation|ing)?|usage|how to use|kom igång|komma igång|användning)(?!\p{L})/iu,
  ],
  [
    'motivation',
    /^[^\p{L}]*(?:why|motivation|mission|purpose|vision|background|varför|syfte|bakgrund)(?!\p{L})/iu,
  ],
  [
    'trusted-committers',
    /(?<!\p{L})(?:(?:trusted )?committers?|(?:core )?maintainers?|core team|who we are|betrodda granskare|förvaltare|vilka vi är)(?!\p{L})/iu,
  ],
  [
    'features',
    /^[^\p{L}]*(?:(?:key|main) )?(?:features|funktioner)(?!\p{L})/iu,
  ],
];

export function topicsOfHeading(heading: string): SectionTopic[] {
  const short = heading.slice(0, MAX_HEADING);
  return HEADINGS.filter(([, pattern]) => pattern.test(short)).map(
    ([topic]) => topic,
  );
}
