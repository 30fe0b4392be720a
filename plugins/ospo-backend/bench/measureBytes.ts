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

import { Figure, number } from 'bench';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore } from './BenchStore';

/** The received documents themselves, which a table of dependencies does not hold either. */
const DOCUMENTS = [
  'usage_documents',
  'usage_document_chunks',
  'usage_snapshots',
  'usage_changes',
];

/** P23: what a usage takes in all tables and indexes, against a table with one row a dependency that says it all. */
export async function measureBytes(
  store: BenchStore,
  databases: BenchDatabases,
): Promise<Figure> {
  const client = await databases.connect(store.place);
  try {
    await client.query('drop table if exists naive_dependencies');
    await client.query(`
      create table naive_dependencies (
        id bigserial primary key, component_ref text not null, owner_ref text, ecosystem text not null,
        name text not null, version text, licence text, scope text not null, direct boolean not null)`);
    await client.query('create index on naive_dependencies (ecosystem, name)');
    await client.query('create index on naive_dependencies (component_ref)');
    await client.query(`
      insert into naive_dependencies (component_ref, owner_ref, ecosystem, name, version, licence, scope, direct)
      select e.entity_ref, e.owner_ref, p.ecosystem,
        case when p.namespace = '' then p.name else p.namespace || '/' || p.name end,
        v.version, l.text, 'runtime', u.flags % 4 = 0
      from usage_current u
      join usage_targets t on t.id = u.target_id
      join usage_entities e on e.id = t.entity_id
      join usage_packages p on p.id = u.package_id
      join usage_package_versions v on v.id = u.version_id
      join usage_licences l on l.id = v.licence_id
      order by u.target_id, u.package_id`);
    await client.query('vacuum analyze');
    const { rows } = await client.query(`
      select relname as name, pg_total_relation_size(oid)::float8 as bytes
      from pg_class where relkind = 'r' and (relname like 'usage\\_%' or relname = 'naive_dependencies')`);
    const sizes = new Map<string, number>(
      rows.map((row: { name: string; bytes: number }) => [row.name, row.bytes]),
    );
    const naive = sizes.get('naive_dependencies') ?? NaN;
    const sum = (wanted: (name: string) => boolean) =>
      [...sizes]
        .filter(([name]) => name.startsWith('usage_') && wanted(name))
        .reduce((total, [, bytes]) => total + bytes, 0);
    const ours = sum(name => !DOCUMENTS.includes(name));
    const documents = sum(name => DOCUMENTS.includes(name));
    const [{ usages }] = (
      await client.query('select count(*)::float8 as usages from usage_current')
    ).rows;
    const ratio = ours / naive;
    const largest = [...sizes]
      .filter(
        ([name]) => name.startsWith('usage_') && !DOCUMENTS.includes(name),
      )
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([name, bytes]) => `${name} ${number(bytes / usages)}`);
    return {
      id: 'P23',
      on: `${store.landscape.components.toLocaleString('en-GB')} components`,
      judged: true,
      measured: { median: ratio, min: ratio, max: ratio },
      note: `${number(ours / usages)} against ${number(
        naive / usages,
      )} bytes, of which ${largest.join(
        ', ',
      )}; the received documents and their history take another ${number(
        documents / usages,
      )}`,
    };
  } finally {
    await client.query('drop table if exists naive_dependencies');
    await client.end();
  }
}
