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

import { ERASED_PERSON_REF } from '@ospo-suite/backstage-plugin-ospo-common';
import { hasAuthority } from '../routing/authority';
import { RequestRecord } from './RequestRecord';

/**
 * Who decides: the core team, or those who hold a blocking work item with the authority to; where the only outcome is an
 * answer, the authority to answer is enough. With nobody of the kind, it falls to the core team rather than to nobody.
 */
export function decidersOf(record: RequestRecord): 'core-team' | string[] {
  if (record.terms?.decidedBy !== 'competency') {
    return 'core-team';
  }
  const needed = record.terms.outcomes.every(outcome => outcome === 'answered')
    ? 'answer'
    : 'decide';
  const holders = record.items.flatMap(item =>
    item.blocking &&
    (item.state === 'accepted' || item.state === 'done') &&
    item.assigneeRef &&
    item.assigneeRef !== ERASED_PERSON_REF &&
    item.provider &&
    hasAuthority(item.provider.authority, needed)
      ? [item.assigneeRef]
      : [],
  );
  const able = record.terms.fourEyes
    ? holders.filter(ref => ref !== record.requesterRef)
    : holders;
  return able.length > 0 ? [...new Set(able)] : 'core-team';
}
