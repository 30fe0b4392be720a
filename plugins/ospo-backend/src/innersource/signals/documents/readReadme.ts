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

import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  RepositoryFiles,
  RepositoryLocation,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { withoutAddresses } from '../../../shared/withoutAddresses';
import { ProjectFields } from '../../discovery/CatalogFacts';
import { cleanList, cleanText } from '../../discovery/cleanText';
import { Publication } from '../../discovery/Publication';
import { FilesForge } from '../files/fileUrls';
import {
  MAX_CHARACTERS,
  MAX_NESTING,
  parseReadme,
  textOf,
  Token,
} from './parseReadme';
import { channelsOfReadme } from './readmeChannels';
import { outlineOf, ReadmeOutline } from './readmeOutline';
import { committersOfReadme } from './readmeCommitters';
import { SectionTopic } from './readmeSections';

const MAX_TEXT = 2_000;
const MIN_WORDS = 3;

export interface ReadmeOptions {
  repository: RepositoryLocation;
  /** Absent when files of the host have no page that can be named. */
  filesForge?: FilesForge;
}

/**
 * What a README says of the project, whatever is in it: its title, its first paragraph, and sections that people have
 * in theirs. Pictures, badges and HTML say nothing, and no address is kept. One that lies above the project's folder
 * is about more than the project; of it only counts how to take part.
 */
export function readReadme(
  { path, text }: NonNullable<RepositoryFiles['readme']>,
  options: ReadmeOptions,
): { fields: ProjectFields; findings: OspoFinding[] } {
  if (text.includes('\0')) {
    return {
      fields: {},
      findings: [
        findingAt(path, {
          code: 'readme-not-text',
          message: 'It is no text',
          mend: 'Save it as UTF-8.',
        }),
      ],
    };
  }
  const tokens = parseReadme(text);
  const outline = outlineOf(tokens);
  const { repository } = options;
  const isOwn =
    repository.path === undefined || path.startsWith(`${repository.path}/`);
  return {
    fields: {
      ...(isOwn ? ownFields(outline, options) : {}),
      channels: channelsOfReadme(outline, { ...options, path, isOwn }),
    },
    findings: findingsOf(path, text, tokens),
  };
}

function ownFields(
  outline: ReadmeOutline,
  { repository }: ReadmeOptions,
): ProjectFields {
  const intro = paragraphsOf(outline.intro).filter(isProse);
  return {
    title: plain(outline.title, 200),
    description: plain(intro[0] && textOf(intro[0]), MAX_TEXT),
    motivation: textUnder('motivation', outline),
    publication: publicationIn(outline, intro),
    trustedCommitters: committersOfReadme(
      tokensUnder('trusted-committers', outline),
      repository.host,
    ),
  };
}

function publicationIn(
  outline: ReadmeOutline,
  intro: Token[],
): Publication | undefined {
  const longDescription = plain(intro.map(textOf).join(' '), MAX_TEXT);
  const features = cleanList(
    // Of its lists, for what stands around them is no feature.
    paragraphsOf(tokensUnder('features', outline))
      .filter(({ level }) => level === 3)
      .map(token => plain(textOf(token), 100)),
  );
  return longDescription || features
    ? {
        ...(longDescription && { longDescription }),
        ...(features && { features }),
      }
    : undefined;
}

function tokensUnder(topic: SectionTopic, { sections }: ReadmeOutline) {
  return sections
    .filter(({ topics }) => topics.includes(topic))
    .flatMap(({ whole }) => whole);
}

/** The words of the first section with that topic. */
function textUnder(
  topic: SectionTopic,
  { sections }: ReadmeOutline,
): string | undefined {
  const section = sections.find(
    ({ topics, body }) => topics.includes(topic) && body.length > 0,
  );
  return plain(
    paragraphsOf(section?.body ?? [])
      .map(textOf)
      .join(' '),
    MAX_TEXT,
  );
}

function paragraphsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => type === 'inline');
}

/** A sentence, and no row of badges or links. */
function isProse(token: Token): boolean {
  let depth = 0;
  let words = '';
  for (const { type, content } of token.children ?? []) {
    if (type === 'link_open') {
      depth++;
    } else if (type === 'link_close') {
      depth--;
    } else if (depth === 0 && (type === 'text' || type === 'code_inline')) {
      words += ` ${content}`;
    }
  }
  return (
    token.level === 1 && (words.match(/\p{L}+/gu)?.length ?? 0) >= MIN_WORDS
  );
}

function plain(
  text: string | undefined,
  maxLength: number,
): string | undefined {
  const clean = cleanText(
    text && withoutAddresses(text.slice(0, 2 * maxLength)),
    maxLength,
  );
  return clean && /\p{L}|\p{N}/u.test(clean) ? clean : undefined;
}

function findingsOf(
  path: string,
  text: string,
  tokens: readonly Token[],
): OspoFinding[] {
  const findings: OspoFinding[] = [];
  if (text.length >= MAX_CHARACTERS) {
    findings.push(
      findingAt(path, {
        code: 'readme-too-long',
        message: `Only the first ${MAX_CHARACTERS} characters are looked at`,
        mend: 'Keep in it what a newcomer needs, and move the rest to files that it links to.',
      }),
    );
  }
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) {
    findings.push(
      findingAt(path, {
        code: 'readme-too-nested',
        message: `What is nested deeper than ${MAX_NESTING} levels is not looked at`,
        mend: 'Write it with fewer quotes and lists inside each other.',
      }),
    );
  }
  if (/[^\P{Cc}\t\n\f\r]/u.test(text)) {
    findings.push(
      findingAt(path, {
        code: 'readme-control-characters',
        message: 'It holds control characters, which are left out',
        mend: 'Remove them.',
      }),
    );
  }
  return findings;
}

function findingAt(
  path: string,
  finding: Pick<OspoFinding, 'code' | 'message' | 'mend'>,
): OspoFinding {
  return {
    ...finding,
    severity: 'warning',
    where: cleanText(path, 300) ?? 'README',
  };
}
