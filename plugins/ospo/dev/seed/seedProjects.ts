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
  governanceLevels,
  InnerSourceProjectDetail,
  SignalLabel,
  signalLevels,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  aProjectDetail,
  aSignal,
  someSignals,
  unknownLabel,
} from '../../src/__testUtils__/projectBuilders';
import { seedComponents } from './seedEntities';

const languages = ['TypeScript', 'Java', 'Go', 'Python', 'Rust'];
const skills = [
  'react',
  'postgresql',
  'kubernetes',
  'arkivering',
  'e-legitimation',
];
const contributions = ['rättelser', 'dokumentation', 'översättning', 'tester'];

function labelAt(at: number, isKnown: boolean): SignalLabel {
  return isKnown
    ? {
        state: at % 6 === 0 ? 'partial' : 'known',
        level: signalLevels[at % signalLevels.length],
        percentile: 95 - (at % signalLevels.length) * 25,
        n: 41,
      }
    : { ...unknownLabel, n: 41 };
}

function standingAt(
  at: number,
): Pick<InnerSourceProjectDetail, 'standing' | 'marks'> {
  if (at % 11 === 7) {
    return { standing: 'retired', marks: ['archived'] };
  }
  return at % 7 === 4
    ? { standing: 'needs-care', marks: ['review-stale'] }
    : { standing: 'open', marks: [] };
}

/** Inner-source projects of the demo, with what is known of each and what is not. */
export const seedProjects: InnerSourceProjectDetail[] = seedComponents.map(
  (component, at) => {
    const isKnown = at % 4 !== 3;
    const signals = isKnown
      ? someSignals()
      : someSignals({
          activity: {
            lastHumanPush: aSignal<string>(null),
            humanCommitsPerWeek13: aSignal<number>(null),
            humanCommitsPerWeek52: aSignal<number>(null),
            humanAuthors: aSignal<number>(null),
            releases: aSignal<number>(null),
            participation: aSignal<number[]>(null),
          },
          activityScore: aSignal<number>(null),
        });
    return aProjectDetail({
      ref: component.entityRef,
      title: component.title ?? component.entityRef,
      description: 'Gör en sak, och gör den för alla som behöver den.',
      ...standingAt(at),
      ownerRef: component.ownerRef,
      ownerState: component.ownerState,
      systemRef: component.systemRef,
      businessUnitRef: 'group:default/plattform',
      governanceLevel:
        at % 5 === 4
          ? undefined
          : governanceLevels[at % governanceLevels.length],
      language: at % 9 === 8 ? undefined : languages[at % languages.length],
      skills: [skills[at % skills.length], skills[(at + 2) % skills.length]],
      contributions: [contributions[at % contributions.length]],
      motivation: 'Ett i stället för sju.',
      trustedCommitters: [
        {
          ref: 'group:default/grunddata',
          state: 'present',
          distance: 1,
          source: 'annotation',
        },
      ],
      signals,
      lastHumanPush: signals.activity.lastHumanPush,
      wantedHelp: signals.welcoming.wantedHelp,
      dependants: signals.reach.dependants,
      labels: {
        activity: labelAt(at, isKnown),
        welcoming: labelAt(at + 1, true),
        reach: labelAt(at + 2, at % 5 !== 0),
      },
    });
  },
);
