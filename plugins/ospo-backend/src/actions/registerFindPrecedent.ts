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
  listPrecedentsQuerySchema,
  ospoRequestReadPermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parseInput } from '../shared/parseInput';
import { OfficeServices } from './OfficeServices';

const MAX_ANSWERS = 10;

export function registerFindPrecedent(
  actionsRegistry: ActionsRegistryService,
  { requests }: OfficeServices,
): void {
  actionsRegistry.register({
    name: 'find-precedent',
    title: 'Find what the open source office answered before',
    description:
      'Finds published decisions of the open source program office that may be reused. Give words that all stand in it, or the package, licence or entity that it is about. One that is expired no longer holds. Conditions belong to the decision and must be told with it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: ospoRequestReadPermission,
    schema: {
      input: z =>
        z.object({
          words: z
            .string()
            .optional()
            .describe('Words that must all stand in it; few find more'),
          packageKey: z
            .string()
            .optional()
            .describe('purl without version, such as pkg:npm/react'),
          licenceKey: z
            .string()
            .optional()
            .describe('Licence key, such as known:MIT'),
          entityRef: z
            .string()
            .optional()
            .describe('Entity ref, such as component:default/shop'),
        }),
      output: z =>
        z.object({
          precedents: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              summary: z.string(),
              outcome: z.string(),
              conditions: z.array(z.string()),
              state: z.string().describe('valid, expiring or expired'),
              validUntil: z.string().optional(),
              path: z.string().describe('Its page, below the portal'),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { words, ...about } = input;
      const query = parseInput(listPrecedentsQuerySchema, {
        ...about,
        ...(words ? { q: words } : {}),
        limit: MAX_ANSWERS,
      });
      const { items } = await requests.listPrecedents(query, { credentials });
      return {
        output: {
          precedents: items.map(precedent => ({
            id: precedent.id,
            title: precedent.title,
            summary: precedent.summary,
            outcome: precedent.outcome,
            conditions: precedent.conditions,
            state: precedent.state,
            validUntil: precedent.validUntil,
            path: `/ospo/requests/precedents/${encodeURIComponent(
              precedent.id,
            )}`,
          })),
        },
      };
    },
  });
}
