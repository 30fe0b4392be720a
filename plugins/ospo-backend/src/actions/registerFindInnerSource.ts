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
import { parseEntityRef } from '@backstage/catalog-model';
import {
  listProjectsQuerySchema,
  ospoInnerSourceReadPermission,
  overlapQuerySchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parseInput } from '../shared/parseInput';
import { OfficeServices } from './OfficeServices';

const MAX_ANSWERS = 10;

export function registerFindInnerSource(
  actionsRegistry: ActionsRegistryService,
  { innerSource }: Pick<OfficeServices, 'innerSource'>,
): void {
  actionsRegistry.register({
    name: 'find-inner-source',
    title: 'Find inner-source projects',
    description:
      'Finds projects that are open for contribution inside the organisation, by words that all stand in them and by skill or language. With `about` or `entityRef`, tells instead what may already exist of something that somebody wants to build or has built: projects, other entities of the catalog and packages in use, each with why. Unknown values are null and not zero; a standing of needs-care or retired is to be told with the project.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: ospoInnerSourceReadPermission,
    schema: {
      input: z =>
        z.object({
          words: z
            .string()
            .optional()
            .describe('Words that must all stand in it; few find more'),
          skill: z.string().optional().describe('Skill that it asks for'),
          language: z.string().optional().describe('Programming language'),
          about: z
            .string()
            .optional()
            .describe('What is about to be built, in free words'),
          entityRef: z
            .string()
            .optional()
            .describe(
              'Component whose packages are compared with those of others, such as component:default/shop',
            ),
        }),
      output: z =>
        z.object({
          projects: z.array(
            z.object({
              ref: z.string().describe('Entity ref'),
              title: z.string(),
              description: z.string().optional(),
              motivation: z.string().optional(),
              standing: z.string().describe('open, needs-care or retired'),
              marks: z.array(z.string()),
              ownerRef: z.string().optional(),
              governanceLevel: z.string().optional(),
              language: z.string().optional(),
              skills: z.array(z.string()),
              contributionsWanted: z.array(z.string()),
              openIssuesThatAskForHelp: z.number().nullable(),
              path: z.string().describe('Its page, below the portal'),
            }),
          ),
          mayExist: z.array(
            z.object({
              kind: z.string().describe('project, entity or package'),
              ref: z.string(),
              title: z.string(),
              description: z.string().optional(),
              why: z.array(z.string()),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { words, skill, language, about, entityRef } = input;
      const as = { credentials };
      if (about !== undefined || entityRef !== undefined) {
        const query = parseInput(overlapQuerySchema, {
          q: about,
          entityRef,
          limit: MAX_ANSWERS,
        });
        const { items } = await innerSource.findOverlap(query, as);
        return {
          output: {
            projects: [],
            mayExist: items.map(
              ({ kind, ref, title, description, reasons }) => ({
                kind,
                ref,
                title,
                description,
                why: reasons.map(({ code, detail, components, packages }) =>
                  [
                    `${code}: ${detail}`,
                    ...(components === undefined
                      ? []
                      : [`components: ${components}`]),
                    ...(packages
                      ? [`${packages.shared} of ${packages.compared} compared`]
                      : []),
                  ].join(', '),
                ),
              }),
            ),
          },
        };
      }
      const query = parseInput(listProjectsQuerySchema, {
        q: words,
        skill,
        language,
        limit: MAX_ANSWERS,
      });
      const { items } = await innerSource.listProjects(query, as);
      return {
        output: {
          projects: items.map(project => ({
            ref: project.ref,
            title: project.title,
            description: project.description,
            motivation: project.motivation,
            standing: project.standing,
            marks: project.marks,
            ownerRef: project.ownerRef,
            governanceLevel: project.governanceLevel,
            language: project.language,
            skills: project.skills,
            contributionsWanted: project.contributions,
            openIssuesThatAskForHelp: project.wantedHelp.value,
            path: pathOf(project.ref),
          })),
          mayExist: [],
        },
      };
    },
  });
}

function pathOf(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/ospo/inner-source/projects/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
