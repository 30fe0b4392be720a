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
import { JsonObject } from '@backstage/types';
import {
  RequestDetail,
  RequestsApi,
  SaveRequest,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { examples } from './createRequestAction.examples';

const ID = 'ospo:request:create';

/** What the action asks the OSPO backend. */
export type RequestClient = {
  requests: Pick<
    RequestsApi,
    'commandRequest' | 'createRequest' | 'previewRequest'
  >;
};

interface CreateRequestActionOptions {
  /** Of whoever runs the template. */
  createClient: (credentials: BackstageCredentials) => Promise<RequestClient>;
}

/**
 * Writes a request to the office as whoever runs the template: a draft that they finish themselves, or one that is
 * submitted at once. A dry run only shows what the request would bring about.
 */
export function createRequestAction(options: CreateRequestActionOptions) {
  return createTemplateAction({
    id: ID,
    description:
      'Writes a request to the open source program office, as a draft or submitted at once',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        type: z =>
          z
            .string()
            .min(1)
            .describe('Id of the request type, such as release-open-source'),
        title: z =>
          z.string().min(1).max(200).describe('What it is about, in a line'),
        answers: z =>
          z
            .record(z.unknown())
            .optional()
            .describe("Answers to the type's questions, by their names"),
        entityRef: z =>
          z.string().optional().describe('The entity that it is about'),
        packageKey: z =>
          z
            .string()
            .optional()
            .describe('The package that it is about: a purl without version'),
        packageVersion: z => z.string().optional().describe('Its version'),
        licenceKey: z =>
          z.string().optional().describe('The licence that it is about'),
        confidential: z =>
          z
            .boolean()
            .optional()
            .describe(
              'For requester, assignees and core team only; what the type says when left out',
            ),
        submit: z =>
          z
            .boolean()
            .optional()
            .describe('Submit it at once; otherwise it stays a draft'),
      },
      output: {
        requestId: z => z.string().describe('Id of the request'),
        requestNumber: z => z.string().describe('Number that people say: R-42'),
        state: z => z.string().describe('draft, or what submitting made of it'),
      },
    },
    async handler(ctx) {
      const { logger } = ctx;
      const { submit = false } = ctx.input;
      const request = toRequest(ctx.input);
      const { requests } = await options.createClient(
        await ctx.getInitiatorCredentials(),
      );

      if (ctx.isDryRun) {
        const { problems, competencies } = await requests.previewRequest(
          request,
        );
        logger.info(
          `It would ask ${
            competencies.map(({ competency }) => competency.title).join(', ') ||
            'the core team'
          }`,
        );
        for (const { field, message } of problems) {
          logger.warn(`${field}: ${message}`);
        }
        return;
      }

      // A task that is taken up again must not write the request a second time.
      const draft = await ctx.checkpoint({
        key: `${ID}.draft`,
        fn: async () => brief(await requests.createRequest(request)),
      });
      const made = submit
        ? await ctx.checkpoint({
            key: `${ID}.submit`,
            fn: () => submitDraft(requests, draft),
          })
        : draft;
      logger.info(`Request ${made.number} is ${made.state}`);
      ctx.output('requestId', made.id);
      ctx.output('requestNumber', made.number);
      ctx.output('state', made.state);
    },
  });
}

interface BriefRequest extends JsonObject {
  id: string;
  number: string;
  state: string;
  version: number;
}

function brief(request: RequestDetail): BriefRequest {
  const { id, number, state, version } = request;
  return { id, number, state, version };
}

async function submitDraft(
  requests: RequestClient['requests'],
  { id, number, version }: BriefRequest,
): Promise<BriefRequest> {
  try {
    return brief(
      await requests.commandRequest(id, {
        version,
        command: { kind: 'submit' },
      }),
    );
  } catch (error) {
    throw new Error(
      `Request ${number} was written and could not be submitted; it stays a draft`,
      { cause: error },
    );
  }
}

function toRequest(input: {
  type: string;
  title: string;
  answers?: Record<string, unknown>;
  entityRef?: string;
  packageKey?: string;
  packageVersion?: string;
  licenceKey?: string;
  confidential?: boolean;
}): SaveRequest {
  const { entityRef, packageKey, packageVersion, licenceKey } = input;
  return {
    typeId: input.type,
    title: input.title,
    // They come out of YAML or JSON.
    answers: (input.answers ?? {}) as JsonObject,
    subject: { entityRef, packageKey, packageVersion, licenceKey },
    ...(input.confidential === undefined
      ? {}
      : { confidentiality: input.confidential ? 'confidential' : 'internal' }),
  };
}
