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

import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  OspoRequest,
  ospoRequestReadPermission,
  requestPathSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parseInput } from '../shared/parseInput';
import { OfficeServices } from './OfficeServices';

const MAX_OWN = 20;

export function registerRequestStatus(
  actionsRegistry: ActionsRegistryService,
  { requests }: OfficeServices,
): void {
  actionsRegistry.register({
    name: 'request-status',
    title: 'Where a request to the open source office is',
    description:
      "Tells what happens next with a request, who has it and by when. With a number or id that one request; without, the person's own, latest change first.",
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: ospoRequestReadPermission,
    schema: {
      input: z =>
        z.object({
          request: z
            .string()
            .max(64)
            .optional()
            .describe('Number such as R-42, or id'),
        }),
      output: z =>
        z.object({
          requests: z.array(
            z.object({
              id: z.string(),
              number: z.string(),
              title: z.string(),
              type: z.string(),
              state: z.string(),
              outcome: z.string().optional(),
              nextStep: z
                .string()
                .describe(
                  'submit, triage, confirm, accept, work, reply (the requester is asked back), decide, close or none',
                ),
              nextWho: z.array(z.string()).describe('Entity refs that have it'),
              nextBy: z.string().optional().describe('When it is due'),
              isOverdue: z.boolean(),
              path: z.string().describe('Its page, below the portal'),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { request } = input;
      const found =
        request === undefined
          ? await listOwn()
          : [await findOne(request.trim())];
      return { output: { requests: found.map(toStatus) } };

      async function listOwn(): Promise<OspoRequest[]> {
        const { items } = await requests.listRequests(
          { view: 'mine', sort: '-updatedAt', limit: MAX_OWN },
          { credentials },
        );
        return items;
      }

      async function findOne(name: string): Promise<OspoRequest> {
        const [, number] = name.match(/^R-(\d{1,9})$/i) ?? [];
        if (number !== undefined) {
          return await requests.getRequestByNumber(Number(number), {
            credentials,
          });
        }
        const { id } = parseInput(requestPathSchema, { id: name });
        return await requests.getRequest(id, { credentials });
      }
    },
  });
}

function toStatus(request: OspoRequest) {
  const { id, number, title, typeId, state, outcome, next } = request;
  return {
    id,
    number,
    title,
    type: typeId,
    state,
    outcome,
    nextStep: next.step,
    nextWho: next.who,
    nextBy: next.by,
    isOverdue: request.isOverdue,
    path: `/ospo/requests/${encodeURIComponent(id)}`,
  };
}
