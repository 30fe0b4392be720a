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
 * What was read of the repositories of inner-source projects. No column holds a person: authors are counted when a
 * reading arrives, and forgotten.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('innersource_signals_state', table => {
    table.comment('One row: counts the changes of the tables below');
    table.integer('id').primary();
    table.integer('generation').notNullable().defaultTo(0);
    table
      .integer('removals')
      .notNullable()
      .defaultTo(0)
      .comment('Raised when projects go, which leave no row behind');
  });
  await knex('innersource_signals_state').insert({ id: 1 });

  await knex.schema.createTable('innersource_signals', table => {
    table.comment('Of each project what was last read well, and when to ask');
    table.text('entity_ref').primary();
    table.text('target').notNullable().comment('JSON: SignalsTarget');
    table
      .text('budget_key')
      .notNullable()
      .comment('Whose budget the next reading draws on');
    table.text('parts').notNullable().comment('JSON: KeptSignals.parts');
    table
      .text('states')
      .notNullable()
      .comment('JSON: how each source did, with its validators');
    table.text('checked_at').comment('Null until something was asked');
    table.text('next_at').notNullable().comment('Due from then on');
    table.text('claimed_until').comment('Being read by somebody until then');
    table
      .integer('generation')
      .notNullable()
      .comment('Of the last change that shows');
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Raised by each change, so that nobody overwrites unseen');
    table.index(['generation']);
    table.index(['next_at']);
  });

  await knex.schema.createTable('innersource_imports', table => {
    table.comment('Lists of repositories in the form of repos.json');
    table.text('target').primary().comment('URL or path, as configured');
    table.text('etag');
    table.text('checked_at').notNullable();
    table.text('imported_at').comment('Last time that it was read well');
    table.text('error').comment('Why the last try failed; what was read stays');
  });

  await knex.schema.createTable('innersource_imported', table => {
    table.comment('Repositories of those lists');
    table
      .text('target')
      .notNullable()
      .references('innersource_imports.target')
      .onDelete('CASCADE');
    table.text('host').notNullable();
    table.text('slug').notNullable().comment('In lower case');
    table.text('fields').notNullable().comment('JSON: InnerSourceMetadata');
    table.text('parts').notNullable().comment('JSON: parts of KeptSignals');
    table.primary(['target', 'host', 'slug']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('innersource_imported');
  await knex.schema.dropTable('innersource_imports');
  await knex.schema.dropTable('innersource_signals');
  await knex.schema.dropTable('innersource_signals_state');
};
