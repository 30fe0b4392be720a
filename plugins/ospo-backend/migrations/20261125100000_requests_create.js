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
 * Ids are texts that sort by the time at which they were made; times are ISO 8601 UTC texts. `request_events` is what
 * happened. What lists are made of (state and dues of `requests`, work items, tries, participants, gaps) is written from
 * it in the same transaction, so that they need not read it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client !== 'better-sqlite3';

  await knex.schema.createTable('request_counters', table => {
    table.comment('Numbers that people say, given without gaps');
    table.text('name').primary();
    table.integer('value').notNullable();
  });
  await knex('request_counters').insert({ name: 'number', value: 0 });

  await knex.schema.createTable('requests', table => {
    table.comment('What was asked of the office, as it stands now');
    table
      .increments('row_key')
      .comment('For the search of SQLite, which needs a number');
    table.text('id').notNullable().unique();
    table.integer('number').notNullable().unique();
    table.text('type_id').notNullable();
    table.text('title').notNullable();
    table.text('state').notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Raised by each change, so that nobody overwrites unseen');
    table.text('confidentiality').notNullable();
    table.text('requester_ref').notNullable();
    table.text('entity_ref');
    table.text('package_key');
    table.text('package_version');
    table.text('licence_key');
    table.text('answers').notNullable().comment('JSON');
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.text('submitted_at');
    table.text('decided_at');
    table.text('closed_at');
    table.text('ack_due').comment('Null while the clock stands still');
    table
      .text('done_due')
      .notNullable()
      .defaultTo('9999')
      .comment('9999 while the clock stands still or has not started');
    table
      .text('clock_at')
      .comment('When the clock next has something to do; null for never');
    table.text('outcome');
    table
      .text('next')
      .notNullable()
      .comment('JSON: what happens next, who has it, by when');
    table
      .text('triage')
      .notNullable()
      .defaultTo('')
      .comment('Reasons for the core team to look, each between commas');
    table
      .text('search_text')
      .notNullable()
      .comment('Number and title, lower case');
    table.index(['updated_at', 'id']);
    table.index(['created_at', 'id']);
    table.index(['requester_ref', 'updated_at', 'id']);
    table.index(['entity_ref', 'updated_at', 'id']);
    table.index(['package_key', 'updated_at', 'id']);
    table.index(['licence_key', 'updated_at', 'id']);
    table.index(['state', 'updated_at', 'id']);
    table.index(['type_id', 'updated_at', 'id']);
    table.index(['submitted_at']);
    table.index(['done_due', 'id']);
  });
  // Few are in triage or due; most are over.
  await knex.schema.raw(
    `create index requests_triage on requests (updated_at, id) where triage <> ''`,
  );
  await knex.schema.raw(
    `create index requests_clock_at on requests (clock_at) where clock_at is not null`,
  );

  await knex.schema.createTable('request_events', table => {
    table.comment(
      'Everything that happened, in its order; never changed but to erase a person',
    );
    table.text('id').primary();
    table
      .text('request_id')
      .notNullable()
      .references('requests.id')
      .onDelete('cascade');
    table.integer('seq').notNullable();
    table.text('at').notNullable();
    table.text('actor_ref').notNullable();
    table.text('kind').notNullable();
    table.text('work_item_id');
    table.text('body').notNullable().comment('JSON: all that the event tells');
    table.unique(['request_id', 'seq']);
    table.index(['actor_ref', 'kind', 'at']);
  });

  await knex.schema.createTable('request_work_items', table => {
    table.comment('Parts of requests, one for each competency that is needed');
    table.text('id').primary();
    table
      .text('request_id')
      .notNullable()
      .references('requests.id')
      .onDelete('cascade');
    table.integer('position').notNullable();
    table.text('competency_ref').notNullable();
    table.text('authority').notNullable();
    table.boolean('blocking').notNullable();
    table.text('state').notNullable();
    table
      .boolean('is_active')
      .notNullable()
      .comment('Asked or taken, of a request that is open');
    table.text('provider_ref');
    table.text('assignee_ref');
    table.text('required_at').notNullable();
    table.text('asked_at');
    table.text('taken_at');
    table.text('done_at');
    table.float('hours').comment('As reported; null when nobody did');
    table.float('ack_hours').comment('Business hours from asking to taking');
    table
      .float('done_hours')
      .comment('Business hours from asking to done, pauses left out');
    table.index(['request_id', 'position']);
    table.index(['competency_ref', 'request_id']);
    table.index(['provider_ref', 'done_at']);
    table.index(['competency_ref', 'done_at']);
  });
  await knex.schema.raw(
    `create index request_work_items_active on request_work_items (provider_ref) where is_active`,
  );

  await knex.schema.createTable('request_tries', table => {
    table.comment('Who was asked, and how it ended; null while it is open');
    table.text('id').primary();
    table
      .text('request_id')
      .notNullable()
      .references('requests.id')
      .onDelete('cascade');
    table.text('work_item_id').notNullable();
    table.text('provider_ref').notNullable();
    table.text('asked_at').notNullable();
    table.text('ended');
    table.text('ended_at');
    table.index(['provider_ref', 'asked_at']);
    table.index(['work_item_id']);
  });

  await knex.schema.createTable('request_participants', table => {
    table.comment(
      'Who may read a request however confidential it is, and for whom something of it waits',
    );
    table
      .text('request_id')
      .notNullable()
      .references('requests.id')
      .onDelete('cascade');
    table.text('ref').notNullable();
    table.boolean('is_waiting').notNullable();
    table.primary(['request_id', 'ref']);
    table.index(['ref', 'request_id']);
  });
  await knex.schema.raw(
    `create index request_participants_waiting on request_participants (ref, request_id) where is_waiting`,
  );

  await knex.schema.createTable('request_precedents', table => {
    table.comment(
      'Decisions that others may reuse; they name nobody, and outlive the request',
    );
    table.increments('row_key');
    table.text('id').notNullable().unique();
    table.text('request_id').comment('Null once the request was purged');
    table.text('type_id').notNullable();
    table.text('title').notNullable();
    table.text('summary').notNullable();
    table.text('outcome').notNullable();
    table.text('conditions').notNullable().comment('JSON');
    table.text('entity_ref');
    table.text('package_key');
    table.text('package_version');
    table.text('licence_key');
    table
      .text('competencies')
      .notNullable()
      .comment('Refs, each between commas');
    table.text('published_at').notNullable();
    table.text('valid_until').comment('ISO 8601 date');
    table.text('recertify_ref').comment('Who is reminded to look at it again');
    table.text('search_text').notNullable();
    table.index(['published_at', 'id']);
    table.index(['type_id', 'published_at', 'id']);
    table.index(['entity_ref']);
    table.index(['package_key']);
    table.index(['licence_key']);
    table.index(['valid_until']);
    table.index(['request_id']);
  });

  await knex.schema.createTable('request_gaps', table => {
    table.comment('Competencies that routing found nobody for');
    table.text('id').primary();
    table
      .text('request_id')
      .notNullable()
      .references('requests.id')
      .onDelete('cascade');
    table.text('work_item_id').notNullable();
    table.text('competency_ref').notNullable();
    table.text('at').notNullable();
    table.text('closed_at');
    table.integer('candidates').notNullable();
    table.index(['at', 'id']);
    table.index(['work_item_id']);
  });
  await knex.schema.raw(
    `create index request_gaps_open on request_gaps (at, id) where closed_at is null`,
  );

  await knex.schema.createTable('request_reminders', table => {
    table.comment(
      'What was told to whom and why; whoever inserts the row sends it',
    );
    table.text('reason').primary();
    table.text('request_id');
    table.text('at').notNullable();
    table.index(['at']);
  });

  if (!isPostgres) {
    for (const [name, from] of [
      ['requests_fts', 'requests'],
      ['request_precedents_fts', 'request_precedents'],
    ]) {
      await createSqliteSearch(knex, name, from);
    }
  }
};

/**
 * PostgreSQL's counterpart is made by openDatabase, because it needs an extension.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {string} from
 */
async function createSqliteSearch(knex, name, from) {
  await knex.schema.raw(`
    create virtual table ${name} using fts5(
      search_text, content='${from}', content_rowid='row_key', tokenize='trigram'
    )`);
  await knex.schema.raw(`
    create trigger ${name}_insert after insert on ${from} begin
      insert into ${name} (rowid, search_text) values (new.row_key, new.search_text);
    end`);
  await knex.schema.raw(`
    create trigger ${name}_delete after delete on ${from} begin
      insert into ${name} (${name}, rowid, search_text)
      values ('delete', old.row_key, old.search_text);
    end`);
  await knex.schema.raw(`
    create trigger ${name}_update after update of search_text on ${from} begin
      insert into ${name} (${name}, rowid, search_text)
      values ('delete', old.row_key, old.search_text);
      insert into ${name} (rowid, search_text) values (new.row_key, new.search_text);
    end`);
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client === 'better-sqlite3') {
    await knex.schema.raw('drop table if exists requests_fts');
    await knex.schema.raw('drop table if exists request_precedents_fts');
  }
  for (const table of [
    'request_reminders',
    'request_gaps',
    'request_precedents',
    'request_participants',
    'request_tries',
    'request_work_items',
    'request_events',
    'requests',
    'request_counters',
  ]) {
    await knex.schema.dropTableIfExists(table);
  }
};
