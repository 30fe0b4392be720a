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
  Precedent,
  RequestDetail,
  RequestType,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedCompetencies } from './seedCompetencies';

const [licences, privacy, exportControl] = seedCompetencies;

export const seedRequestTypes: RequestType[] = [
  {
    id: 'publicera',
    title: { en: 'Release as open source', sv: 'Publicera som öppen källkod' },
    description: {
      en: 'You want to publish something that was made here.',
      sv: 'Ni vill publicera något som gjorts här.',
    },
    schema: {
      type: 'object',
      required: ['purpose', 'telemetry'],
      properties: {
        purpose: {
          type: 'string',
          minLength: 1,
          maxLength: 10_000,
          title: 'What is it?',
          'x-translations': { sv: { title: 'Vad är det?' } },
        },
        telemetry: {
          type: 'boolean',
          title: 'Does it send anything home?',
          'x-translations': { sv: { title: 'Skickar det något hem?' } },
        },
        exposure: {
          type: 'array',
          uniqueItems: true,
          title: 'What does it deal with?',
          items: {
            type: 'string',
            enum: ['keys', 'network'],
            enumNames: ['Keys', 'Input from the internet'],
          },
        },
      },
    },
    uiSchema: {},
    defaultConfidentiality: 'internal',
    serviceLevel: { ack: 'P2D', done: 'P10D' },
    subjects: ['entity'],
    decidedBy: 'core-team',
    fourEyes: true,
    routing: 'confirm',
    outcomes: ['approved', 'approved-with-conditions', 'rejected'],
  },
  {
    id: 'licensfraga',
    title: { en: 'Licence question', sv: 'Licensfråga' },
    description: {
      en: 'What a licence allows, and what it asks for.',
      sv: 'Vad en licens tillåter, och vad den kräver.',
    },
    schema: {
      type: 'object',
      required: ['question'],
      properties: {
        question: {
          type: 'string',
          minLength: 1,
          maxLength: 10_000,
          title: 'What do you want to know?',
        },
      },
    },
    uiSchema: {},
    defaultConfidentiality: 'internal',
    serviceLevel: { ack: 'PT8H', done: 'P5D' },
    subjects: ['entity', 'package', 'licence'],
    decidedBy: 'competency',
    fourEyes: false,
    routing: 'auto',
    outcomes: ['answered'],
    problems: ["Requires the competency 'varumarken', which nobody declares"],
  },
];

function request(
  at: number,
  overrides: Partial<OspoRequest> = {},
): OspoRequest {
  return {
    id: `request-${at}`,
    number: `R-${at}`,
    typeId: 'publicera',
    title: `Publicera kartan, del ${at}`,
    state: 'in-progress',
    version: 3,
    confidentiality: 'internal',
    requesterRef: 'user:default/guest',
    subject: { entityRef: 'component:default/karta-webb' },
    createdAt: '2026-11-18T08:00:00.000Z',
    updatedAt: '2026-11-23T08:00:00.000Z',
    submittedAt: '2026-11-18T09:00:00.000Z',
    doneDue: '2026-12-02T16:00:00.000Z',
    isOverdue: false,
    next: {
      step: 'work',
      who: ['group:default/juridik'],
      by: '2026-12-02T16:00:00.000Z',
    },
    triage: [],
    workItems: [],
    ...overrides,
  };
}

/** Requests of the demo: under way, waiting, overdue, confidential, with a gap, decided, and only begun. */
export const seedRequests: OspoRequest[] = [
  request(42),
  request(43, {
    state: 'waiting-for-requester',
    doneDue: undefined,
    next: { step: 'reply', who: ['user:default/guest'] },
  }),
  request(44, {
    isOverdue: true,
    doneDue: '2026-11-20T16:00:00.000Z',
    triage: ['overdue', 'proposal'],
    next: { step: 'confirm', who: [] },
  }),
  request(45, { confidentiality: 'confidential', triage: ['gap'] }),
  request(46, {
    state: 'decided',
    outcome: 'approved-with-conditions',
    decidedAt: '2026-11-22T10:00:00.000Z',
    next: { step: 'close', who: [] },
  }),
  request(47, {
    state: 'draft',
    submittedAt: undefined,
    doneDue: undefined,
    title: '<img src=x onerror=alert(1)> & "citat"',
    next: { step: 'submit', who: ['user:default/guest'] },
  }),
];

const items: WorkItem[] = [
  {
    id: 'item-1',
    competency: licences,
    state: 'accepted',
    blocking: true,
    providerRef: 'group:default/juridik',
    assigneeRef: 'user:default/guest',
    authority: 'decide',
    reason: {
      en: 'Whatever is published needs a licence.',
      sv: 'Det som publiceras behöver en licens.',
    },
    doneDue: '2026-12-02T16:00:00.000Z',
    conditions: [],
    tries: [
      {
        providerRef: 'group:default/grunddata',
        ended: 'declined',
        reason: 'Semester',
        at: '2026-11-19T08:00:00.000Z',
      },
    ],
    may: ['ask-back', 'hand-over', 'finish'],
  },
  {
    id: 'item-2',
    competency: privacy,
    state: 'done',
    blocking: true,
    providerRef: 'group:default/juridik',
    authority: 'decide',
    reason: {
      en: 'It sends data about its users.',
      sv: 'Det skickar uppgifter om användarna.',
    },
    finding: 'Uppgifterna går inte att koppla till någon person.',
    recommendation: 'approved',
    conditions: ['Beskriv telemetrin i README.'],
    tries: [],
    may: [],
  },
  {
    id: 'item-3',
    competency: exportControl,
    state: 'proposed',
    blocking: false,
    providerRef: 'group:external/lagbyran',
    authority: 'answer',
    reason: {
      en: 'It contains cryptography.',
      sv: 'Det innehåller kryptering.',
    },
    conditions: [],
    tries: [],
    may: ['assign', 'skip'],
  },
];

export function detailOf(found: OspoRequest): RequestDetail {
  const isDecided = found.state === 'decided';
  return {
    ...found,
    answers: { purpose: 'En karta över skogen.', telemetry: true },
    type: seedRequestTypes[0],
    items,
    events: [
      {
        id: 'event-1',
        at: found.createdAt,
        actorRef: found.requesterRef,
        kind: 'created',
      },
      {
        id: 'event-2',
        at: found.updatedAt,
        actorRef: 'system',
        kind: 'proposed',
        workItemId: 'item-3',
        providerRef: 'group:external/lagbyran',
      },
    ],
    question:
      found.state === 'waiting-for-requester'
        ? {
            workItemId: 'item-1',
            text: 'Vilket bibliotek krypterar?',
            askedAt: found.updatedAt,
            by: 'group:default/juridik',
          }
        : undefined,
    decision: isDecided
      ? {
          requestId: found.id,
          outcome: 'approved-with-conditions',
          summary: 'Den får publiceras.',
          conditions: ['Beskriv telemetrin i README.'],
          decidedBy: 'group:default/kontoret',
          decidedAt: found.decidedAt ?? found.updatedAt,
          validUntil: '2027-11-22',
          facts: [
            {
              label: 'Licence',
              value: 'EUPL-1.2',
              source: 'ospo/licence',
              asOf: found.updatedAt,
            },
          ],
        }
      : undefined,
    may: isDecided ? ['publish', 'close', 'comment'] : ['comment', 'reply'],
  };
}

export const seedPrecedents: Precedent[] = [
  {
    id: 'precedent-1',
    typeId: 'publicera',
    title: 'Publicera en tjänst med telemetri',
    summary: 'En tjänst vars telemetri går att stänga av får publiceras.',
    outcome: 'approved-with-conditions',
    conditions: ['Beskriv telemetrin i README.'],
    subject: {},
    competencies: [licences, privacy],
    publishedAt: '2026-10-01T08:00:00.000Z',
    validUntil: '2026-12-10',
    state: 'expiring',
  },
];
