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
    description: 'Leave a draft that the person finishes',
    example: stringify({
      steps: [
        {
          id: 'ask-office',
          name: 'Write a request to the open source office',
          action: 'ospo:request:create',
          input: {
            type: 'release-open-source',
            title: 'Release the new library',
            entityRef: 'component:default/new-library',
          },
        },
      ],
    }),
  },
  {
    description: 'Submit a question about a licence at once',
    example: stringify({
      steps: [
        {
          id: 'ask-office',
          name: 'Ask about the licence',
          action: 'ospo:request:create',
          input: {
            type: 'licence-question',
            title: 'May a website use this package?',
            packageKey: 'pkg:npm/example',
            answers: { question: 'It runs in the browser of the public.' },
            submit: true,
          },
        },
      ],
    }),
  },
  {
    description: 'A confidential request',
    example: stringify({
      steps: [
        {
          id: 'ask-office',
          name: 'Ask for help with a vulnerability',
          action: 'ospo:request:create',
          input: {
            type: 'general-help',
            title: 'Something that should not be public yet',
            answers: { question: 'Please call me.' },
            confidential: true,
            submit: true,
          },
        },
      ],
    }),
  },
];
