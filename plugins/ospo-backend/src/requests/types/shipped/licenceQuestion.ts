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

import { RequestTypeDefinition } from '../RequestTypeDefinition';
import { choice, line, prose } from './field';

/** What a licence lets us do. */
export const licenceQuestion: RequestTypeDefinition = {
  id: 'licence-question',
  title: { en: 'Question about a licence', sv: 'Fråga om en licens' },
  description: {
    en: 'You want to know what a licence allows, asks for, or does together with another one.',
    sv: 'Du vill veta vad en licens tillåter, kräver eller innebär tillsammans med en annan.',
  },
  schema: {
    type: 'object',
    required: ['question'],
    properties: {
      question: prose({
        title: { en: 'What do you want to know?', sv: 'Vad vill du veta?' },
      }),
      licence: line(
        {
          title: {
            en: 'Which licence, or licences?',
            sv: 'Vilken licens, eller vilka?',
          },
        },
        { 'x-prefill': 'licenceKey' },
      ),
      inUse: line(
        {
          title: {
            en: 'Licences that the component has today',
            sv: 'Licenser som komponenten har i dag',
          },
        },
        { 'x-prefill': 'licencesInUse', maxLength: 2000 },
      ),
      distribution: choice(
        {
          title: {
            en: 'How does the software reach its users?',
            sv: 'Hur når programvaran sina användare?',
          },
        },
        {
          internal: {
            en: 'Only within our walls',
            sv: 'Bara inom våra väggar',
          },
          'network-service': {
            en: 'As a service over the network',
            sv: 'Som en tjänst över nätet',
          },
          distributed: {
            en: 'It is handed out, or downloaded',
            sv: 'Det lämnas ut eller laddas ner',
          },
          embedded: { en: 'Inside a device', sv: 'Inuti en apparat' },
        },
        { 'x-prefill': 'distribution' },
      ),
    },
  },
  uiSchema: { question: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P1D', done: 'P3D' },
  subjects: ['entity', 'package', 'licence'],
  decidedBy: 'competency',
  fourEyes: false,
  routing: 'auto',
  validFor: 'P2Y',
  outcomes: ['answered'],
  rules: [
    {
      competency: 'licence-compliance',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It is a question about a licence.',
        sv: 'Det är en fråga om en licens.',
      },
    },
  ],
};
