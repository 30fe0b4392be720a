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
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { cleanSpool } from './spool/cleanSpool';

/**
 * Removes what ended processes left behind: spooled documents, and claims on sources. A transaction that did not end
 * leaves nothing, so the tables need no mending.
 */
export async function cleanUp(options: {
  knex: Knex;
  logger: LoggerService;
  spoolFolder: string;
  now: () => Date;
}): Promise<void> {
  const { knex, logger, spoolFolder, now } = options;
  const files = await cleanSpool({ folder: spoolFolder, now });
  // With SQLite we are the only process, so every claim is a dead one's; other replicas' claims last until they end.
  const claims = await knex('usage_sources')
    .whereNotNull('claimed_until')
    .modify(query => {
      if (isPostgres(knex)) {
        query.where('claimed_until', '<', now().toISOString());
      }
    })
    .update({ claimed_until: null });
  if (files > 0 || claims > 0) {
    logger.info('Cleaned up after a process that was ended', { files, claims });
  }
}
