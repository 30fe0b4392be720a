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
import { InputError } from '@backstage/errors';
import {
  createRequestSchema,
  ospoRequestCreatePermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parseInput } from '../shared/parseInput';
import { OfficeServices } from './OfficeServices';

export function registerDraftRequest(
  actionsRegistry: ActionsRegistryService,
  { requests }: OfficeServices,
): void {
  actionsRegistry.register({
    name: 'draft-request',
    title: 'Draft a request to the open source office',
    description:
      'Writes a draft that only the person themselves can see, finish and submit; nobody is told of it. The answer says which competencies it would ask, which answers are missing, and which earlier decisions may already answer it: tell the person of these first. An unknown type is refused with the types that there are.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission: ospoRequestCreatePermission,
    schema: {
      input: z =>
        z.object({
          type: z
            .string()
            .describe('Id of the request type, such as release-open-source'),
          title: z
            .string()
            .min(1)
            .max(200)
            .describe('What it is about, in a line'),
          answers: z
            .record(z.unknown())
            .optional()
            .describe(
              "Answers to the type's questions, by their names; give those that are known",
            ),
          entityRef: z
            .string()
            .optional()
            .describe('Entity that it is about, if the type takes one'),
          packageKey: z
            .string()
            .optional()
            .describe('Package that it is about: purl without version'),
          packageVersion: z.string().optional(),
          licenceKey: z
            .string()
            .optional()
            .describe('Licence that it is about, such as known:MIT'),
          confidential: z
            .boolean()
            .optional()
            .describe(
              'Once submitted: for requester, assignees and core team only',
            ),
        }),
      output: z =>
        z.object({
          id: z.string(),
          number: z.string().describe('Number that people say, such as R-42'),
          path: z.string().describe('Its page, below the portal'),
          wouldAsk: z.array(
            z.object({
              competency: z.string(),
              reason: z.string(),
              declared: z
                .boolean()
                .describe('False when nobody declares this competency'),
            }),
          ),
          missing: z
            .array(z.object({ field: z.string(), message: z.string() }))
            .describe('What is to be answered before it can be submitted'),
          answeredBefore: z.array(
            z.object({ id: z.string(), title: z.string() }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { type, title, answers = {}, confidential, ...subject } = input;
      const request = parseInput(createRequestSchema, {
        typeId: type,
        title,
        answers,
        subject,
        ...(confidential === undefined
          ? {}
          : { confidentiality: confidential ? 'confidential' : 'internal' }),
      });
      await requireKnownType(request.typeId);
      const draft = await requests.createRequest(request, { credentials });
      const { competencies, problems, precedents } =
        await requests.previewRequest(
          {
            typeId: request.typeId,
            title: request.title,
            answers: draft.answers,
            subject: request.subject,
          },
          { credentials },
        );
      return {
        output: {
          id: draft.id,
          number: draft.number,
          path: `/ospo/requests/${encodeURIComponent(draft.id)}`,
          wouldAsk: competencies.map(({ competency, reason, declared }) => ({
            competency: competency.title,
            reason: reason.en,
            declared,
          })),
          missing: problems,
          answeredBefore: precedents.map(precedent => ({
            id: precedent.id,
            title: precedent.title,
          })),
        },
      };

      async function requireKnownType(typeId: string): Promise<void> {
        const { items } = await requests.listRequestTypes({ credentials });
        if (!items.some(({ id }) => id === typeId)) {
          throw new InputError(
            `There is no request type '${typeId}'; the types are ${items
              .map(({ id, title: name }) => `${id} (${name.en})`)
              .join(', ')}`,
          );
        }
      }
    },
  });
}
