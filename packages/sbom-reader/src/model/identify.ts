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

import { createHash } from 'node:crypto';
import { FindingList } from '../findings/FindingList';
import { parsePurl, PurlParts } from '../purl/parsePurl';
import { SbomLimits } from '../types';
import { ComponentInput } from './ComponentInput';

export interface Identity {
  purl: string | undefined;
  rawPurl: string | undefined;
  packageKey: string;
  weak: boolean;
  ecosystem: string;
  namespace: string | undefined;
  name: string;
  version: string | undefined;
  qualifiers: string;
}

/** Works out which package a component is: by its purl, or weakly by type, group and name. */
export function identify(
  input: ComponentInput,
  options: {
    findings: FindingList;
    limits: SbomLimits;
    where: () => string;
  },
): Identity {
  const { findings, limits, where } = options;
  const parts = input.purl ? readPurl(input.purl, options) : undefined;
  let version = input.version || parts?.version;
  if (version && version.length > limits.maxNameLength) {
    findings.add('version-too-long', where, version.slice(0, 40));
    version = shorten(version, limits.maxNameLength);
  }
  if (parts) {
    const namespace = parts.namespace;
    if (
      parts.version !== undefined &&
      version !== undefined &&
      parts.version !== version
    ) {
      noteVersions(parts, version, options);
    }
    return {
      purl: parts.purl,
      rawPurl: parts.purl === input.purl ? undefined : input.purl,
      packageKey: parts.packageKey,
      weak: false,
      ecosystem: parts.type,
      namespace,
      name: cutName(parts.name, options),
      version,
      qualifiers: parts.qualifiers,
    };
  }
  const name = cutName(nameOf(input, options), options);
  const namespace = input.group ? cutName(input.group, options) : undefined;
  return {
    purl: undefined,
    rawPurl: input.purl?.slice(0, limits.maxPurlLength),
    packageKey: `weak:${keyPart(input.type)}/${keyPart(
      namespace ?? '',
    )}/${keyPart(name)}`,
    weak: true,
    ecosystem: 'unknown',
    namespace,
    name,
    version,
    qualifiers: '',
  };
}

function readPurl(
  raw: string,
  options: { findings: FindingList; limits: SbomLimits; where: () => string },
): PurlParts | undefined {
  const reading = parsePurl(raw, { maxLength: options.limits.maxPurlLength });
  for (const problem of reading.problems) {
    options.findings.add(problem, options.where, raw);
  }
  return reading.ok ? reading.parts : undefined;
}

/** A leading `v` and the epoch of a distribution package are written by some tools and left out by others. */
function noteVersions(
  parts: PurlParts,
  version: string,
  options: { findings: FindingList; where: () => string },
): void {
  const bare = (text: string) => text.replace(/^(?:v|\d+:)/, '');
  if (bare(parts.version ?? '') !== bare(version)) {
    options.findings.add(
      'version-differs-from-purl',
      options.where,
      `${version} and ${parts.version}`,
    );
  }
}

function nameOf(
  input: ComponentInput,
  options: { findings: FindingList; where: () => string },
): string {
  if (input.name) {
    return input.name;
  }
  options.findings.add('name-missing', options.where);
  return '(no name)';
}

function cutName(
  name: string,
  options: { findings: FindingList; limits: SbomLimits; where: () => string },
): string {
  const most = options.limits.maxNameLength;
  if (name.length <= most) {
    return name;
  }
  options.findings.add('name-too-long', options.where, name.slice(0, 40));
  return shorten(name, most);
}

/** Cut, with a digest of the whole at the end, so that two long texts with the same beginning stay two. */
function shorten(text: string, maxLength: number): string {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const kept = text
    .slice(0, Math.max(0, maxLength - digest.length - 1))
    .replace(/[\ud800-\udbff]$/, '');
  return `${kept}~${digest}`;
}

function keyPart(text: string): string {
  return /^[A-Za-z0-9._~:@-]*$/.test(text) ? text : encodeURIComponent(text);
}
