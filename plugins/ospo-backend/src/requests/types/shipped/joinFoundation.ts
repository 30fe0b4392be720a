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
import { askedWhen, choice, line, link, prose, yesNo } from './field';

/** Being a member of an organisation of open source, or paying for one. */
export const joinFoundation: RequestTypeDefinition = {
  id: 'join-foundation',
  title: {
    en: 'Join or sponsor an organisation',
    sv: 'Gå med i eller stödja en organisation',
  },
  description: {
    en: 'You want us to become a member of a foundation, or to give money to a project or an event.',
    sv: 'Ni vill att vi blir medlem i en stiftelse, eller ger pengar till ett projekt eller en träff.',
  },
  schema: {
    type: 'object',
    required: ['organisation', 'kind', 'gain'],
    properties: {
      organisation: line({
        title: {
          en: 'Which organisation or project?',
          sv: 'Vilken organisation eller vilket projekt?',
        },
      }),
      website: link({
        title: { en: 'Its website', sv: 'Dess webbplats' },
      }),
      kind: choice(
        { title: { en: 'What should we do?', sv: 'Vad ska vi göra?' } },
        {
          member: { en: 'Become a member', sv: 'Bli medlem' },
          sponsor: { en: 'Give money once', sv: 'Ge pengar en gång' },
          event: {
            en: 'Support or host an event',
            sv: 'Stödja eller hålla en träff',
          },
        },
      ),
      gain: prose({
        title: {
          en: 'What do we depend on there, and what do we gain?',
          sv: 'Vad är vi beroende av där, och vad vinner vi?',
        },
      }),
      costs: yesNo({
        title: { en: 'Does it cost money?', sv: 'Kostar det pengar?' },
      }),
      obligations: yesNo({
        title: {
          en: 'Does it come with duties, for example about patents or trademarks?',
          sv: 'Följer det skyldigheter med, till exempel om patent eller varumärken?',
        },
      }),
    },
    allOf: [
      askedWhen('costs', true, {
        required: ['amount', 'budget'],
        properties: {
          amount: line({
            title: {
              en: 'How much a year, in which currency?',
              sv: 'Hur mycket per år, i vilken valuta?',
            },
          }),
          budget: line({
            title: { en: 'Who pays?', sv: 'Vem betalar?' },
          }),
        },
      }),
    ],
  },
  uiSchema: { gain: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P3D', done: 'P20D' },
  subjects: ['package'],
  decidedBy: 'core-team',
  fourEyes: true,
  routing: 'confirm',
  validFor: 'P1Y',
  outcomes: ['approved', 'approved-with-conditions', 'rejected'],
  rules: [
    {
      competency: 'community-management',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'Somebody who knows the community says what it is worth to us.',
        sv: 'Någon som känner gemenskapen säger vad den är värd för oss.',
      },
    },
    {
      when: { 'answers.costs': true },
      competency: 'finance-sponsoring',
      authority: 'decide',
      blocking: true,
      reason: { en: 'It costs money.', sv: 'Det kostar pengar.' },
    },
    {
      when: { 'answers.obligations': true },
      competency: 'ip-patents-trademarks',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It binds us in what we own.',
        sv: 'Det binder oss i fråga om det vi äger.',
      },
    },
    {
      when: { 'answers.kind': 'member' },
      competency: 'procurement-contracts',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'A membership is a contract.',
        sv: 'Ett medlemskap är ett avtal.',
      },
    },
  ],
};
