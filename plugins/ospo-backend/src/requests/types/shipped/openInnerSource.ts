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
import { choice, line, prose, yesNo } from './field';

/** Other teams may work on what is ours. */
export const openInnerSource: RequestTypeDefinition = {
  id: 'open-inner-source',
  title: { en: 'Open a project inside', sv: 'Öppna ett projekt internt' },
  description: {
    en: 'You want other teams here to find your project and to work on it with you.',
    sv: 'Ni vill att andra team hos oss hittar ert projekt och arbetar på det med er.',
  },
  schema: {
    type: 'object',
    required: ['motivation', 'level', 'reviewers'],
    properties: {
      motivation: prose(
        {
          title: {
            en: 'Why would others take part?',
            sv: 'Varför skulle andra vara med?',
          },
        },
        { 'x-prefill': 'description' },
      ),
      level: choice(
        {
          title: {
            en: 'How far should it be open?',
            sv: 'Hur öppet ska det vara?',
          },
        },
        {
          'issues-welcome': {
            en: 'Others may report and ask',
            sv: 'Andra får rapportera och fråga',
          },
          'contributions-welcome': {
            en: 'Others may send changes',
            sv: 'Andra får skicka ändringar',
          },
          'shared-write': {
            en: 'Others may write to it',
            sv: 'Andra får skriva i det',
          },
          'shared-ownership': {
            en: 'Others may own it with us',
            sv: 'Andra får äga det med oss',
          },
        },
      ),
      reviewers: line(
        {
          title: {
            en: 'Who reviews what others send?',
            sv: 'Vem granskar det andra skickar?',
          },
        },
        { 'x-prefill': 'owner' },
      ),
      across: yesNo({
        title: {
          en: 'Will people of other companies in the group take part?',
          sv: 'Kommer personer från andra bolag i koncernen att vara med?',
        },
      }),
      regulated: yesNo({
        title: {
          en: 'Does it hold personal data, or data of customers?',
          sv: 'Innehåller det personuppgifter eller kunders uppgifter?',
        },
      }),
    },
  },
  uiSchema: { motivation: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P2D', done: 'P10D' },
  subjects: ['entity'],
  decidedBy: 'competency',
  fourEyes: false,
  routing: 'auto',
  validFor: 'P2Y',
  outcomes: ['approved', 'approved-with-conditions', 'rejected'],
  rules: [
    {
      competency: 'innersource-methodology',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Somebody who has done it before helps to make it work.',
        sv: 'Någon som gjort det förut hjälper till att få det att fungera.',
      },
    },
    {
      when: { 'answers.across': true },
      competency: 'licence-compliance',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'Between companies, code needs a licence.',
        sv: 'Mellan bolag behöver kod en licens.',
      },
    },
    {
      when: { 'answers.regulated': true },
      competency: 'privacy',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'Personal data must not be opened by mistake.',
        sv: 'Personuppgifter får inte öppnas av misstag.',
      },
    },
  ],
};
