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

import { SbomLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { plainText } from '../../shared/plainText';
import { LocationProblem } from './LocationProblem';

const MAX_TARGET = 200;

/**
 * Gives each of an entity's SBOMs its artefact. One SBOM takes the annotation's text, or the entity's name. Several
 * take as many texts separated by commas; else each is called after its file, because two SBOMs of one artefact would
 * take turns in replacing each other.
 */
export function nameTargets(options: {
  locations: string[];
  annotation: { key: string; value: string } | undefined;
}): { locations: SbomLocation[]; problems: LocationProblem[] } {
  const { locations, annotation } = options;
  if (locations.length === 1 && annotation) {
    return {
      locations: locations.map(location => ({
        location,
        target: shownTarget(annotation.value),
      })),
      problems: [],
    };
  }
  if (locations.length < 2) {
    return {
      locations: locations.map(location => ({ location })),
      problems: [],
    };
  }
  const given = annotation?.value.split(',').map(text => text.trim()) ?? [];
  const isUsable =
    given.length === locations.length &&
    new Set(given).size === given.length &&
    !given.includes('');
  const targets = isUsable ? given : fileNames(locations);
  return {
    locations: locations.map((location, index) => ({
      location,
      target: shownTarget(targets[index] ?? 'sbom'),
    })),
    problems:
      annotation && !isUsable
        ? [
            {
              code: 'annotation-sbom-target-count',
              where: `metadata.annotations['${annotation.key}']`,
              message: `The ${locations.length} SBOMs of this entity need as many different artefact names, separated by commas; their file names are taken instead`,
              mend: 'Write one name for each SBOM, in the same order.',
            },
          ]
        : [],
  };
}

function shownTarget(text: string): string {
  return plainText(text).slice(0, MAX_TARGET);
}

/** As short an end of each path as tells them apart, without the file's extension. */
function fileNames(locations: string[]): string[] {
  const paths = locations.map(location =>
    new URL(location, 'file:///').pathname
      .split('/')
      .filter(part => part !== '')
      .map(decoded),
  );
  const depth = Math.max(...paths.map(parts => parts.length), 1);
  for (let length = 1; length <= depth; length++) {
    const names = paths.map(parts => withoutExtension(parts.slice(-length)));
    if (new Set(names).size === names.length) {
      return names;
    }
  }
  return paths.map(
    (parts, index) => `${withoutExtension(parts.slice(-1))}-${index + 1}`,
  );
}

function withoutExtension(parts: string[]): string {
  return (
    parts
      .join('/')
      .replace(
        /(?<=[^/.])(?:\.(?:json|xml|ya?ml|spdx|cdx|rdf|gz|zst))+$/i,
        '',
      ) || 'sbom'
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
