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
  OspoRequest,
  RequestsApi,
  RequestView,
  RoutingCandidate,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedPage } from '../seedPage';
import { seedCompetencies } from './seedCompetencies';
import {
  detailOf,
  seedPrecedents,
  seedRequests,
  seedRequestTypes,
} from './seedRequests';

const AS_OF = '2026-11-23T04:00:00.000Z';

const isIn: Record<RequestView, (request: OspoRequest) => boolean> = {
  mine: () => true,
  waiting: ({ next }) => next.step === 'work' || next.step === 'reply',
  triage: ({ triage }) => triage.length > 0,
  all: () => true,
};

const candidates: RoutingCandidate[] = [
  {
    ref: 'group:external/lagbyran',
    kind: 'external',
    authority: 'answer',
    rank: 1,
    rejections: [],
    ranking: [{ code: 'internal', value: 'outside', decisive: true }],
  },
  {
    ref: 'group:default/juridik',
    kind: 'group',
    authority: 'decide',
    rejections: [
      { code: 'no-capacity', detail: '36 of 28 hours are given away' },
    ],
    ranking: [],
  },
];

function find<T extends { id: string }>(items: T[], id: string): T {
  const found = items.find(item => item.id === id);
  if (!found) {
    throw Object.assign(new Error(`No '${id}' found`), { statusCode: 404 });
  }
  return found;
}

/** The requests in memory: what the screens ask is answered, nothing is stored. */
export function createSeededRequestsApi(): RequestsApi {
  const one = async (id: string) => detailOf(find(seedRequests, id));
  return {
    listRequestTypes: async () => ({ items: seedRequestTypes }),
    listRequests: async query =>
      seedPage(
        seedRequests.filter(
          request =>
            isIn[query.view](request) &&
            (!query.state || query.state.includes(request.state)) &&
            request.title.toLowerCase().includes((query.q ?? '').toLowerCase()),
        ),
        query,
      ),
    countRequests: async () => ({
      mine: seedRequests.length,
      waiting: seedRequests.filter(isIn.waiting).length,
      triage: seedRequests.filter(isIn.triage).length,
    }),
    createRequest: async () => one('request-47'),
    saveRequest: one,
    getRequest: one,
    deleteRequest: async () => {},
    commandRequest: one,
    previewRequest: async ({ answers }) => ({
      prefill: [],
      competencies: (answers.telemetry === true
        ? seedCompetencies.slice(0, 2)
        : seedCompetencies.slice(0, 1)
      ).map(({ ref, title }) => ({
        competency: { ref, title },
        declared: true,
        authority: 'decide',
        blocking: true,
        reason: {
          en: 'Whatever is published needs it.',
          sv: 'Det som publiceras behöver det.',
        },
      })),
      precedents: seedPrecedents,
      problems: [],
    }),
    explainRouting: async ({ workItemId }) => ({
      workItemId,
      competency: seedCompetencies[2],
      authority: 'answer',
      proposedRef: 'group:external/lagbyran',
      candidates,
      asOf: AS_OF,
    }),
    listGaps: async query =>
      seedPage(
        [
          {
            id: 'gap-1',
            competency: seedCompetencies[3],
            requestId: 'request-45',
            requestNumber: 'R-45',
            at: AS_OF,
            candidates: 0,
          },
        ],
        query,
      ),
    getFigures: async ({ from, to }) => ({
      from,
      to,
      rows: seedRequestTypes.map(({ id, title }, at) => ({
        key: id,
        title: title.sv,
        in: 12 + at,
        answered: 9,
        open: 3 + at,
        overdue: at,
        medianAckHours: 5.5,
        medianDoneHours: at === 0 ? 31 : undefined,
        nAck: 11,
        nDone: at === 0 ? 9 : 0,
      })),
    }),
    listPrecedents: async query => seedPage(seedPrecedents, query),
    getPrecedent: async id => find(seedPrecedents, id),
    downloadRequestsCsv: async () =>
      new Blob(['number,title\n'], { type: 'text/csv' }),
  };
}
