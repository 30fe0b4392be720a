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

import { Knex } from 'knex';
import { isPostgres } from '../../../database/isPostgres';
import { runOverRows } from '../../../database/runSql';
import { AddedRows } from '../dictionary/UsageDictionary';

/** A row of a version that came into use, or went out of it. */
export interface VersionTurn {
  versionId: number;
  packageId: number;
  /** Its text. */
  version: string;
  isUsed: boolean;
}

interface Sibling {
  id: number;
  package_id: number;
  version: string;
  usages: number;
}

/** One version text of a package, before and after. */
interface TextUse {
  packageId: number;
  before: boolean;
  after: boolean;
}

/**
 * By how much the number of distinct version texts in use changed, by package. Rows that describe the same version
 * differently stand for one text, so where a row turned, its siblings are looked at.
 */
export async function countDistinctVersions(
  tx: Knex,
  turns: readonly VersionTurn[],
  added: AddedRows,
): Promise<Map<number, number>> {
  // Nobody else sees a new package, so all its rows are among the turns.
  const known = turns.filter(turn => !added.packages.has(turn.packageId));
  await lockPackages(
    tx,
    known.map(turn => turn.packageId),
  );
  const turned = new Set(turns.map(turn => turn.versionId));
  const texts = new Map<string, TextUse>();
  for (const turn of turns) {
    const text = textOf(texts, turn.packageId, turn.version);
    text.after ||= turn.isUsed;
    text.before ||= !turn.isUsed;
  }
  for (const row of await readSiblings(tx, known)) {
    if (!turned.has(row.id) && row.usages > 0) {
      const text = textOf(texts, row.package_id, row.version);
      text.after = true;
      text.before = true;
    }
  }
  const changes = new Map<number, number>();
  for (const { packageId, before, after } of texts.values()) {
    const change = Number(after) - Number(before);
    if (change !== 0) {
      changes.set(packageId, (changes.get(packageId) ?? 0) + change);
    }
  }
  return changes;
}

/** Until the commit nobody else turns a version of these packages; SQLite has one writer anyhow. */
async function lockPackages(tx: Knex, packageIds: number[]): Promise<void> {
  if (!isPostgres(tx)) {
    return;
  }
  const ids = [...new Set(packageIds)].sort((a, b) => a - b);
  await runOverRows(tx, {
    sql: `select p.id from $rows join usage_packages p on p.id = i.id for no key update of p`,
    columns: { id: 'integer' },
    rows: ids.map(id => [id]),
  });
}

async function readSiblings(
  tx: Knex,
  turns: readonly VersionTurn[],
): Promise<Sibling[]> {
  return await runOverRows<Sibling>(tx, {
    sql: `select v.id, v.package_id, v.version, v.usages
          from $rows join usage_package_versions o on o.id = i.id
          join usage_package_versions v on v.package_id = o.package_id and v.version = o.version and v.id <> o.id`,
    columns: { id: 'integer' },
    rows: turns.map(turn => [turn.versionId]),
  });
}

function textOf(
  texts: Map<string, TextUse>,
  packageId: number,
  version: string,
): TextUse {
  const key = `${packageId}\0${version}`;
  const text = texts.get(key) ?? { packageId, before: false, after: false };
  texts.set(key, text);
  return text;
}
