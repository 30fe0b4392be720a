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

/** Values of `publiccode.yml`, the standard that catalogues of public software read. */
export const softwareTypes = [
  'standalone/mobile',
  'standalone/iot',
  'standalone/desktop',
  'standalone/web',
  'standalone/backend',
  'standalone/other',
  'addon',
  'library',
  'configurationFiles',
] as const;
export type SoftwareType = (typeof softwareTypes)[number];

export const developmentStatuses = [
  'concept',
  'development',
  'beta',
  'stable',
  'obsolete',
] as const;
export type DevelopmentStatus = (typeof developmentStatuses)[number];

/** What one source says of a project to those who would use it, as the standard asks for it. */
export interface Publication {
  softwareType?: SoftwareType;
  developmentStatus?: DevelopmentStatus;
  platforms?: string[];
  /** What users can do with it. */
  features?: string[];
  /** Languages that it speaks, as BCP 47 tags. */
  languages?: string[];
  /** Made to speak others as well. */
  localisationReady?: boolean;
  longDescription?: string;
  /** Of the descriptions, as a BCP 47 tag. */
  textLanguage?: string;
}

const TYPES: [pattern: RegExp, type: SoftwareType][] = [
  [/\b(?:mobile|android|ios)\b/i, 'standalone/mobile'],
  [/\b(?:web|website|frontend)\b/i, 'standalone/web'],
  [/\b(?:library|sdk|package)\b/i, 'library'],
  [/\b(?:plugin|addon|add-on|extension|theme)\b/i, 'addon'],
  [/\bdesktop\b/i, 'standalone/desktop'],
  [/\b(?:service|backend)\b/i, 'standalone/backend'],
  [/\b(?:template|configuration)\b/i, 'configurationFiles'],
  [/\b(?:iot|firmware)\b/i, 'standalone/iot'],
  [/\b(?:cli|tool)\b/i, 'standalone/other'],
];

const STATUSES: ReadonlyMap<string, DevelopmentStatus> = new Map([
  ['production', 'stable'],
  ['experimental', 'development'],
  ['deprecated', 'obsolete'],
  ['retired', 'obsolete'],
  ...developmentStatuses.map(status => [status, status] as const),
]);

/** What the kind, type and lifecycle of an entity say; nothing where they are not among the usual ones. */
export function publicationOf(entity: {
  kind: string;
  type?: string;
  lifecycle?: string;
}): Publication {
  const isTemplate = entity.kind.toLowerCase() === 'template';
  const type = isTemplate ? 'template' : entity.type ?? '';
  const softwareType = TYPES.find(([pattern]) => pattern.test(type))?.[1];
  const developmentStatus = STATUSES.get(entity.lifecycle?.toLowerCase() ?? '');
  return {
    ...(softwareType && { softwareType }),
    ...(developmentStatus && { developmentStatus }),
    // Whoever uses a website needs the web; of the others nobody can tell.
    ...(softwareType === 'standalone/web' && { platforms: ['web'] }),
  };
}

/** As BCP 47 writes it; undefined when it is no tag of a language. */
export function languageTag(value: unknown): string | undefined {
  try {
    // The standard for tags allows names of languages as well, of which there are none.
    return typeof value === 'string' && /^[a-z]{2,3}(?:-.{1,30})?$/i.test(value)
      ? Intl.getCanonicalLocales(value)[0]
      : undefined;
  } catch {
    return undefined;
  }
}
