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

import { InputError } from '@backstage/errors';
import {
  InnerSourceMetadata,
  readInnerSourceJson,
  readRepository,
} from '@ospo-suite/innersource-reader';
import { StoredParts } from '../../SignalsReader';
import { isRecord, jsonDepth } from '../push/readPushBody';
import { text, time } from '../reading/keepParts';
import { IMPORTED } from '../reading/RepositorySignalsRegistry';
import { KeptParts } from '../store/SignalsStore';
import { setPart } from '../reading/applyReading';
import { ImportedRepository } from './ImportedRepositories';

export const importLimits = { bytes: 32_000_000, depth: 20, rows: 20_000 };

/** Reads a `repos.json` as crawlers write it. Rows that name no repository are left out, and counted. */
export function readReposJson(
  json: string,
  options: { host?: string; now: string },
): { repositories: ImportedRepository[]; leftOut: number } {
  if (jsonDepth(json) > importLimits.depth) {
    throw new InputError(
      `The list is nested deeper than ${importLimits.depth} levels`,
    );
  }
  let rows: unknown;
  try {
    rows = JSON.parse(json);
  } catch {
    throw new InputError('The list is no JSON');
  }
  if (!Array.isArray(rows)) {
    throw new InputError(
      'The list is no list; a repos.json begins with a bracket',
    );
  }
  if (rows.length > importLimits.rows) {
    throw new InputError(
      `The list has ${rows.length} rows; at most ${importLimits.rows} are read`,
    );
  }
  const repositories = rows.flatMap(row => toRepository(row, options) ?? []);
  return { repositories, leftOut: rows.length - repositories.length };
}

function toRepository(
  row: unknown,
  options: { host?: string; now: string },
): ImportedRepository | undefined {
  const read = readRepository(row);
  const place =
    isRecord(row) && read
      ? placeOf(row, read.fullName, options.host)
      : undefined;
  if (!isRecord(row) || !read || !place) {
    return undefined;
  }
  const { inputs } = read;
  const metadata = isRecord(row._InnerSourceMetadata)
    ? row._InnerSourceMetadata
    : {};
  const facts: StoredParts['facts'] = {
    ...shortText(row, 'description', 'description'),
    ...shortText(row, 'default_branch', 'defaultBranch'),
    ...(inputs.createdAt && { createdAt: inputs.createdAt }),
    ...(inputs.updatedAt && { updatedAt: inputs.updatedAt }),
    ...(typeof row.pushed_at === 'string' &&
      time(row.pushed_at) && { pushedAt: time(row.pushed_at) }),
    ...(inputs.stars !== undefined && { stars: inputs.stars }),
    ...(inputs.forks !== undefined && { forks: inputs.forks }),
    ...(inputs.subscribers !== undefined && {
      subscribers: inputs.subscribers,
    }),
    ...(inputs.openIssues !== undefined && { openIssues: inputs.openIssues }),
    ...(typeof row.language === 'string' && {
      languages: [text(row.language)],
    }),
    ...(typeof row.archived === 'boolean' && { archived: row.archived }),
    ...(Array.isArray(metadata.topics) && {
      topics: metadata.topics
        .filter((topic): topic is string => typeof topic === 'string')
        .slice(0, 50)
        .map(text),
    }),
  };
  const parts: KeptParts = {};
  const set = <Name extends keyof StoredParts>(
    name: Name,
    value: StoredParts[Name],
  ) =>
    setPart(parts, name, { value, source: IMPORTED, fetchedAt: options.now });
  set('facts', facts);
  if (inputs.participation) {
    set('commits', {
      bounded: false,
      allWeeks: inputs.participation.slice(-52),
    });
  }
  if (typeof metadata.guidelines === 'string' && metadata.guidelines.trim()) {
    set('files', {
      documents: [
        {
          document: 'contributing',
          as: 'file',
          where: text(metadata.guidelines),
        },
      ],
      complete: false,
      readmeRead: false,
    });
  }
  return { ...place, fields: fieldsOf(row, metadata), parts };
}

/** The fields go through the reader of innersource.json, which knows the dialects and keeps no address. */
function fieldsOf(
  row: Record<string, unknown>,
  metadata: Record<string, unknown>,
): Partial<InnerSourceMetadata> {
  const named = { ...metadata };
  for (const added of ['participation', 'score', 'guidelines']) {
    delete named[added];
  }
  const title = metadata.title ?? row.name;
  const json = JSON.stringify({
    ...named,
    ...(typeof title === 'string' && { title }),
  });
  return readInnerSourceJson(Buffer.from(json)).metadata ?? {};
}

function placeOf(
  row: Record<string, unknown>,
  fullName: string,
  host: string | undefined,
): { host: string; slug: string } | undefined {
  if (typeof row.html_url === 'string') {
    try {
      const url = new URL(row.html_url);
      const slug = url.pathname.replace(/^\/+|\/+$|\.git$/g, '').toLowerCase();
      if (['http:', 'https:'].includes(url.protocol) && slug.includes('/')) {
        return { host: url.host, slug };
      }
    } catch {
      // Then by its name.
    }
  }
  return host && /^[^\s/@]+(\/[^\s/@]+)+$/.test(fullName)
    ? { host, slug: fullName.toLowerCase() }
    : undefined;
}

function shortText<Key extends string>(
  row: Record<string, unknown>,
  from: string,
  to: Key,
): { [key in Key]?: string } {
  const value = row[from];
  // The key is the literal that was given.
  return (
    typeof value === 'string' && value.trim()
      ? { [to]: text(value.trim()) }
      : {}
  ) as { [key in Key]?: string };
}
