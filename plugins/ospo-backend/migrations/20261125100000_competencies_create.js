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
 * What people say of themselves and what is agreed with them. Days and times are ISO 8601 text, so that both databases
 * hold and sort the same. Whoever adds a column that may hold a person adds it to `competencyPersonColumns` as well.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('competency_state', table => {
    table.comment('One row: counts every change of the tables below');
    table.integer('id').primary();
    table.integer('generation').notNullable().defaultTo(0);
  });
  await knex('competency_state').insert({ id: 1, generation: 0 });

  await knex.schema.createTable('competency_profiles', table => {
    table.comment('People who told about themselves, of their own will');
    table.text('user_ref').primary();
    table.text('skills').notNullable().comment('JSON: texts');
    table.text('languages').notNullable().comment('JSON: ISO 639-1');
    table.text('opted_in_at').notNullable();
  });

  await knex.schema.createTable('competency_profile_entries', table => {
    table.comment('What they say they can do for a competency');
    table
      .text('user_ref')
      .notNullable()
      .references('competency_profiles.user_ref')
      .onDelete('CASCADE');
    table.text('competency_ref').notNullable();
    table.text('authority').notNullable().comment('As they claim it');
    table
      .text('confirmed_authority')
      .comment('Up to which somebody confirmed it; null when nobody did');
    table.text('confirmed_by');
    table.text('scope').notNullable().comment('JSON: CompetencyScope');
    table.float('hours_per_month').comment('Null is unknown, not zero');
    table.primary(['user_ref', 'competency_ref']);
  });

  await knex.schema.createTable('competency_absences', table => {
    table.comment('Days on which a provider is not there; never why');
    table.text('id').primary();
    table.text('provider_ref').notNullable();
    table.text('from_day').notNullable();
    table.text('to_day').notNullable().comment('Included');
    table.index(['provider_ref']);
    table.index(['to_day']);
  });

  await knex.schema.createTable('competency_agreements', table => {
    table.comment('Hours that the line of a provider agreed to');
    table.text('id').primary();
    table.text('provider_ref').notNullable();
    table.text('competency_ref').notNullable();
    table.float('hours_per_month').notNullable();
    table.text('valid_from').notNullable();
    table.text('valid_to');
    table.text('agreed_by').notNullable();
    table.text('note');
    table.index(['provider_ref']);
    table.index(['competency_ref']);
  });

  await knex.schema.createTable('competency_evidence', table => {
    table.comment('What shows that somebody is able to do what they are asked');
    table.text('id').primary();
    table.text('subject_ref').notNullable();
    table.text('competency_ref').notNullable();
    table
      .text('kind')
      .notNullable()
      .comment('training, certificate, experience or assessment');
    table.text('title').notNullable();
    table.text('day').notNullable();
    table.text('expires');
    table.text('assessor_ref');
    table.text('link');
    table.index(['subject_ref']);
    table.index(['competency_ref']);
    table.index(['expires']);
  });

  await knex.schema.createTable('competency_rota', table => {
    table.comment('Who is on duty when');
    table.text('id').primary();
    table.text('competency_ref').notNullable();
    table.text('provider_ref').notNullable();
    table.text('from_day').notNullable();
    table.text('to_day').notNullable().comment('Included');
    table.index(['competency_ref']);
    table.index(['to_day']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('competency_rota');
  await knex.schema.dropTable('competency_evidence');
  await knex.schema.dropTable('competency_agreements');
  await knex.schema.dropTable('competency_absences');
  await knex.schema.dropTable('competency_profile_entries');
  await knex.schema.dropTable('competency_profiles');
  await knex.schema.dropTable('competency_state');
};
