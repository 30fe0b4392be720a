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

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal's list of actions, and run by the test. */
export const examples: TemplateExample[] = [
  {
    description: 'Look for what exists already before anything is made',
    example: stringify({
      steps: [
        {
          id: 'exists',
          name: 'Does this exist already?',
          action: 'ospo:innersource:find-similar',
          input: { about: 'A service that sends messages to citizens' },
        },
      ],
    }),
  },
  {
    description: 'Look for components built of the same packages',
    example: stringify({
      steps: [
        {
          id: 'exists',
          name: 'Who builds the same?',
          action: 'ospo:innersource:find-similar',
          input: { entityRef: 'component:default/message-service', limit: 10 },
        },
      ],
    }),
  },
];
