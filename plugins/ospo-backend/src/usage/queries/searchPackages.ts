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
  UsagePackage,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { likePattern } from '../../shared/likePattern';
import { HeadPackage, PackageHead } from './PackageHead';
import { ftsPhrase, isIndexedText } from './packageText';
import { readRows } from './readRows';

/** Matches among the most used packages are counted up to so many. */
const COUNT_TO = 1_000;
/** Before all others in the order of a page. */
const BEFORE_ALL = [2_147_483_647, 2_147_483_647];

/**
 * One page of the packages that have a text in them. What many packages have is found among the most used ones in
 * memory, and told as "at least so many"; what few have, by an index, with its exact number.
 */
export async function searchPackages(
  knex: Knex,
  head: PackageHead,
  search: {
    /** As search texts are written. */
    part: string;
    after: [components: number, id: number] | undefined;
    limit: number;
  },
): Promise<{ rows: HeadPackage[]; total: UsagePage<UsagePackage>['total'] }> {
  const { part, after, limit } = search;
  const wanted = limit + 1;
  const found = await head.find({ part, after, wanted, countTo: COUNT_TO });
  if (found) {
    return {
      rows: found.rows,
      total: {
        value: found.matches,
        bounded: !found.isAll || found.matches >= COUNT_TO,
      },
    };
  }
  const matching = matchingIds(knex, part);
  const rows = await readRows<
    [
      id: number,
      components: number,
      direct: number,
      versions: number,
      total: number | string,
    ]
  >(
    knex,
    `select package_id, components, direct, versions, total from (
       select s.package_id, s.components, s.direct, s.versions, count(*) over () as total
       from usage_package_stats s where s.package_id ${matching.sql}
     ) as found
     where (components, package_id) < (?, ?)
     order by components desc, package_id desc limit ?`,
    [...matching.parameters, ...(after ?? BEFORE_ALL), wanted],
  );
  return {
    rows: rows.map(([packageId, components, direct, versions]) => ({
      package_id: packageId,
      ...{ components, direct, versions },
    })),
    // Past the last one nothing is left that would say the number.
    total:
      rows.length > 0 || !after
        ? { value: Number(rows[0]?.[4] ?? 0), bounded: false }
        : undefined,
  };
}

function matchingIds(
  knex: Knex,
  part: string,
): { sql: string; parameters: string[] } {
  if (isPostgres(knex)) {
    return {
      // As an array, or the planner reads packages in order of use and hopes to meet a rare text soon.
      sql: `= any(array(select p.id from usage_packages p where p.search_text like ? escape '!'))`,
      parameters: [likePattern(part)],
    };
  }
  // SQLite's index folds more than case; the text itself decides.
  return isIndexedText(part)
    ? {
        sql: `in (
          select p.id from usage_packages p
          where p.id in (select rowid from usage_packages_fts where usage_packages_fts match ?)
            and instr(p.search_text, ?) > 0)`,
        parameters: [ftsPhrase(part), part],
      }
    : {
        sql: 'in (select p.id from usage_packages p where instr(p.search_text, ?) > 0)',
        parameters: [part],
      };
}
