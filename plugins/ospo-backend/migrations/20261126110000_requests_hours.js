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

/**
 * The business hours of a request are kept with it, so that figures are counted by the database. What there is already
 * is marked: hours of business need the configured calendar, and are measured when figures first ask for them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('requests', table => {
    table
      .double('ack_hours')
      .comment('Business hours from submitting to the first taking');
    table
      .double('done_hours')
      .comment('Business hours from submitting to the decision');
    table
      .boolean('is_measured')
      .notNullable()
      .defaultTo(true)
      .comment('False while the hours are still to be told from the times');
  });
  await knex('requests')
    .whereNotNull('submitted_at')
    .update({ is_measured: false });
  await knex.schema.raw(
    `create index requests_unmeasured on requests (submitted_at) where not is_measured`,
  );
  await knex.schema.alterTable('request_work_items', table => {
    table.index(['required_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('request_work_items', table => {
    table.dropIndex(['required_at']);
  });
  await knex.schema.raw('drop index if exists requests_unmeasured');
  // By hand: knex would make the table anew for SQLite, and lose what keeps its search.
  for (const column of ['ack_hours', 'done_hours', 'is_measured']) {
    await knex.schema.raw(`alter table requests drop column ${column}`);
  }
};
