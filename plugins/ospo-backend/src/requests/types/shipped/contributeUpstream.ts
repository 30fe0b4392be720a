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

/** Work of ours goes to a project of others. */
export const contributeUpstream: RequestTypeDefinition = {
  id: 'contribute-upstream',
  title: { en: 'Contribute to a project', sv: 'Bidra till ett projekt' },
  description: {
    en: 'You want to send changes, or more of your time, to an open source project outside.',
    sv: 'Ni vill skicka ändringar, eller lägga mer tid, på ett projekt med öppen källkod utanför.',
  },
  schema: {
    type: 'object',
    required: ['project', 'what', 'size', 'agreement'],
    properties: {
      project: link({
        title: {
          en: 'Where the project is',
          sv: 'Var projektet finns',
        },
      }),
      licence: line(
        {
          title: {
            en: 'Licence of the project',
            sv: 'Projektets licens',
          },
        },
        { 'x-prefill': 'licenceKey' },
      ),
      what: prose({
        title: {
          en: 'What do you want to contribute, and why?',
          sv: 'Vad vill ni bidra med, och varför?',
        },
      }),
      size: choice(
        { title: { en: 'How much is it?', sv: 'Hur mycket är det?' } },
        {
          fix: {
            en: 'A correction, or a translation',
            sv: 'En rättelse eller en översättning',
          },
          feature: { en: 'A new ability', sv: 'En ny förmåga' },
          ongoing: {
            en: 'Steady work over months',
            sv: 'Stadigt arbete under månader',
          },
        },
      ),
      agreement: choice(
        {
          title: {
            en: 'Does the project ask for an agreement?',
            sv: 'Kräver projektet ett avtal?',
          },
        },
        {
          none: { en: 'No', sv: 'Nej' },
          dco: {
            en: 'A sign-off with each change (DCO)',
            sv: 'En försäkran i varje ändring (DCO)',
          },
          cla: {
            en: 'A contributor agreement (CLA)',
            sv: 'Ett bidragsavtal (CLA)',
          },
          unknown: { en: 'I do not know', sv: 'Jag vet inte' },
        },
      ),
      sensitive: yesNo({
        title: {
          en: 'Does it show something that gives us an edge, or that we protect?',
          sv: 'Visar det något som ger oss ett försprång eller som vi skyddar?',
        },
      }),
    },
    allOf: [
      askedWhen('agreement', 'cla', {
        required: ['agreementLink'],
        properties: {
          agreementLink: link({
            title: {
              en: 'Where the agreement can be read',
              sv: 'Var avtalet kan läsas',
            },
          }),
        },
      }),
      askedWhen('sensitive', true, {
        required: ['sensitiveWhat'],
        properties: {
          sensitiveWhat: prose({
            title: { en: 'What does it show?', sv: 'Vad visar det?' },
          }),
        },
      }),
    ],
  },
  uiSchema: {
    what: { 'ui:widget': 'textarea' },
    sensitiveWhat: { 'ui:widget': 'textarea' },
  },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P1D', done: 'P5D' },
  subjects: ['entity', 'package'],
  decidedBy: 'competency',
  fourEyes: true,
  routing: 'auto',
  validFor: 'P2Y',
  outcomes: ['approved', 'approved-with-conditions', 'rejected'],
  rules: [
    {
      competency: 'upstream-engineering',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Somebody who works with projects outside looks at what is sent.',
        sv: 'Någon som arbetar med projekt utanför tittar på det som skickas.',
      },
    },
    {
      when: { 'answers.agreement': { $in: ['cla', 'unknown'] } },
      competency: 'licence-compliance',
      authority: 'sign',
      blocking: true,
      reason: {
        en: 'An agreement is signed for all of us.',
        sv: 'Ett avtal skrivs under för oss alla.',
      },
    },
    {
      when: { 'answers.sensitive': true },
      competency: 'ip-patents-trademarks',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'It shows something that we may want to protect.',
        sv: 'Det visar något som vi kanske vill skydda.',
      },
    },
  ],
};
