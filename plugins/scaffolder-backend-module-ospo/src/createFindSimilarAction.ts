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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  InnerSourceApi,
  OverlapMatch,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { examples } from './createFindSimilarAction.examples';
import { escapeMarkdown } from './escapeMarkdown';

const ID = 'ospo:innersource:find-similar';
const DEFAULT_LIMIT = 5;

/** What the action asks the OSPO backend. */
export type FindSimilarClient = {
  innersource: Pick<InnerSourceApi, 'findOverlap'>;
};

interface FindSimilarActionOptions {
  /** Of whoever runs the template. */
  createClient: (
    credentials: BackstageCredentials,
  ) => Promise<FindSimilarClient>;
}

/**
 * Asks whether what a template is about to make exists already, as whoever runs the template: they are told of nothing
 * that the portal would not show them. It only reads, in a dry run too.
 */
export function createFindSimilarAction(options: FindSimilarActionOptions) {
  return createTemplateAction({
    id: ID,
    description:
      'Finds inner-source projects, entities and packages in use that may be what the template is about to make',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        about: z =>
          z
            .string()
            .max(2000)
            .optional()
            .describe('What is about to be built, in words'),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe('A component whose packages are compared with others'),
        limit: z =>
          z
            .number()
            .int()
            .min(1)
            .max(50)
            .optional()
            .describe(`At most so many; ${DEFAULT_LIMIT} when left out`),
      },
      output: {
        count: z => z.number().describe('How many were found'),
        similar: z =>
          z
            .array(
              z.object({
                kind: z.string().describe('project, entity or package'),
                ref: z.string().describe('Entity ref, or package URL'),
                title: z.string(),
                description: z.string().optional(),
                ownerRef: z.string().optional(),
                reasons: z.array(z.string()).describe('Why it may be the same'),
              }),
            )
            .describe('The best first'),
        summary: z =>
          z.string().describe('The same as a list in Markdown, for people'),
      },
    },
    async handler(ctx) {
      const { about, entityRef, limit = DEFAULT_LIMIT } = ctx.input;
      const words = about?.trim();
      if (!words && !entityRef) {
        throw new Error(
          `'${ID}' needs 'about', 'entityRef' or both: say what is about to be built`,
        );
      }
      const { innersource } = await options.createClient(
        await ctx.getInitiatorCredentials(),
      );
      const { items } = await innersource.findOverlap({
        ...(words ? { q: words } : {}),
        ...(entityRef ? { entityRef } : {}),
        limit,
      });
      const similar = items.map(toSimilar);
      ctx.logger.info(
        similar.length === 0
          ? 'Nothing like it was found'
          : `Look at these first: ${similar
              .map(({ title, ref }) => `${title} (${ref})`)
              .join(', ')}`,
      );
      ctx.output('count', similar.length);
      ctx.output('similar', similar);
      ctx.output('summary', summaryOf(similar));
    },
  });
}

interface Similar
  extends Pick<
    OverlapMatch,
    'kind' | 'ref' | 'title' | 'description' | 'ownerRef'
  > {
  reasons: string[];
}

function toSimilar(match: OverlapMatch): Similar {
  const { kind, ref, title, description, ownerRef, reasons } = match;
  return {
    kind,
    ref,
    title,
    ...(description === undefined ? {} : { description }),
    ...(ownerRef === undefined ? {} : { ownerRef }),
    reasons: reasons.map(reasonText),
  };
}

function reasonText(reason: OverlapMatch['reasons'][number]): string {
  const { code, detail, components, packages } = reason;
  switch (code) {
    case 'words':
      return `has the words: ${detail}`;
    case 'packages':
      return packages
        ? `has ${packages.shared} of ${packages.compared} packages that few use: ${detail}`
        : `has packages that few use: ${detail}`;
    default:
      return components === undefined
        ? `is a package in use, by the word: ${detail}`
        : `is a package in use by ${components} components, by the word: ${detail}`;
  }
}

function summaryOf(similar: readonly Similar[]): string {
  return similar
    .map(({ title, ref, reasons }) => {
      const why = reasons.map(escapeMarkdown).join('; ');
      return `- **${escapeMarkdown(title)}** (${escapeMarkdown(ref)}): ${why}`;
    })
    .join('\n');
}
