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
  FactRetriever,
  FactRetrieverContext,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  InnerSourceApi,
  OspoClient,
  readinessLines,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { createServiceFetch } from '@ospo-suite/backstage-plugin-ospo-node';
import { factName, readinessFacts } from './readinessFacts';

/** The most that the backend gives at once. */
const PAGE = 100;

/** One row for each inner source project: each line of its checklist, and how many there are of each state. */
export const innerSourceReadiness: FactRetriever = {
  id: 'innerSourceReadiness',
  version: '1.0.0',
  title: 'Readiness for inner source',
  description:
    'Whether an inner source project has what somebody from elsewhere needs to take part. A line is met, not-met or unknown.',
  schema: {
    ...Object.fromEntries(
      readinessLines.map(line => [
        factName(line),
        {
          type: 'string' as const,
          description: `Line '${line}' of the checklist: met, not-met or unknown`,
        },
      ]),
    ),
    met: { type: 'integer', description: 'Lines that are met' },
    notMet: { type: 'integer', description: 'Lines that are not met' },
    unknown: {
      type: 'integer',
      description: 'Lines that nobody can tell, for example without a forge',
    },
    standing: {
      type: 'string',
      description: 'open, needs-care or retired',
    },
  },
  async handler(context) {
    const client = await createClient(context);
    const facts: TechInsightFact[] = [];
    for await (const ref of listRefs(client)) {
      const fact = await readFact(client, ref, context);
      facts.push(...(fact ? [fact] : []));
    }
    return facts;
  },
};

async function createClient({
  auth,
  discovery,
}: FactRetrieverContext): Promise<InnerSourceApi> {
  const client = OspoClient.create({
    baseUrl: await discovery.getBaseUrl('ospo'),
    fetchApi: { fetch: createServiceFetch({ auth }) },
  });
  return client.innersource;
}

async function* listRefs(client: InnerSourceApi): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await client.listProjects({
      sort: 'title',
      limit: PAGE,
      cursor,
    });
    for (const { ref } of page.items) {
      yield ref;
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** Undefined when the project has gone since the list was read. */
async function readFact(
  client: InnerSourceApi,
  ref: string,
  { logger }: FactRetrieverContext,
): Promise<TechInsightFact | undefined> {
  try {
    const project = await client.getProject({ ref });
    return { entity: parseEntityRef(ref), facts: readinessFacts(project) };
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 404) {
      logger.debug(`'${ref}' is no inner source project any more`);
      return undefined;
    }
    throw error;
  }
}
