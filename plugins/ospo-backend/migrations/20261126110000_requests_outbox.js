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
 * What people are to be told of requests. A row is written in the transaction of what it tells of, and deleted once it
 * was told, so that neither a process that ends nor notifications that are away lose it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('request_outbox', table => {
    table.comment('What people are to be told, and were not yet');
    table.text('id').primary();
    table
      .text('request_id')
      .comment('Null for precedents')
      .references('requests.id')
      .onDelete('cascade');
    table.text('at').notNullable().comment('When there was something to tell');
    table
      .text('free_at')
      .notNullable()
      .comment('Until then it belongs to whoever set this');
    table.integer('failures').notNullable().defaultTo(0);
    table.text('telling').notNullable().comment('JSON: of what, and to whom');
    table.index(['free_at']);
    table.index(['request_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTableIfExists('request_outbox');
};
