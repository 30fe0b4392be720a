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
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import {
  SBOM_ANNOTATION,
  SBOM_TARGET_ANNOTATION,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { SbomLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { quoteValue } from '../../shared/plainText';
import { readAnnotation } from '../../shared/readAnnotation';
import { LOCAL_SCHEME, localPath } from './localPath';
import { isTooLong, MAX_LOCATION_BYTES } from './locationLength';
import { LocationProblem } from './LocationProblem';
import { nameTargets } from './nameTargets';

const MAX_LOCATIONS = 20;
/** Texts between commas that are looked at, most of them empty or the same where there are so many. */
const MAX_PARTS = 1_000;

/** What `ospo/sbom` and `ospo/sbom-target` of an entity come to. Everything in them is an attacker's until checked. */
export function annotationLocations(options: {
  entity: Entity;
  prefixes: readonly string[];
  /** Resolves a path against the URL of a file or folder, as the host in question writes URLs. */
  resolveUrl: (options: { url: string; base: string }) => string;
}): { locations: SbomLocation[]; problems: LocationProblem[] } {
  const { entity, prefixes, resolveUrl } = options;
  const annotation = readAnnotation(entity, SBOM_ANNOTATION, prefixes);
  if (!annotation) {
    return { locations: [], problems: [] };
  }
  const where = `metadata.annotations['${annotation.key}']`;
  const problems: LocationProblem[] = [];
  const found = new Set<string>();
  const parts = annotation.value.split(',', MAX_PARTS);
  const values = new Set(
    parts.map(part => part.trim()).filter(part => part !== ''),
  );
  for (const value of [...values].slice(0, MAX_LOCATIONS)) {
    const result = locate(value, entity, resolveUrl);
    if ('problem' in result) {
      problems.push({
        code: result.problem.code,
        where,
        message: `${quoteValue(value)} ${result.problem.rule}`,
        mend: result.problem.mend,
      });
    } else {
      found.add(result.location);
    }
  }
  if (values.size > MAX_LOCATIONS || parts.length === MAX_PARTS) {
    problems.push({
      code: 'annotation-sbom-too-many',
      where,
      message: `More than ${MAX_LOCATIONS} addresses are named, and only the first ${MAX_LOCATIONS} are read`,
      mend: 'Describe the component with fewer SBOMs, or split it into several entities.',
    });
  }
  const named = nameTargets({
    locations: [...found],
    annotation: readAnnotation(entity, SBOM_TARGET_ANNOTATION, prefixes),
  });
  return {
    locations: named.locations,
    problems: [...problems, ...named.problems],
  };
}

interface Rule {
  code: string;
  /** Continues the quoted value to a sentence. */
  rule: string;
  mend: string;
}

const RELATIVE_MEND =
  'Write an http or https URL, or a path beside the entity’s source such as sbom/bom.json.';

function locate(
  value: string,
  entity: Entity,
  resolveUrl: (options: { url: string; base: string }) => string,
): { location: string } | { problem: Rule } {
  if (isTooLong(value)) {
    return tooLong();
  }
  // A backslash counts as a slash in URLs, and would hide where a path leads.
  if (/[\p{Cc}\\]/u.test(value) || value.startsWith('//')) {
    return refuse(
      'annotation-sbom-unreadable',
      'is neither a URL nor a path',
      RELATIVE_MEND,
    );
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) {
    return checkUrl(value);
  }
  return locateBeside(value, entity, resolveUrl);
}

function locateBeside(
  value: string,
  entity: Entity,
  resolveUrl: (options: { url: string; base: string }) => string,
): { location: string } | { problem: Rule } {
  const base = sourceBase(entity);
  if (base?.type === 'file') {
    const path = localPath(value);
    return path
      ? { location: `${LOCAL_SCHEME}${path}` }
      : refuse(
          'annotation-sbom-outside',
          'leads out of the folder of the catalog file',
          'Put the SBOM beside the catalog file or below it.',
        );
  }
  if (base?.type !== 'url') {
    return refuse(
      'annotation-sbom-no-base',
      'is a path, and the entity has no source location that it could be beside',
      `Write a whole URL, or set '${ANNOTATION_SOURCE_LOCATION}' on the entity.`,
    );
  }
  let resolved: string;
  try {
    resolved = resolveUrl({ url: value, base: base.target });
  } catch {
    return refuse(
      'annotation-sbom-unreadable',
      'is no path that can be found beside the source',
      RELATIVE_MEND,
    );
  }
  const checked = checkUrl(resolved);
  if ('problem' in checked) {
    return checked;
  }
  return new URL(checked.location).origin === new URL(base.target).origin
    ? checked
    : refuse(
        'annotation-sbom-outside',
        'leads to another host than the source',
        'Write the whole URL if that host is meant.',
      );
}

/** Where paths start: the declared source folder, else the file that the catalog read the entity from. */
function sourceBase(
  entity: Entity,
): { type: string; target: string } | undefined {
  const source = readLocation(entity, ANNOTATION_SOURCE_LOCATION);
  if (source?.type === 'url' && !source.target.endsWith('/')) {
    // A source location is a folder by definition, whether or not its author wrote the slash.
    return { type: 'url', target: `${source.target}/` };
  }
  return source?.type === 'url'
    ? source
    : readLocation(entity, ANNOTATION_LOCATION);
}

function readLocation(
  entity: Entity,
  annotation: string,
): { type: string; target: string } | undefined {
  const value: unknown = entity.metadata.annotations?.[annotation];
  try {
    const location =
      typeof value === 'string' ? parseLocationRef(value) : undefined;
    if (location?.type === 'url' && 'problem' in checkUrl(location.target)) {
      return undefined;
    }
    return location;
  } catch {
    return undefined;
  }
}

function checkUrl(value: string): { location: string } | { problem: Rule } {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url) {
    return refuse(
      'annotation-sbom-unreadable',
      'is not a URL that can be read',
      RELATIVE_MEND,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(
      'annotation-sbom-scheme',
      'is not an http or https URL',
      RELATIVE_MEND,
    );
  }
  if (url.username || url.password) {
    return refuse(
      'annotation-sbom-credentials',
      'carries a user name or password',
      'Remove it from the catalog, change the password, and give Backstage access with an integration.',
    );
  }
  url.hash = '';
  return isTooLong(url.href) ? tooLong() : { location: url.href };
}

function tooLong(): { problem: Rule } {
  return refuse(
    'annotation-sbom-too-long',
    `is longer than ${MAX_LOCATION_BYTES} bytes`,
    RELATIVE_MEND,
  );
}

function refuse(code: string, rule: string, mend: string): { problem: Rule } {
  return { problem: { code, rule, mend } };
}
