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
  InnerSourceApi,
  InnerSourceProject,
  InnerSourceProjectDetail,
  ProjectFacets,
  ProjectLabels,
  ProjectSignals,
  readinessLines,
  releaseLines,
  SignalLabel,
  SignalsOverview,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import { office } from './officeBuilders';

export function aSignal<T>(
  value: T | null,
  overrides: Partial<SignalValue<T>> = {},
): SignalValue<T> {
  return value === null
    ? {
        value,
        state: 'unknown',
        inputs: {},
        note: 'No source reads its repository. Connect one.',
        ...overrides,
      }
    : {
        value,
        state: 'known',
        source: 'github',
        fetchedAt: '2026-11-24T04:00:00.000Z',
        inputs: {},
        ...overrides,
      };
}

export function aLabel(overrides: Partial<SignalLabel> = {}): SignalLabel {
  return {
    state: 'known',
    level: 'upper',
    percentile: 62,
    n: 42,
    ...overrides,
  };
}

export function someLabels(
  overrides: Partial<ProjectLabels> = {},
): ProjectLabels {
  return {
    activity: aLabel({ level: 'top', percentile: 91 }),
    welcoming: aLabel(),
    reach: aLabel({ state: 'partial', level: 'lower', percentile: 12 }),
    ...overrides,
  };
}

export const unknownLabel: SignalLabel = { state: 'unknown', n: 42 };

export function someSignals(
  overrides: Partial<ProjectSignals> = {},
): ProjectSignals {
  return {
    activity: {
      lastHumanPush: aSignal('2026-11-20T08:00:00.000Z'),
      humanCommitsPerWeek13: aSignal(2.5, {
        window: 'P13W',
        inputs: { humanCommits: 32, weeks: 13 },
      }),
      humanCommitsPerWeek52: aSignal(1.9, {
        window: 'P52W',
        inputs: { humanCommits: 99, weeks: 52 },
      }),
      humanAuthors: aSignal<number>(null, {
        source: 'github',
        note: 'Fewer than three people; told from three on, because it would point at them.',
      }),
      releases: aSignal(0, { window: 'P52W', inputs: { releases: 0 } }),
      participation: aSignal(
        Array.from({ length: 52 }, (_, week) => (week * 7) % 5),
        { window: 'P52W' },
      ),
    },
    welcoming: {
      documentation: aSignal([
        {
          document: 'readme' as const,
          as: 'file' as const,
          where: 'README.md',
        },
        {
          document: 'contributing' as const,
          as: 'section' as const,
          where: 'Getting involved',
        },
      ]),
      governanceLevel: aSignal('contributions-welcome' as const, {
        source: 'catalog',
      }),
      wantedHelp: aSignal(2, {
        inputs: { issues: 2, labels: 'good first issue, help wanted' },
      }),
      firstResponseHours: aSignal(30, {
        window: 'P52W',
        inputs: { n: 12, asked: 14, answered: 12, unmapped: 1 },
      }),
      promiseKept: aSignal(0.75, { window: 'P52W', inputs: { inTime: 9 } }),
    },
    reach: {
      dependants: aSignal(7, { source: 'catalog', inputs: { dependants: 7 } }),
      usedBy: aSignal<number>(null, {
        note: 'It is not known under which package it is published.',
      }),
      outsideShare: aSignal(0.2, {
        state: 'partial',
        inputs: { inside: 60, outside: 15, unmapped: 4 },
        note: '4 commits are by people whom the catalog does not have.',
      }),
      contributionDistance: aSignal(1.5, { inputs: { placed: 15 } }),
    },
    activityScore: aSignal(588, {
      inputs: { formula: 'pattern-2026', forks: 4, stars: null },
    }),
    ...overrides,
  };
}

export function aProject(
  overrides: Partial<InnerSourceProject> = {},
): InnerSourceProject {
  const signals = someSignals();
  return {
    ref: 'component:default/basket',
    title: 'Basket',
    description: 'Counts what is in a basket',
    listedBy: { rule: 'tag', detail: 'inner-source' },
    standing: 'open',
    marks: [],
    ownerRef: 'group:default/shop',
    ownerState: 'present',
    systemRef: 'system:default/shop',
    businessUnitRef: 'group:default/trade',
    governanceLevel: 'contributions-welcome',
    language: 'TypeScript',
    skills: ['react', 'payments'],
    contributions: ['documentation'],
    repository: {
      url: 'https://git.example.org/shop/basket',
      host: 'git.example.org',
      slug: 'shop/basket',
    },
    lastHumanPush: signals.activity.lastHumanPush,
    wantedHelp: signals.welcoming.wantedHelp,
    dependants: signals.reach.dependants,
    labels: someLabels(),
    ...overrides,
  };
}

export function aProjectDetail(
  overrides: Partial<InnerSourceProjectDetail> = {},
): InnerSourceProjectDetail {
  return {
    ...aProject(),
    motivation: 'One basket instead of seven.',
    sources: { title: 'catalog', motivation: 'innersource.json' },
    channels: [
      {
        type: 'chat',
        url: 'https://chat.example.org/basket',
        title: 'Basket room',
        source: 'annotation',
      },
    ],
    trustedCommitters: [
      {
        ref: 'user:default/rut',
        state: 'present',
        distance: 1,
        source: 'annotation',
      },
      { handle: 'old-hand', state: 'missing', source: 'codeowners' },
    ],
    topics: ['shop'],
    reviewSlo: 'P2D',
    signals: someSignals(),
    wantedHelpItems: [
      {
        title: 'Explain rounding',
        url: 'https://git.example.org/shop/basket/issues/7',
        labels: ['good first issue'],
        openedAt: '2026-10-25T08:00:00.000Z',
        effort: 'S',
        comments: 3,
      },
    ],
    readiness: readinessLines.map((id, at) => ({
      id,
      state: (['met', 'not-met', 'unknown'] as const)[at % 3],
      editUrl:
        at % 3 === 1
          ? `https://git.example.org/shop/basket/edit/main/${id}`
          : undefined,
    })),
    publiccodeGaps: [],
    release: releaseLines.map((id, at) => ({
      id,
      state: at < 4 ? ('not-met' as const) : ('met' as const),
    })),
    findings: [],
    sameRepository: [],
    may: { refresh: false },
    readings: [
      {
        source: 'github',
        state: 'ok',
        fetchedAt: '2026-11-24T04:00:00.000Z',
        nextAt: '2026-11-25T04:00:00.000Z',
      },
    ],
    ...overrides,
  };
}

export const noFacets: ProjectFacets = {
  skill: [],
  language: [],
  contribution: [],
  governanceLevel: [],
  businessUnit: [],
  system: [],
  activity: [],
  welcoming: [],
  standing: [],
};

export function someSources(
  overrides: Partial<SignalsOverview> = {},
): SignalsOverview {
  return {
    connected: true,
    projects: { total: 3, read: 3, waiting: 0, failed: 0, unread: 0 },
    discoveredAt: '2026-11-24T04:00:00.000Z',
    hosts: [],
    ...overrides,
  };
}

/** An API whose inner source answers these, with an office around it. */
export function innerSource(
  answers: Partial<InnerSourceApi> = {},
): Partial<OspoApi> {
  return {
    ...office({}),
    // Screens call what a test is about, and what stands around every list.
    innersource: {
      getProjectFacets: async () => noFacets,
      getSignalsOverview: async () => someSources(),
      listProjects: async () => ({ items: [] }),
      ...answers,
    } as InnerSourceApi,
  };
}
