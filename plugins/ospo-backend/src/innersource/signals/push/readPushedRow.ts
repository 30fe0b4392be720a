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
  BaseDocument,
  baseDocuments,
  FoundDocument,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { z } from 'zod';
import { quoteValue } from '../../../shared/plainText';
import { tryNormaliseRef } from '../../../shared/normaliseRef';
import { parseInput } from '../../../shared/parseInput';
import { StoredParts } from '../../SignalsReader';
import { fewOrMore, text, time } from '../reading/keepParts';
import { isRecord } from './readPushBody';

const DAY_MS = 86_400_000;
const YEAR_MS = 364 * DAY_MS;
/** Clocks of build machines differ. */
const MAX_AHEAD_MS = DAY_MS;

const count = z.number().int().min(0).max(10_000_000);
const moment = z
  .string()
  .max(40)
  .refine(
    value => time(value) !== undefined,
    'is no time; write it like 2026-11-25T12:00:00Z',
  );
const week52 = z.array(count).length(52, 'has 52 weeks, the oldest first');
const name = z.string().min(1).max(300);

const schema = z.object({
  entityRef: name.optional(),
  full_name: name.optional(),
  host: name.optional(),
  as_of: moment.optional(),
  created_at_first_commit: moment.nullish(),
  pushed_at_last_commit: moment.nullish(),
  participation: week52.nullish(),
  human_participation: week52.nullish(),
  human_authors_52w: count.nullish(),
  bot_commits_52w: count.nullish(),
  releases_52w: count.nullish(),
  tags: count.nullish(),
  latest_tag_date: moment.nullish(),
  languages_by_file_count: z.record(z.string().max(100), count).nullish(),
  docs: z
    .record(z.string().max(100), z.array(z.string().max(1_000)).max(1_000))
    .nullish(),
});
type Row = z.infer<typeof schema>;

/** Known, and nothing that is shown. */
const IGNORED = new Set([
  'commit',
  'commits_no_merges_total',
  'authors_covering_half_of_human_commits_52w',
  'files_total',
  'note',
]);
const PEOPLE =
  /^(?:authors?|committers?|e?mails?|names?|users?|logins?|handles?|people|members?|contributors?)$/i;

const DOCUMENTS: Record<string, BaseDocument> = {
  ...Object.fromEntries(baseDocuments.map(id => [id.replace(/-/g, '_'), id])),
  license: 'licence',
  issue_template: 'issue-templates',
  pr_template: 'pull-request-template',
  pull_request_template: 'pull-request-template',
};

/** A row as it is stored. */
export interface PushedRow {
  entityRef?: string;
  host?: string;
  slug?: string;
  asOf: string;
  parts: Partial<StoredParts>;
  /** Fields that nobody knows. */
  ignored: string[];
}

/** Reads a row of `git-derived-signals.json`, or throws an InputError that names the field and the mend. */
export function readPushedRow(
  value: unknown,
  options: { asOf: unknown; now: Date },
): PushedRow {
  if (!isRecord(value)) {
    throw new InputError('A row is an object');
  }
  refusePeople(value);
  const row = parseInput(schema, value);
  const asOf = readAsOf(row.as_of ?? options.asOf, options.now);
  const entityRef =
    row.entityRef === undefined ? undefined : tryNormaliseRef(row.entityRef);
  if (row.entityRef !== undefined && !entityRef) {
    throw new InputError(
      `entityRef: ${quoteValue(
        row.entityRef,
      )} is no entity ref; write it like component:default/name`,
    );
  }
  if (!entityRef && !row.full_name) {
    throw new InputError(
      `Name the project: 'entityRef', or 'full_name' with 'host'`,
    );
  }
  return {
    entityRef,
    host: row.host?.toLowerCase(),
    slug: row.full_name?.toLowerCase(),
    asOf,
    parts: toParts(row, asOf),
    ignored: Object.keys(value)
      .filter(key => !(key in schema.shape) && !IGNORED.has(key))
      .slice(0, 50)
      .map(key => text(key).slice(0, 100)),
  };
}

/** Nobody's name or address is taken, whatever it is called. */
function refusePeople(row: Record<string, unknown>): void {
  const field = Object.keys(row).find(key => PEOPLE.test(key));
  if (field) {
    throw new InputError(
      `${field}: data about people is not taken; send counts only, such as 'human_authors_52w'`,
    );
  }
  const place = findAddress(row);
  if (place !== undefined) {
    throw new InputError(
      `${place}: holds an e-mail address; send counts only, no people`,
    );
  }
}

function findAddress(value: unknown, place = ''): string | undefined {
  if (typeof value === 'string') {
    // One character before the @ is enough: looking for more would take as many steps for each that has none.
    return /[^\s/@]@[^\s/@]+\.[^\s/@]/.test(value) ? place || 'row' : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  for (const [key, one] of Object.entries(value)) {
    const found =
      findAddress(one, place ? `${place}.${key}` : key) ??
      findAddress(key, place || 'row');
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function readAsOf(value: unknown, now: Date): string {
  const asOf = typeof value === 'string' ? time(value) : undefined;
  if (asOf === undefined) {
    throw new InputError(
      `as_of: say when the row was made, like 2026-11-25T12:00:00Z`,
    );
  }
  if (Date.parse(asOf) > now.getTime() + MAX_AHEAD_MS) {
    throw new InputError(`as_of: '${asOf}' lies in the future`);
  }
  return asOf;
}

function toParts(row: Row, asOf: string): Partial<StoredParts> {
  const pushedAt = time(row.pushed_at_last_commit ?? undefined);
  const firstCommitAt = time(row.created_at_first_commit ?? undefined);
  const commits = toCommits(row, asOf, { pushedAt, firstCommitAt });
  const releases = toReleases(row, asOf);
  const languages = Object.entries(row.languages_by_file_count ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => text(language))
    .slice(0, 20);
  return {
    ...((pushedAt || firstCommitAt || languages.length > 0) && {
      facts: {
        ...(firstCommitAt && { createdAt: firstCommitAt }),
        ...(pushedAt && { pushedAt }),
        ...(languages.length > 0 && { languages }),
      },
    }),
    ...(commits && { commits }),
    ...(releases && { releases }),
    ...(row.docs && {
      files: {
        documents: toDocuments(row.docs),
        complete: true,
        readmeRead: false,
      },
    }),
  };
}

function toCommits(
  row: Row,
  asOf: string,
  { pushedAt, firstCommitAt }: { pushedAt?: string; firstCommitAt?: string },
): StoredParts['commits'] | undefined {
  const allWeeks = row.participation ?? undefined;
  const botCommits = row.bot_commits_52w ?? undefined;
  const humanAuthors = fewOrMore(row.human_authors_52w ?? undefined);
  const humanWeeks =
    row.human_participation ?? (botCommits === 0 ? allWeeks : undefined);
  if (!allWeeks && !humanWeeks && humanAuthors === undefined) {
    return undefined;
  }
  // Only where no bot committed in the year is the last commit of that year known to be a person's.
  const isPersons =
    pushedAt !== undefined &&
    botCommits === 0 &&
    Date.parse(asOf) - Date.parse(pushedAt) <= YEAR_MS;
  return {
    bounded: false,
    ...(allWeeks && { allWeeks }),
    ...(humanWeeks && { humanWeeks }),
    ...(botCommits !== undefined && { botCommits }),
    ...(isPersons && { lastHumanCommitAt: pushedAt }),
    ...(firstCommitAt && { firstCommitAt }),
    ...(humanAuthors !== undefined && { humanAuthors }),
  };
}

/** The number of tags is of all times; of a year it is known only where the last one is older, or there is none. */
function toReleases(
  row: Row,
  asOf: string,
): StoredParts['releases'] | undefined {
  const at = time(row.latest_tag_date ?? undefined);
  const latest = at && { latest: { at } };
  if (row.releases_52w !== undefined && row.releases_52w !== null) {
    return { count: row.releases_52w, ...latest };
  }
  if (at) {
    const isOld = Date.parse(asOf) - Date.parse(at) > YEAR_MS;
    return { ...(isOld && { count: 0 }), ...latest };
  }
  return row.tags === 0 ? { count: 0 } : undefined;
}

function toDocuments(docs: Record<string, string[]>): FoundDocument[] {
  const found = new Map<BaseDocument, FoundDocument>();
  for (const [key, paths] of Object.entries(docs)) {
    const document = DOCUMENTS[key.toLowerCase()];
    const where = paths.find(path => path.trim() !== '');
    if (document && where && !found.has(document)) {
      found.set(document, { document, as: 'file', where: text(where) });
    }
  }
  return baseDocuments.flatMap(id => found.get(id) ?? []);
}
