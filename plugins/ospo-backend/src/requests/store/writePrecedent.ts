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

import { Knex } from 'knex';
import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord } from '../rules/RequestRecord';
import { fromSubject } from './rows';
import { RequestContent } from './StoredRequest';
import { searchText } from './toRow';

/** Publishes a decision, or takes it back, as an event says. */
export async function writePrecedent(
  tx: Knex,
  options: {
    record: RequestRecord;
    content: RequestContent;
    event: RecordedEvent;
  },
): Promise<void> {
  const { record, content, event } = options;
  const { body } = event;
  if (body.kind === 'unpublished') {
    await tx('request_precedents').where({ request_id: record.id }).delete();
    return;
  }
  if (
    body.kind === 'confidentiality-set' &&
    body.confidentiality === 'confidential'
  ) {
    await tx('request_precedents')
      .where({ request_id: record.id })
      .update(fromSubject({}));
    return;
  }
  const { decision } = record;
  if (body.kind !== 'published' || !decision) {
    return;
  }
  const competencies = record.items
    .filter(item => item.state === 'done')
    .map(item => item.competencyRef);
  // What a confidential request is about stays with it.
  const subject =
    record.confidentiality === 'confidential' ? {} : content.subject;
  await tx('request_precedents').insert({
    id: body.precedentId,
    request_id: record.id,
    type_id: record.typeId,
    title: body.title,
    summary: body.text,
    outcome: decision.outcome,
    conditions: JSON.stringify(decision.conditions),
    ...fromSubject(subject),
    competencies: `,${[...new Set(competencies)].join(',')},`,
    published_at: event.at,
    valid_until: decision.validUntil ?? null,
    recertify_ref: event.actorRef,
    search_text: searchText(`${body.title} ${body.text}`),
  });
}
