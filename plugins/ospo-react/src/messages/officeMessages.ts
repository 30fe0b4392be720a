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

/** Words that both slices of the office use. */
export const officeMessages = {
  authority: {
    triage: 'may sort',
    answer: 'may answer',
    decide: 'may decide',
    sign: 'may sign',
  },
  competencyType: {
    legal: 'Law',
    security: 'Security',
    community: 'Community',
    tooling: 'Tools',
    methodology: 'Ways of working',
    training: 'Training',
    business: 'Business',
  },
  providerKind: {
    group: 'team',
    person: 'person',
    external: 'external organisation',
  },
  badge: {
    confidential: 'Confidential',
    overdue: 'overdue',
  },
  hours: {
    value_one: '{{count, number}} hour',
    value_other: '{{count, number}} hours',
    perMonth_one: '{{count, number}} hour a month',
    perMonth_other: '{{count, number}} hours a month',
  },
} as const;
