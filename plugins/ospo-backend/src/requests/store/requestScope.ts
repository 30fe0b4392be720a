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

import { ListRequestsQuery } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { likePattern } from '../../shared/likePattern';
import { searchText } from './toRow';
import { Viewer } from './Viewer';

type Query = Knex.QueryBuilder;

/**
 * Leaves only what the viewer may know of: drafts are the requester's alone, and confidential requests belong to
 * those who take part in them and to the core team. Every list, count and search begins with it.
 */
export function onlyReadable(query: Query, viewer: Viewer): Query {
  query.where(readable => {
    readable.whereNot('requests.state', 'draft');
    if (viewer.userRef !== undefined) {
      readable.orWhere('requests.requester_ref', viewer.userRef);
    }
  });
  if (!viewer.isCoreTeam) {
    query.where(readable => {
      readable.where('requests.confidentiality', 'internal');
      if (viewer.claims.length > 0) {
        readable.orWhereExists(exists =>
          exists
            .select('request_participants.ref')
            .from('request_participants')
            .whereRaw('request_participants.request_id = requests.id')
            .whereIn('request_participants.ref', [...viewer.claims]),
        );
      }
    });
  }
  return query;
}

/** Leaves what is in one of a person's lists. */
export function onlyView(
  query: Query,
  options: { view: ListRequestsQuery['view']; viewer: Viewer; now: string },
): Query {
  const { view, viewer, now } = options;
  switch (view) {
    case 'mine':
      return query.where('requests.requester_ref', viewer.userRef ?? '');
    case 'waiting':
      return query.whereIn('requests.id', ids =>
        ids
          .select('request_id')
          .from('request_participants')
          .whereIn('ref', [...viewer.claims])
          .whereRaw('is_waiting'),
      );
    case 'triage':
      return query.where(triage =>
        triage
          // Not as a parameter: the partial index is used for just this condition.
          .whereRaw(`requests.triage <> ''`)
          .orWhere('requests.done_due', '<', now),
      );
    default:
      return query;
  }
}

/** Leaves what the filters name. */
export function onlyFiltered(
  query: Query,
  filters: Omit<ListRequestsQuery, 'view' | 'sort' | 'limit' | 'cursor'>,
  { knex, now }: { knex: Knex; now: string },
): Query {
  const { q, state, type, competency, triage } = filters;
  if (q) {
    onlyMatching(query, q, { knex, table: 'requests' });
  }
  if (state) {
    query.whereIn('requests.state', state);
  }
  if (type) {
    query.whereIn('requests.type_id', type);
  }
  if (competency) {
    query.whereIn('requests.id', ids =>
      ids
        .select('request_id')
        .from('request_work_items')
        .whereIn('competency_ref', competency),
    );
  }
  if (triage) {
    query.where(any => {
      for (const reason of triage) {
        if (reason === 'overdue') {
          any.orWhere('requests.done_due', '<', now);
        } else {
          any.orWhere('requests.triage', 'like', `%,${reason},%`);
        }
      }
    });
  }
  for (const [column, value] of [
    ['entity_ref', filters.entityRef],
    ['package_key', filters.packageKey],
    ['licence_key', filters.licenceKey],
  ] as const) {
    if (value !== undefined) {
      query.where(`requests.${column}`, value);
    }
  }
  return query;
}

/** Leaves what has every word of a question in it, by the index that each database has for parts of texts. */
export function onlyMatching(
  query: Query,
  q: string,
  { knex, table }: { knex: Knex; table: 'requests' | 'request_precedents' },
): Query {
  for (const word of searchText(q).split(/\s+/).filter(Boolean)) {
    // The index of SQLite knows parts of three letters and more.
    if (!isPostgres(knex) && [...word].length >= 3) {
      query.whereRaw(
        `${table}.row_key in (select rowid from ${table}_fts where ${table}_fts match ?)`,
        [`"${word.replace(/"/g, '""')}"`],
      );
    } else {
      query.whereRaw(`${table}.search_text like ? escape '!'`, [
        likePattern(word),
      ]);
    }
  }
  return query;
}
