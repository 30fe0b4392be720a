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

import {
  Precedent,
  RequestOutcome,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { toSubject } from './rows';

/** A row of `request_precedents`. */
export interface PrecedentRow {
  id: string;
  request_id: string | null;
  type_id: string;
  title: string;
  summary: string;
  outcome: RequestOutcome;
  conditions: string;
  entity_ref: string | null;
  package_key: string | null;
  package_version: string | null;
  licence_key: string | null;
  competencies: string;
  published_at: string;
  valid_until: string | null;
  recertify_ref: string | null;
}

export function toPrecedent(
  row: PrecedentRow,
  { today, expiringFrom }: { today: string; expiringFrom: string },
): Precedent {
  const { valid_until: validUntil } = row;
  return {
    id: row.id,
    typeId: row.type_id,
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    conditions: JSON.parse(row.conditions) as string[],
    subject: toSubject(row),
    competencies: row.competencies
      .split(',')
      .filter(Boolean)
      .map(ref => ({ ref, title: ref })),
    publishedAt: row.published_at,
    validUntil: validUntil ?? undefined,
    state: stateOf(validUntil, { today, expiringFrom }),
  };
}

function stateOf(
  validUntil: string | null,
  { today, expiringFrom }: { today: string; expiringFrom: string },
): Precedent['state'] {
  if (validUntil === null || validUntil > expiringFrom) {
    return 'valid';
  }
  return validUntil < today ? 'expired' : 'expiring';
}
