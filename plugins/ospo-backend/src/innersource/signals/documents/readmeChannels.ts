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

import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { withoutAddresses } from '../../../shared/withoutAddresses';
import { ProjectFields } from '../../discovery/CatalogFacts';
import { cleanLink, cleanText } from '../../discovery/cleanText';
import { FilesForge, fileUrl } from '../files/fileUrls';
import { linksOf } from './parseReadme';
import { CHANNEL_HOSTS } from './readmeDocuments';
import { ReadmeOutline, ReadmeSection } from './readmeOutline';
import { SectionTopic } from './readmeSections';

type Channel = NonNullable<ProjectFields['channels']>[number];

const MAX_CHANNELS = 12;

/** Sections that lead somewhere by being there. */
const SECTIONS: readonly [SectionTopic, Channel['type']][] = [
  ['contributing', 'contributing'],
  ['support', 'support'],
  ['getting-started', 'docs'],
];
/** Their own links are ways to take part. */
const WITH_LINKS: readonly SectionTopic[] = [
  'contributing',
  'communication',
  'support',
];
/** An invitation lets in whoever has it, so it stays where its readers are; an @ stands in addresses of people. */
const NOT_KEPT =
  /shared_invite|\bdiscord\.gg\/|discord(?:app)?\.com\/invite|@|%40/i;

/** Where a README sends those who want to take part: to places that it links to, else to the section that tells. */
export function channelsOfReadme(
  { sections }: ReadmeOutline,
  options: {
    repository: RepositoryLocation;
    filesForge?: FilesForge;
    path: string;
    /** Lies in the project's folder. */
    isOwn: boolean;
  },
): ProjectFields['channels'] {
  const page = pageOf(options);
  const found = new Map<string, Channel>();
  const add = (
    type: Channel['type'],
    url: string | undefined,
    title?: string,
  ) => {
    if (url && !found.has(url) && found.size < MAX_CHANNELS) {
      found.set(url, { type, url, ...(title ? { title } : {}) });
    }
  };
  for (const section of sections) {
    const linked = WITH_LINKS.some(topic => section.topics.includes(topic))
      ? placesOf(section)
      : [];
    linked.forEach(({ type, url }) => add(type, url));
    const here = page && cleanLink(`${page}${anchorOf(section, options)}`);
    const title = cleanText(
      withoutAddresses(section.heading.slice(0, 200)),
      100,
    );
    const type = SECTIONS.find(
      ([topic]) =>
        section.topics.includes(topic) &&
        (options.isOwn || topic !== 'getting-started'),
    )?.[1];
    if (type) {
      add(type, here, title);
    } else if (section.topics.includes('communication') && !linked.length) {
      add('chat', here, title);
    }
  }
  return found.size === 0 ? undefined : [...found.values()];
}

function placesOf({ whole }: ReadmeSection): Channel[] {
  return whole
    .filter(({ type }) => type === 'inline')
    .flatMap(linksOf)
    .flatMap(href => {
      // Only what can be told to be a place: any other link may be about anything.
      const url = cleanLink(href);
      const type = url && typeOf(new URL(url));
      return type ? [{ type, url }] : [];
    });
}

function typeOf(url: URL): Channel['type'] | undefined {
  const { hostname, pathname, href } = url;
  if (NOT_KEPT.test(href)) {
    return undefined;
  }
  if (CHANNEL_HOSTS.test(hostname) || /\/discussions\/?$/.test(pathname)) {
    return 'chat';
  }
  return /\/issues(?:\/new(?:\/choose)?)?\/?$/.test(pathname)
    ? 'issues'
    : undefined;
}

function pageOf(options: {
  repository: RepositoryLocation;
  filesForge?: FilesForge;
  path: string;
}): string | undefined {
  const { repository, filesForge, path } = options;
  return filesForge && fileUrl(repository, filesForge, path);
}

/** Else the page as a whole: others name headings in ways of their own, and an address would stand in the name. */
function anchorOf(
  { anchor, heading }: ReadmeSection,
  { filesForge }: { filesForge?: FilesForge },
): string {
  return (filesForge === 'github' || filesForge === 'gitlab') &&
    !heading.includes('@')
    ? `#${encodeURIComponent(anchor)}`
    : '';
}
