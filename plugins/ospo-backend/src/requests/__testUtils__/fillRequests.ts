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

import { RequestState } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { NO_DUE } from '../store/rows';

const REQUESTS = 50_000;

/** Five years of requests: most are over, 300 are open, some are confidential. */
export async function fillRequests(
  knex: Knex,
  options: { now: Date; requests?: number },
): Promise<void> {
  const { now, requests = REQUESTS } = options;
  const rows = Array.from({ length: requests }, (_, n) => {
    const isOpen = n >= requests - 300;
    const state: RequestState = isOpen ? 'in-progress' : 'closed';
    const at = new Date(
      now.getTime() - (requests - n) * 1_000_000,
    ).toISOString();
    return {
      id: `r${String(n).padStart(6, '0')}`,
      number: n + 1,
      type_id: `type-${n % 10}`,
      title: `Request about thing ${n}`,
      state,
      version: 1,
      confidentiality: n % 20 === 0 ? 'confidential' : 'internal',
      requester_ref: `user:default/u${n % 5_000}`,
      entity_ref: `component:default/c${n % 2_000}`,
      package_key: `pkg:npm/p${n % 3_000}`,
      licence_key: `known:L${n % 100}`,
      answers: '{}',
      created_at: at,
      updated_at: at,
      submitted_at: at,
      done_due: isOpen ? at : NO_DUE,
      ack_hours: n % 17,
      done_hours: isOpen ? null : n % 71,
      next: '{"step":"none","who":[]}',
      triage: isOpen && n % 3 === 0 ? ',gap,' : '',
      search_text: `r-${n + 1} request about thing ${n}`,
    };
  });
  const items = rows.map(({ id, state, created_at: at }, n) => ({
    id: `w${id}`,
    request_id: id,
    position: 0,
    competency_ref: `competency:default/k${n % 200}`,
    authority: 'answer',
    blocking: true,
    state: state === 'closed' ? 'done' : 'assigned',
    is_active: state !== 'closed',
    provider_ref: `group:default/g${n % 2_000}`,
    required_at: at,
    asked_at: at,
    done_at: state === 'closed' ? at : null,
    ack_hours: n % 13,
    done_hours: state === 'closed' ? n % 53 : null,
  }));
  const participants = rows.flatMap(({ id, requester_ref: ref, state }, n) => [
    { request_id: id, ref, is_waiting: false },
    {
      request_id: id,
      ref: `group:default/g${n % 2_000}`,
      is_waiting: state !== 'closed',
    },
  ]);
  const tries = items.map(({ id, request_id, provider_ref, asked_at }) => ({
    id,
    request_id,
    work_item_id: id,
    provider_ref,
    asked_at,
  }));
  await knex.transaction(async tx => {
    await tx.batchInsert('requests', rows, 400);
    await tx.batchInsert('request_work_items', items, 400);
    await tx.batchInsert('request_participants', participants, 400);
    await tx.batchInsert('request_tries', tries, 400);
  });
  await knex.raw('analyze');
}
