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

import { LoggerService } from '@backstage/backend-plugin-api';
import { addDays } from '../shared/days';
import { RecordsStores } from './records/RecordsStore';

/** For so many days what is over is kept. */
export interface RetentionDays {
  absences: number;
  rota: number;
  /** After it expired; what never expires stays. */
  evidence: number;
  /** After they ended. */
  agreements: number;
}

/** The job that removes what nobody needs any more. Doing it twice is the same as doing it once. */
export async function purgeRecords(options: {
  stores: RecordsStores;
  retention: RetentionDays;
  today: string;
  logger: LoggerService;
}): Promise<void> {
  const { stores, retention, today, logger } = options;
  const before = (days: number) => addDays(today, -days);
  const removed = {
    absences: await stores.absences.purge('to_day', before(retention.absences)),
    rota: await stores.rota.purge('to_day', before(retention.rota)),
    evidence: await stores.evidence.purge(
      'expires',
      before(retention.evidence),
    ),
    agreements: await stores.agreements.purge(
      'valid_to',
      before(retention.agreements),
    ),
  };
  if (Object.values(removed).some(rows => rows > 0)) {
    logger.info('Removed records of people that are over', removed);
  }
}
