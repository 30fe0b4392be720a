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
 * Ids are integers, times are ISO 8601 UTC text, and an absent text is '' wherever it is part of a key, so that both
 * databases hold and sort the same. Row locks are taken by key within a
 * table, and from table to table in the order that `UsageWriter` describes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client !== 'better-sqlite3';

  await knex.schema.createTable('usage_entities', table => {
    table.comment(
      'Catalog entities that can have an SBOM, as the catalog last told them',
    );
    table.increments('id');
    table.text('entity_ref').notNullable().unique();
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('type');
    table.text('lifecycle');
    table.text('owner_ref');
    table
      .text('owner_state')
      .notNullable()
      .defaultTo('none')
      .comment('present, missing or none');
    table.text('system_ref');
    table
      .text('facts_hash')
      .notNullable()
      .comment('Hash of all that was taken from the catalog');
    table
      .text('findings')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: findings about annotations');
    table.text('seen_at').notNullable();
    table
      .text('gone_at')
      .comment(
        'Set when the catalog no longer has it; its usages are then in no list or total. Written by detachEntity and attachEntity alone',
      );
    table
      .text('last_sbom_at')
      .comment('When one of its current SBOMs was last received');
    table
      .integer('packages')
      .comment('Null while no SBOM was read: unknown, not zero');
    table.integer('direct');
    table.integer('transitive');
    table.integer('relation_unknown');
    table.integer('licence_known');
    table.integer('licence_unknown');
    table.index(['owner_ref']);
    table.index(['system_ref']);
    table.index(['name', 'id']);
  });

  await knex.schema.createTable('usage_licences', table => {
    table.comment(
      'Licences as they count: one row an SPDX expression, or a text that was not understood',
    );
    table.increments('id');
    table
      .text('status')
      .notNullable()
      .comment('known, absent, noassertion, none, text or invalid');
    table
      .text('text')
      .notNullable()
      .comment('Expression when known, raw text otherwise');
    table
      .text('hash')
      .notNullable()
      .unique()
      .comment('Of status and text, which may be too long for an index');
  });

  await knex.schema.createTable('usage_licence_texts', table => {
    table.comment('Licences as written in documents');
    table.increments('id');
    table.integer('licence_id').notNullable().references('usage_licences.id');
    table.text('raw').notNullable().defaultTo('');
    table.text('mapped_from').notNullable().defaultTo('');
    table
      .text('hash')
      .notNullable()
      .unique()
      .comment('Of licence, raw text and mapping');
  });

  await knex.schema.createTable('usage_packages', table => {
    table.comment('Open source packages, by purl without version');
    table.increments('id');
    table
      .text('key')
      .notNullable()
      .unique()
      .comment('Canonical purl without version, or weak:<type>/<group>/<name>');
    table.boolean('weak').notNullable().defaultTo(false);
    table.text('ecosystem').notNullable();
    table.text('namespace').notNullable().defaultTo('');
    table.text('name').notNullable();
    table.text('search_text').notNullable().comment('Lower case name and key');
    table.text('first_seen_at').notNullable();
    table.index(['name', 'id']);
    table.index(['ecosystem']);
  });

  await knex.schema.createTable('usage_package_versions', table => {
    table.comment(
      'Package versions as described by documents: version, qualifiers and licences',
    );
    table.increments('id');
    table.integer('package_id').notNullable();
    table.text('version').notNullable().defaultTo('');
    table.text('qualifiers').notNullable().defaultTo('');
    table
      .integer('declared_id')
      .notNullable()
      .comment('usage_licence_texts.id');
    table
      .integer('concluded_id')
      .notNullable()
      .comment('usage_licence_texts.id');
    table
      .integer('licence_id')
      .notNullable()
      .comment('The one that counts: concluded when known, else declared');
    table
      .integer('usages')
      .notNullable()
      .defaultTo(0)
      .comment('Rows of usage_current; equal to a recount at any time');
    table.unique([
      'package_id',
      'version',
      'qualifiers',
      'declared_id',
      'concluded_id',
    ]);
  });

  await knex.schema.createTable('usage_documents', table => {
    table.comment('Received SBOMs, one row a distinct content');
    table.increments('id');
    table.text('sha256').notNullable().unique();
    table.integer('bytes').notNullable();
    table.text('format').notNullable();
    table.text('serialization').notNullable();
    table.text('spec_version').notNullable();
    table.text('tools').notNullable().defaultTo('[]').comment('JSON');
    table.text('document_at').comment('Creation time that the document states');
    table.text('subject').notNullable().defaultTo('{}').comment('JSON');
    table.text('findings').notNullable().defaultTo('[]').comment('JSON');
    table.text('received_at').notNullable();
  });

  await knex.schema.createTable('usage_document_chunks', table => {
    table.comment(
      'The bytes as they came, in pieces that are deflated one by one',
    );
    table
      .integer('document_id')
      .notNullable()
      .references('usage_documents.id')
      .onDelete('CASCADE');
    table.integer('seq').notNullable();
    table.binary('data').notNullable();
    table.primary(['document_id', 'seq']);
  });

  await knex.schema.createTable('usage_targets', table => {
    table.comment(
      'What an entity has SBOMs for: artefact and branch, release or environment',
    );
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('usage_entities.id')
      .onDelete('CASCADE');
    table.text('target').notNullable();
    table.text('stream').notNullable();
    table
      .integer('current_snapshot_id')
      .comment('Switched in the transaction that writes the usages');
    table.unique(['entity_id', 'target', 'stream']);
  });

  await knex.schema.createTable('usage_snapshots', table => {
    table.comment(
      'The packages of one target and stream at one time, read from one document',
    );
    table.increments('id');
    table
      .integer('target_id')
      .notNullable()
      .references('usage_targets.id')
      .onDelete('CASCADE');
    table.integer('document_id').notNullable().references('usage_documents.id');
    table.text('source').notNullable();
    table.text('document_at');
    table.text('received_at').notNullable();
    table.text('last_seen_at').notNullable();
    table.integer('packages').notNullable();
    table.integer('direct').notNullable();
    table.integer('transitive').notNullable();
    table.integer('relation_unknown').notNullable();
    table.integer('licence_known').notNullable();
    table.integer('licence_unknown').notNullable();
    table.integer('added').notNullable().defaultTo(0);
    table.integer('removed').notNullable().defaultTo(0);
    table.index(['target_id', 'document_id']);
    table.index(['document_id']);
  });

  await knex.schema.createTable('usage_changes', table => {
    table.comment(
      'What a snapshot added or removed against the current one before it; the first one writes nothing',
    );
    table
      .integer('snapshot_id')
      .notNullable()
      .references('usage_snapshots.id')
      .onDelete('CASCADE');
    table.integer('version_id').notNullable();
    table.smallint('op').notNullable().comment('1 added, -1 removed');
    table.primary(['snapshot_id', 'version_id']);
  });

  if (isPostgres) {
    await knex.schema.raw(`
      create table usage_current (
        package_id integer not null,
        target_id integer not null,
        version_id integer not null,
        flags smallint not null,
        since_day smallint not null,
        primary key (package_id, target_id, version_id)
          include (flags, since_day)
      )`);
  } else {
    await knex.schema.raw(`
      create table usage_current (
        package_id integer not null,
        target_id integer not null,
        version_id integer not null,
        flags integer not null,
        since_day integer not null,
        primary key (package_id, target_id, version_id)
      ) without rowid`);
  }
  // Of the target alone: PostgreSQL folds equal keys, which makes this index a quarter of the size.
  await knex.schema.raw(
    'create index usage_current_target on usage_current (target_id)',
  );

  await knex.schema.createTable('usage_package_stats', table => {
    table.comment(
      'Per package, over entities that the catalog has; equal to a recount at any time',
    );
    table.integer('package_id').primary();
    table.integer('components').notNullable();
    table
      .integer('direct')
      .notNullable()
      .comment('Components with a direct relation');
    table
      .integer('versions')
      .notNullable()
      .comment('Distinct version texts in use');
    table.integer('usages').notNullable();
    table.index(['components', 'package_id']);
  });

  await knex.schema.createTable('usage_licence_packages', table => {
    table.integer('licence_id').notNullable();
    table.integer('package_id').notNullable();
    table.integer('usages').notNullable();
    table.primary(['licence_id', 'package_id']);
    table.index(['package_id']);
  });

  await knex.schema.createTable('usage_licence_stats', table => {
    table.integer('licence_id').primary();
    table.integer('components').notNullable();
    table.integer('packages').notNullable();
    table.integer('usages').notNullable();
    table.index(['components', 'licence_id']);
  });

  await knex.schema.createTable('usage_ecosystem_stats', table => {
    table.text('ecosystem').primary();
    table.integer('packages').notNullable();
    table.integer('usages').notNullable();
  });

  await knex.schema.createTable('usage_totals', table => {
    table.comment(
      'One row: sums over everything, and the generation that answers are tagged with',
    );
    table.integer('id').primary();
    table
      .integer('components')
      .notNullable()
      .defaultTo(0)
      .comment('With a current snapshot');
    table.integer('packages').notNullable().defaultTo(0);
    table.integer('package_versions').notNullable().defaultTo(0);
    table.integer('usages').notNullable().defaultTo(0);
    table.integer('direct').notNullable().defaultTo(0);
    table.integer('transitive').notNullable().defaultTo(0);
    table.integer('relation_unknown').notNullable().defaultTo(0);
    table.integer('licence_known').notNullable().defaultTo(0);
    table.integer('licence_unknown').notNullable().defaultTo(0);
    table.integer('generation').notNullable().defaultTo(0);
  });
  await knex('usage_totals').insert({ id: 1 });

  if (isPostgres) {
    // Room on the page, so that counting up a row need not move it.
    for (const table of [
      'usage_licence_packages',
      'usage_licence_stats',
      'usage_ecosystem_stats',
      'usage_totals',
    ]) {
      await knex.schema.raw(`alter table ${table} set (fillfactor = 70)`);
    }
    await knex.schema.raw(
      'alter table usage_package_versions set (fillfactor = 90)',
    );
  } else {
    // PostgreSQL's counterpart is made by openDatabase, because it needs an extension.
    await knex.schema.raw(`
      create virtual table usage_packages_fts using fts5(
        search_text, content='usage_packages', content_rowid='id',
        tokenize='trigram'
      )`);
    await knex.schema.raw(`
      create trigger usage_packages_fts_insert after insert on usage_packages begin
        insert into usage_packages_fts (rowid, search_text)
        values (new.id, new.search_text);
      end`);
    await knex.schema.raw(`
      create trigger usage_packages_fts_delete after delete on usage_packages begin
        insert into usage_packages_fts (usage_packages_fts, rowid, search_text)
        values ('delete', old.id, old.search_text);
      end`);
    await knex.schema.raw(`
      create trigger usage_packages_fts_update after update of search_text on usage_packages begin
        insert into usage_packages_fts (usage_packages_fts, rowid, search_text)
        values ('delete', old.id, old.search_text);
        insert into usage_packages_fts (rowid, search_text)
        values (new.id, new.search_text);
      end`);
  }

  await knex.schema.createTable('usage_trend_points', table => {
    table.comment(
      'At most one a day and scope, written when something changed',
    );
    table
      .integer('scope_id')
      .notNullable()
      .comment('usage_entities.id, or 0 for everything');
    table.text('day').notNullable().comment('YYYY-MM-DD, UTC');
    table.integer('components');
    table.integer('packages');
    table.integer('usages').notNullable();
    table.integer('direct').notNullable();
    table.integer('licence_known').notNullable();
    table.integer('licence_unknown').notNullable();
    table.primary(['scope_id', 'day']);
  });

  await knex.schema.createTable('usage_sources', table => {
    table.comment(
      'Places that SBOMs are read from, with their last good state',
    );
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('usage_entities.id')
      .onDelete('CASCADE');
    table.text('source').notNullable();
    table.text('location').notNullable();
    table.text('target').notNullable();
    table.text('stream').notNullable();
    table.text('budget_key').notNullable().defaultTo('');
    table.text('etag');
    table
      .text('state')
      .notNullable()
      .defaultTo('waiting')
      .comment('waiting, ok, unchanged or failed');
    table.text('message');
    table
      .text('findings')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: findings of a refused document');
    table.text('checked_at');
    table.text('last_good_at');
    table.text('next_check_at').notNullable();
    table
      .text('claimed_until')
      .comment('Lease of the replica that is fetching it');
    table.integer('failures').notNullable().defaultTo(0);
    table.unique(['entity_id', 'source', 'location']);
    table.index(['next_check_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client === 'better-sqlite3') {
    await knex.schema.raw('drop table if exists usage_packages_fts');
  }
  for (const table of [
    'usage_sources',
    'usage_trend_points',
    'usage_totals',
    'usage_ecosystem_stats',
    'usage_licence_stats',
    'usage_licence_packages',
    'usage_package_stats',
    'usage_current',
    'usage_changes',
    'usage_snapshots',
    'usage_targets',
    'usage_document_chunks',
    'usage_documents',
    'usage_package_versions',
    'usage_packages',
    'usage_licence_texts',
    'usage_licences',
    'usage_entities',
  ]) {
    await knex.schema.dropTableIfExists(table);
  }
};
