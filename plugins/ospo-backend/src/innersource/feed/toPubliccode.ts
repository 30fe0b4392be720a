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

import { ConflictError } from '@backstage/errors';
import {
  PubliccodeGap,
  publiccodeGaps,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { normaliseLicence } from '@ospo-suite/sbom-reader';
import { stringify } from 'yaml';
import { Project } from '../directory/Project';
import { CatalogFacts } from '../discovery/CatalogFacts';
import { textLanguage } from './textLanguage';

const VERSION = '0.5.0';
const MAX_SHORT = 150;
const MIN_LONG = 150;
const MAX_LONG = 10_000;

/** What is missing, and the mend. */
const MENDS: Record<PubliccodeGap, string> = {
  repository: "where its code is; set 'backstage.io/source-location'",
  licence:
    "an open source licence as an SPDX expression of listed licences; set 'ospo/licence'",
  description: "what it is; set 'metadata.description'",
  'long-description': `a description of ${MIN_LONG} characters or more; write it before the first section of the README, or in 'metadata.description'`,
  features:
    "what users can do with it; write a section 'Features' with a list into the README",
  'software-type':
    "what kind of software it is; set 'spec.type', such as library, service or website",
  'development-status':
    "how far it is developed; set 'spec.lifecycle', such as experimental or production",
  platforms: "what its users use it on; set 'ospo/platforms'",
  languages: "the languages that it speaks; set 'ospo/languages'",
  maintainer:
    "a person who maintains it; name an owner that the catalog has, and a user in 'ospo/trusted-committers'",
};

/** What the file is made of. */
export type PubliccodeProject = Pick<
  Project,
  'ref' | 'fields' | 'standing' | 'ownerState'
> & { facts: Pick<CatalogFacts, 'name' | 'repository'> };

export interface PubliccodeOptions {
  /** Names of people who maintain it. */
  maintainers: readonly string[];
  /** Of the group that they maintain it for. */
  affiliation?: string;
}

/** Why there is no `publiccode.yml` for the project. */
export function publiccodeGapsOf(
  project: PubliccodeProject,
  options: Pick<PubliccodeOptions, 'maintainers'>,
): PubliccodeGap[] {
  const drafted = draft(project, options);
  return publiccodeGaps.filter(gap => drafted[gap] === undefined);
}

/**
 * A `publiccode.yml` for the project, of what is known of it. Refuses when something is not known that the standard
 * demands: a file that pretends would be worse than none.
 */
export function toPubliccode(
  project: PubliccodeProject,
  options: PubliccodeOptions,
): string {
  const gaps = publiccodeGapsOf(project, options);
  if (gaps.length > 0) {
    throw new ConflictError(
      `publiccode.yml demands what is not known of '${project.ref}': ${gaps
        .map(gap => MENDS[gap])
        .join('; ')}`,
    );
  }
  const { facts, fields } = project;
  const drafted = draft(project, options);
  const long = drafted['long-description'] ?? '';
  const { languages } = drafted;
  const roadmap = fields.channels.find(
    ({ type, url }) => type === 'roadmap' && /^https?:/.test(url),
  );
  return stringify(
    {
      publiccodeYmlVersion: VERSION,
      name: fields.title ?? facts.name,
      url: drafted.repository,
      platforms: drafted.platforms,
      developmentStatus: drafted['development-status'],
      softwareType: drafted['software-type'],
      ...(roadmap ? { roadmap: roadmap.url } : {}),
      description: {
        [fields.publication.textLanguage ?? textLanguage(long)]: {
          shortDescription: cut(drafted.description ?? '', MAX_SHORT),
          longDescription: cut(long, MAX_LONG),
          ...(fields.docs ? { documentation: fields.docs } : {}),
          features: drafted.features,
        },
      },
      legal: { license: drafted.licence },
      maintenance: maintenanceOf(drafted.maintainer ?? [], options),
      localisation: {
        localisationReady:
          fields.publication.localisationReady ?? (languages?.length ?? 0) > 1,
        availableLanguages: languages,
      },
    },
    { version: '1.2' },
  );
}

/** What is known of each thing that the standard demands. */
function draft(
  project: PubliccodeProject,
  options: Pick<PubliccodeOptions, 'maintainers'>,
) {
  const { facts, fields, standing, ownerState } = project;
  const { publication } = fields;
  const isRetired = standing === 'retired';
  const maintainers = isRetired ? [] : options.maintainers;
  const isMaintained = ownerState === 'present' && maintainers.length > 0;
  return {
    repository: facts.repository?.url,
    licence: licenceOf(fields.licence),
    description: fields.description,
    'long-description': longDescription(project),
    features: publication.features,
    'software-type': publication.softwareType,
    'development-status': isRetired
      ? ('obsolete' as const)
      : publication.developmentStatus,
    platforms: publication.platforms,
    languages: publication.languages,
    // What is retired is maintained by nobody, and the standard asks for no name.
    maintainer: isRetired || isMaintained ? maintainers : undefined,
  } satisfies Record<PubliccodeGap, unknown>;
}

/** A licence of one's own making is none that others may use it under. */
function licenceOf(raw: string | undefined): string | undefined {
  const { status, expression } = normaliseLicence(raw);
  return status === 'known' &&
    !/(?:License|Document)Ref-/.test(expression ?? '')
    ? expression
    : undefined;
}

/** All that describes it, each text once, when that is as long as the standard wants it. */
function longDescription({
  fields,
}: Pick<Project, 'fields'>): string | undefined {
  const { description, motivation, publication } = fields;
  const texts: string[] = [];
  for (const text of [publication.longDescription, description, motivation]) {
    if (text && !texts.some(other => other.includes(text))) {
      texts.push(text);
    }
  }
  const long = texts.join('\n\n');
  return charactersOf(long).length < MIN_LONG ? undefined : long;
}

function maintenanceOf(
  maintainers: readonly string[],
  { affiliation }: PubliccodeOptions,
) {
  return maintainers.length === 0
    ? { type: 'none' }
    : {
        type: 'internal',
        contacts: maintainers.map(name => ({
          name,
          ...(affiliation ? { affiliation } : {}),
        })),
      };
}

function cut(text: string, maxLength: number): string {
  const characters = charactersOf(text);
  return characters.length <= maxLength
    ? text
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}

/** As people count them, and the standard's own validator. */
function charactersOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
