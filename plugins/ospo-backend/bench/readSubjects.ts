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

const COUNT = 50;

/** Packages that are asked about, as purls. */
export interface Subjects {
  popular: string[];
  rare: string[];
}

/** The 50 packages that most components use, and 50 that one to three use. */
export async function readSubjects(knex: Knex): Promise<Subjects> {
  const keys = (rows: { key: string }[]): string[] => rows.map(row => row.key);
  const inUse = () =>
    knex('usage_package_stats as s')
      .join('usage_packages as p', 'p.id', 's.package_id')
      .select<{ key: string }[]>('p.key')
      .limit(COUNT);
  const subjects = {
    popular: keys(
      await inUse().orderBy('s.components', 'desc').orderBy('p.id'),
    ),
    rare: keys(
      await inUse().whereBetween('s.components', [1, 3]).orderBy('p.name'),
    ),
  };
  if (subjects.popular.length < COUNT || subjects.rare.length < COUNT) {
    throw new Error('Too few packages are in use to ask about');
  }
  return subjects;
}
