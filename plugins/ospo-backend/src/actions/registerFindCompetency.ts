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
  matchQuerySchema,
  ospoCompetencyReadPermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parseInput } from '../shared/parseInput';
import { OfficeServices } from './OfficeServices';

const MAX_ANSWERS = 5;

export function registerFindCompetency(
  actionsRegistry: ActionsRegistryService,
  { competencies }: OfficeServices,
): void {
  actionsRegistry.register({
    name: 'find-competency',
    title: 'Find who can help with open source',
    description:
      'Finds the competencies of the open source program office that fit a question in free words, in English or Swedish, with who provides each. Coverage tells whether anybody can be asked: nobody, one, too-few, external-only, contract-ending or enough. Providers with state missing cannot be asked.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: ospoCompetencyReadPermission,
    schema: {
      input: z =>
        z.object({
          question: z
            .string()
            .min(1)
            .max(2000)
            .describe('What help is needed with, in free words'),
        }),
      output: z =>
        z.object({
          competencies: z.array(
            z.object({
              ref: z.string().describe('Entity ref'),
              title: z.string(),
              description: z.string().optional(),
              coverage: z.string(),
              matchedWords: z
                .array(z.string())
                .describe('Words of the question that it was found by'),
              requestTypes: z
                .array(z.string())
                .describe('Ids of request types that ask it'),
              providers: z.array(
                z.object({
                  ref: z.string(),
                  title: z.string().optional(),
                  kind: z.string().describe('group, person or external'),
                  state: z.string(),
                  authority: z
                    .string()
                    .describe('triage, answer, decide or sign'),
                }),
              ),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseInput(matchQuerySchema, { q: input.question });
      const { items } = await competencies.matchCompetencies(query, {
        credentials,
      });
      return {
        output: {
          competencies: items
            .slice(0, MAX_ANSWERS)
            .map(({ competency, matched }) => ({
              ref: competency.ref,
              title: competency.title,
              description: competency.description,
              coverage: competency.coverage,
              matchedWords: [...new Set(matched.flatMap(({ words }) => words))],
              requestTypes: competency.requestTypes,
              providers: competency.providers.map(
                ({ ref, title, kind, state, authority }) => ({
                  ref,
                  title,
                  kind,
                  state,
                  authority,
                }),
              ),
            })),
        },
      };
    },
  });
}
