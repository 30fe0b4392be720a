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

// @ts-check

/** The same pairs as in `searchText.ts`. */
const MARKS = '-./_@:%+~ ';
const LETTERS = 'QXZJVWYKHG';

/**
 * Texts that are searched hold letters instead of punctuation, so that an index of three characters finds those too.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await replaceAll(knex, MARKS, LETTERS);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await replaceAll(knex, LETTERS, MARKS);
};

/**
 * @param {import('knex').Knex} knex
 * @param {string} from
 * @param {string} to
 */
async function replaceAll(knex, from, to) {
  if (knex.client.config.client !== 'better-sqlite3') {
    await knex.raw(
      'update usage_packages set search_text = translate(search_text, ?, ?)',
      [from, to],
    );
    return;
  }
  const nested = [...from].reduce(
    inner => `replace(${inner}, ?, ?)`,
    'search_text',
  );
  await knex.raw(
    `update usage_packages set search_text = ${nested}`,
    [...from].flatMap((mark, index) => [mark, to[index]]),
  );
}
