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

import { PersonColumn } from '../../database/PersonTables';

/** The columns of the slice that may hold a person; a test reads every column of every table. */
export const requestPersonColumns: readonly PersonColumn[] = [
  // Whoever takes part may read it; nobody does under no name.
  { table: 'request_participants', column: 'ref', erase: 'row' },
  { table: 'requests', column: 'requester_ref', erase: 'replace' },
  { table: 'requests', column: 'title', erase: 'replace-within' },
  { table: 'requests', column: 'search_text', erase: 'replace-within' },
  { table: 'requests', column: 'answers', erase: 'replace-within-json' },
  { table: 'requests', column: 'next', erase: 'replace-within-json' },
  { table: 'request_events', column: 'actor_ref', erase: 'replace' },
  { table: 'request_events', column: 'body', erase: 'replace-within-json' },
  { table: 'request_work_items', column: 'provider_ref', erase: 'replace' },
  { table: 'request_work_items', column: 'assignee_ref', erase: 'replace' },
  { table: 'request_tries', column: 'provider_ref', erase: 'replace' },
  { table: 'request_outbox', column: 'telling', erase: 'replace-within-json' },
  { table: 'request_precedents', column: 'recertify_ref', erase: 'null' },
  { table: 'request_precedents', column: 'title', erase: 'replace-within' },
  { table: 'request_precedents', column: 'summary', erase: 'replace-within' },
  {
    table: 'request_precedents',
    column: 'conditions',
    erase: 'replace-within-json',
  },
  {
    table: 'request_precedents',
    column: 'search_text',
    erase: 'replace-within',
  },
];
