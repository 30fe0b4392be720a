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
import { choice, line, link, prose } from './field';

/** Somebody outside asks how we keep to licences. */
export const complianceInquiry: RequestTypeDefinition = {
  id: 'compliance-inquiry',
  title: {
    en: 'Inquiry from outside about licences',
    sv: 'Förfrågan utifrån om licenser',
  },
  description: {
    en: 'A customer, an author or an authority asks about open source in our products, or for its source code.',
    sv: 'En kund, en upphovsperson eller en myndighet frågar om öppen källkod i våra produkter eller om källkoden.',
  },
  schema: {
    type: 'object',
    required: ['who', 'asks', 'product'],
    properties: {
      who: choice(
        { title: { en: 'Who asks?', sv: 'Vem frågar?' } },
        {
          customer: { en: 'A customer', sv: 'En kund' },
          author: {
            en: 'Somebody who holds rights',
            sv: 'Någon som har rättigheter',
          },
          authority: { en: 'An authority', sv: 'En myndighet' },
          other: { en: 'Somebody else', sv: 'Någon annan' },
        },
      ),
      asks: prose({
        title: {
          en: 'What do they ask for? Their own words, if you have them.',
          sv: 'Vad frågar de efter? Gärna deras egna ord.',
        },
        description: {
          en: 'Leave out names and addresses of people.',
          sv: 'Utelämna namn och adresser till personer.',
        },
      }),
      product: line({
        title: {
          en: 'Which product, and which version?',
          sv: 'Vilken produkt, och vilken version?',
        },
      }),
      deadline: line(
        {
          title: {
            en: 'By when do they want an answer?',
            sv: 'När vill de ha svar?',
          },
        },
        { format: 'date' },
      ),
      letter: link({
        title: {
          en: 'Where their letter lies',
          sv: 'Var deras brev finns',
        },
      }),
    },
  },
  uiSchema: { asks: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'confidential',
  serviceLevel: { ack: 'P1D', done: 'P10D' },
  subjects: ['entity', 'package', 'licence'],
  decidedBy: 'core-team',
  fourEyes: false,
  routing: 'confirm',
  outcomes: ['answered'],
  rules: [
    {
      competency: 'licence-compliance',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'The answer says how we keep to licences.',
        sv: 'Svaret säger hur vi följer licenser.',
      },
    },
    {
      when: { 'answers.who': { $in: ['author', 'authority'] } },
      competency: 'ip-patents-trademarks',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Rights are claimed, or an authority asks.',
        sv: 'Någon gör anspråk på rättigheter, eller en myndighet frågar.',
      },
    },
    {
      competency: 'sbom-tooling',
      authority: 'answer',
      blocking: false,
      reason: {
        en: 'What is in the product has to be looked up.',
        sv: 'Vad som ingår i produkten måste slås upp.',
      },
    },
  ],
};
