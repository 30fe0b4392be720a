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
  CompetenciesApi,
  Competency,
  CompetencyDetail,
  CompetencyProfile,
  CompetencyProvider,
  OspoRequest,
  Precedent,
  RequestDetail,
  RequestPreview,
  RequestsApi,
  RequestType,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';

export function aProvider(
  overrides: Partial<CompetencyProvider> = {},
): CompetencyProvider {
  return {
    ref: 'group:default/legal',
    kind: 'group',
    state: 'present',
    title: 'Legal unit',
    authority: 'decide',
    scope: {},
    priority: 1,
    onDemand: false,
    source: 'competency',
    ...overrides,
  };
}

export function aCompetency(overrides: Partial<Competency> = {}): Competency {
  return {
    ref: 'competency:default/export-control',
    title: 'Export control',
    description: 'Rules on sending cryptography abroad',
    type: 'legal',
    tags: ['cryptography'],
    ownerRef: 'group:default/ospo',
    ownerState: 'present',
    minProviders: 2,
    requestTypes: ['release-open-source'],
    externalIds: { iso5230: ['3.1.2'] },
    coverage: 'one',
    providers: [aProvider()],
    findings: [],
    ...overrides,
  };
}

export function aCompetencyDetail(
  overrides: Partial<CompetencyDetail> = {},
): CompetencyDetail {
  return {
    ...aCompetency(),
    parents: [],
    children: [],
    speed: { n: 0, since: '2025-11-25T00:00:00.000Z' },
    precedents: 0,
    onDuty: [],
    may: { manage: false },
    ...overrides,
  };
}

export function aProfile(
  overrides: Partial<CompetencyProfile> = {},
): CompetencyProfile {
  return {
    userRef: 'user:default/guest',
    entries: [],
    skills: [],
    languages: [],
    absences: [],
    ...overrides,
  };
}

export function aRequestType(
  overrides: Partial<RequestType> = {},
): RequestType {
  return {
    id: 'release-open-source',
    title: {
      en: 'Release as open source',
      sv: 'Publicera som öppen källkod',
    },
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
        licence: {
          type: 'string',
          maxLength: 500,
          title: 'Licence',
          'x-prefill': 'licence',
        },
        exposure: {
          type: 'array',
          uniqueItems: true,
          title: 'What does it deal with?',
          items: { type: 'string', enum: ['keys'], enumNames: ['Keys'] },
        },
        telemetry: {
          type: 'boolean',
          title: 'Does it send anything home?',
        },
      },
      allOf: [
        {
          if: {
            properties: { telemetry: { const: true } },
            required: ['telemetry'],
          },
          then: {
            properties: {
              sent: { type: 'string', maxLength: 500, title: 'What is sent?' },
            },
            required: ['sent'],
          },
        },
      ],
    },
    uiSchema: {},
    defaultConfidentiality: 'internal',
    serviceLevel: { ack: 'P1D', done: 'P5D' },
    subjects: ['entity'],
    decidedBy: 'core-team',
    fourEyes: true,
    routing: 'confirm',
    outcomes: ['approved', 'approved-with-conditions', 'rejected'],
    ...overrides,
  };
}

export function aRequest(overrides: Partial<OspoRequest> = {}): OspoRequest {
  return {
    id: '01JREQUEST',
    number: 'R-42',
    typeId: 'release-open-source',
    title: 'Publish the basket calculator',
    state: 'in-progress',
    version: 7,
    confidentiality: 'internal',
    requesterRef: 'user:default/kotte.granbarr',
    subject: { entityRef: 'component:default/korgen' },
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-23T08:00:00.000Z',
    submittedAt: '2026-11-21T08:00:00.000Z',
    isOverdue: false,
    next: {
      step: 'work',
      who: ['group:default/legal'],
      by: '2026-11-27T16:00:00.000Z',
    },
    triage: [],
    workItems: [
      {
        id: 'item-1',
        competency: {
          ref: 'competency:default/export-control',
          title: 'Export control',
        },
        state: 'accepted',
        blocking: true,
        providerRef: 'group:default/legal',
        assigneeRef: 'user:default/rut',
      },
    ],
    ...overrides,
  };
}

export function aWorkItem(overrides: Partial<WorkItem> = {}): WorkItem {
  return {
    ...aRequest().workItems[0],
    authority: 'decide',
    reason: {
      en: 'It contains cryptography',
      sv: 'Det innehåller kryptering',
    } as WorkItem['reason'],
    conditions: [],
    tries: [],
    may: [],
    ...overrides,
  };
}

export function aRequestDetail(
  overrides: Partial<RequestDetail> = {},
): RequestDetail {
  return {
    ...aRequest(),
    answers: { purpose: 'Counts baskets', telemetry: false },
    type: aRequestType(),
    items: [aWorkItem()],
    events: [
      {
        id: 'event-1',
        at: '2026-11-20T08:00:00.000Z',
        actorRef: 'user:default/kotte.granbarr',
        kind: 'created',
      },
    ],
    may: [],
    ...overrides,
  };
}

export function aPrecedent(overrides: Partial<Precedent> = {}): Precedent {
  return {
    id: '01JPRECEDENT',
    typeId: 'release-open-source',
    title: 'Publishing a calculator with cryptography',
    summary: 'It may be published once the export form is filed.',
    outcome: 'approved-with-conditions',
    conditions: ['File the export form'],
    subject: {},
    competencies: [
      { ref: 'competency:default/export-control', title: 'Export control' },
    ],
    publishedAt: '2026-10-01T08:00:00.000Z',
    validUntil: '2028-10-01',
    state: 'valid',
    ...overrides,
  };
}

export function aPreview(
  overrides: Partial<RequestPreview> = {},
): RequestPreview {
  return {
    prefill: [],
    competencies: [],
    precedents: [],
    problems: [],
    ...overrides,
  };
}

/** An API whose office answers these; what it is not told to answer is not there. */
export function office(answers: {
  competencies?: Partial<CompetenciesApi>;
  requests?: Partial<RequestsApi>;
}): Partial<OspoApi> {
  return {
    // Screens call what a test is about, and these menus' answers.
    competencies: {
      listCompetencies: async () => ({ items: [aCompetency()] }),
      ...answers.competencies,
    } as CompetenciesApi,
    requests: {
      countRequests: async () => ({ mine: 1, waiting: 2 }),
      listRequestTypes: async () => ({ items: [aRequestType()] }),
      listPrecedents: async () => ({ items: [] }),
      ...answers.requests,
    } as RequestsApi,
  };
}
