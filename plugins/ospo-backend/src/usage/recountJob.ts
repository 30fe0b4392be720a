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
import { Inconsistency } from './ingest/check/recount';

/** Compares every total with a recount, and tells the operator where they differ. */
export async function recountJob(options: {
  recount: () => Promise<Inconsistency[]>;
  logger: LoggerService;
}): Promise<void> {
  const { recount, logger } = options;
  const found = await recount();
  for (const { check, count, examples } of found) {
    logger.error(
      `The totals do not agree with a recount: '${check}' differs in ${count} rows. This is a fault of the plugin; please report it with the examples, which hold ids and counts alone.`,
      { check, count, examples: JSON.stringify(examples).slice(0, 2000) },
    );
  }
  if (found.length === 0) {
    logger.info('The totals agree with a recount');
  }
}
