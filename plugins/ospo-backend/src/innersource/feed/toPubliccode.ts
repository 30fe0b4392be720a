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
import { normaliseLicence } from '@ospo-suite/sbom-reader';
import { stringify } from 'yaml';
import { Project } from '../directory/Project';

const VERSION = '0.5.0';
const MAX_SHORT = 150;
const MIN_LONG = 150;
const MAX_LONG = 10_000;

type Status = 'concept' | 'development' | 'beta' | 'stable' | 'obsolete';

const STATUSES: Record<string, Status> = {
  production: 'stable',
  stable: 'stable',
  beta: 'beta',
  experimental: 'development',
  concept: 'concept',
  deprecated: 'obsolete',
  retired: 'obsolete',
};

const TYPES: [pattern: RegExp, type: string, platforms: string[]][] = [
  [/mobile/i, 'standalone/mobile', ['android', 'ios']],
  [/web|frontend|page/i, 'standalone/web', ['web']],
  [/librar|sdk|package/i, 'library', ['any']],
  [/plugin|addon|module/i, 'addon', ['any']],
  [/desktop/i, 'standalone/desktop', ['windows', 'mac', 'linux']],
  [/service|backend|api|pipeline/i, 'standalone/backend', ['linux']],
  [/template|config/i, 'configurationFiles', ['any']],
];

/**
 * A `publiccode.yml` for the project, of what is known of it. Refuses when something is not known that the standard
 * demands: a file that pretends would be worse than none.
 */
export function toPubliccode(
  project: Project,
  options: { ownerTitle?: string },
): string {
  const { facts, fields, ownerState, standing } = project;
  const licence = normaliseLicence(fields.licence);
  const missing = [
    ...(facts.repository
      ? []
      : ["where its code is; set 'backstage.io/source-location'"]),
    ...(licence.status === 'known'
      ? []
      : ["its licence as an SPDX expression; set 'ospo/licence'"]),
    ...(fields.description ? [] : ["what it is; set 'metadata.description'"]),
  ];
  if (missing.length > 0 || licence.status !== 'known' || !facts.repository) {
    throw new ConflictError(
      `publiccode.yml demands what is not known of '${
        project.ref
      }': ${missing.join('; ')}`,
    );
  }
  const name = fields.title ?? facts.name;
  const [, softwareType, platforms] = TYPES.find(([pattern]) =>
    pattern.test(`${facts.kind} ${facts.type ?? ''}`),
  ) ?? [undefined, 'standalone/other', ['any']];
  const hasOwner = ownerState === 'present' && options.ownerTitle !== undefined;
  return stringify(
    {
      publiccodeYmlVersion: VERSION,
      name,
      url: facts.repository.url,
      platforms,
      developmentStatus:
        standing === 'retired'
          ? 'obsolete'
          : STATUSES[(facts.lifecycle ?? '').toLowerCase()] ?? 'development',
      softwareType,
      ...(fields.channels.some(({ type }) => type === 'roadmap')
        ? {
            roadmap: fields.channels.find(({ type }) => type === 'roadmap')
              ?.url,
          }
        : {}),
      description: {
        en: {
          localisedName: name,
          shortDescription: cut(fields.description ?? '', MAX_SHORT),
          longDescription: longDescription(project),
          ...(fields.docs ? { documentation: fields.docs } : {}),
          ...(fields.topics.length + fields.skills.length > 0
            ? { features: [...new Set([...fields.topics, ...fields.skills])] }
            : {}),
        },
      },
      legal: { license: licence.expression },
      maintenance: hasOwner
        ? { type: 'internal', contacts: [{ name: options.ownerTitle }] }
        : { type: 'none' },
      localisation: { localisationReady: false, availableLanguages: ['en'] },
    },
    { version: '1.2' },
  );
}

/** At least as long as the standard wants it, of nothing but what is known. */
function longDescription({ facts, fields }: Project): string {
  const parts = [
    fields.description,
    fields.motivation,
    fields.contributions.length > 0
      ? `Contributions that are wanted: ${fields.contributions.join(', ')}.`
      : undefined,
    fields.skills.length > 0
      ? `Whoever takes part works with ${fields.skills.join(', ')}.`
      : undefined,
    fields.governanceLevel
      ? `Inside the organisation that develops it, it is open at the level '${fields.governanceLevel}'.`
      : undefined,
  ].filter(part => part !== undefined);
  const text = parts.join('\n\n');
  const origin = `It is developed in the open inside an organisation, in the repository ${facts.repository?.slug}, where everybody of that organisation may read it, report what is wrong with it, and propose how to make it better.`;
  return cut(text.length < MIN_LONG ? `${text}\n\n${origin}` : text, MAX_LONG);
}

function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}
