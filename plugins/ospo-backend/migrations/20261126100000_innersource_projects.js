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
 * Projects that are open inside, as the catalog and the files in their repositories tell them. All of it can be read
 * again from there. Times are ISO 8601 text, so that both databases hold and sort the same.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('innersource_state', table => {
    table.comment('One row');
    table.integer('id').primary();
    table
      .integer('generation')
      .notNullable()
      .defaultTo(0)
      .comment('Counts every change of the tables below');
    table
      .text('discovered_at')
      .comment('When the catalog was last read to its end; null before');
  });
  await knex('innersource_state').insert({ id: 1, generation: 0 });

  await knex.schema.createTable('innersource_projects', table => {
    table.comment('Entities that a rule of discovery lists');
    table.text('ref').primary();
    table.text('project').notNullable().comment('JSON: StoredProject');
    table.text('project_hash').notNullable();
    table.text('changed_at').notNullable();
    table
      .text('announced')
      .comment('JSON: what was last told of it; null when it is new');
  });

  await knex.schema.createTable('innersource_files', table => {
    table.comment('Files in repositories that tell of projects, as last read');
    table.text('place').primary().comment('Where they lie');
    table.text('reading').comment('JSON: FilesReading; null before the first');
    table.text('checked_at');
    table.text('next_check_at').notNullable();
    table.integer('failures').notNullable().defaultTo(0);
    table.index(['next_check_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('innersource_files');
  await knex.schema.dropTable('innersource_projects');
  await knex.schema.dropTable('innersource_state');
};
