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

import os from 'node:os';
import path from 'node:path';
import { dates } from './sources.mjs';
import { work } from './workshop.mjs';

const registryHost = /https?:\/\/(registry\.|[^/"]*\bnpmjs\.)[^"<\s]*/;

/** Where the tools were told to look is no fact about a package. */
function withoutPaths(text, directory) {
  const seen = [directory, path.relative(os.tmpdir(), directory), work];
  return seen.reduce(
    (rest, place) => rest.replaceAll(`${place}/`, '').replaceAll(place, '.'),
    text,
  );
}

/** Nor is the address of the registry that happened to serve it. */
function withoutRegistry(value) {
  if (Array.isArray(value))
    return value
      .filter(
        item => !(item?.type === 'distribution' && registryHost.test(item.url)),
      )
      .map(withoutRegistry);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === 'downloadLocation' && registryHost.test(item)
        ? [key, 'NOASSERTION']
        : [key, withoutRegistry(item)],
    ),
  );
}

/** The older set is stamped with the day its trees were resolved for. */
function stamp(document, time) {
  if (document.metadata) document.metadata.timestamp = time;
  if (document.creationInfo) document.creationInfo.created = time;
  for (const element of document['@graph'] ?? [])
    if (element.type === 'CreationInfo') element.created = time;
}

/** All that is done to a document after its tool wrote it. */
export function normalise(written, directory, set) {
  const text = withoutPaths(written, directory);
  const time = set === 'older' ? `${dates.older}T06:00:00Z` : undefined;
  if (text.trimStart().startsWith('<')) {
    const plain = text.replace(
      /\s*<reference type="distribution">\s*<url>https?:\/\/registry\.[\s\S]*?<\/reference>/g,
      '',
    );
    return time
      ? plain.replace(/<timestamp>[^<]*</, `<timestamp>${time}<`)
      : plain;
  }
  const document = withoutRegistry(JSON.parse(text));
  if (time) stamp(document, time);
  return `${JSON.stringify(document)}\n`;
}
