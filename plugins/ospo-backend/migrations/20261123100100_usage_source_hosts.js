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

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('usage_source_hosts', table => {
    table.comment(
      'Requests lately made to each system that SBOMs are read from, over all replicas',
    );
    table.text('budget_key').primary();
    table
      .text('requests')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: [slice of time, requests in it], for the last hour');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('In a row, of the system and not of a single file');
    table.text('paused_until').comment('Nothing is asked of it before');
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Raised by each change, so that nobody overwrites unseen');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('usage_source_hosts');
};
