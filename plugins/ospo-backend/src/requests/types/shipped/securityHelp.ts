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
import { askedWhen, choice, line, link, prose } from './field';

/** A weakness, ours or that of others. */
export const securityHelp: RequestTypeDefinition = {
  id: 'security-help',
  title: {
    en: 'Help with security or disclosure',
    sv: 'Hjälp med säkerhet eller röjande',
  },
  description: {
    en: 'A weakness was found, or you need help to report one. Only those who work on it can read this.',
    sv: 'En sårbarhet har hittats, eller du behöver hjälp att rapportera en. Bara de som arbetar med det kan läsa detta.',
  },
  schema: {
    type: 'object',
    required: ['kind', 'what'],
    properties: {
      kind: choice(
        { title: { en: 'What is it about?', sv: 'Vad handlar det om?' } },
        {
          'found-in-use': {
            en: 'A weakness in something that we use',
            sv: 'En sårbarhet i något som vi använder',
          },
          'found-in-ours': {
            en: 'A weakness in something that we published',
            sv: 'En sårbarhet i något som vi publicerat',
          },
          report: {
            en: 'I want to report one to others',
            sv: 'Jag vill rapportera en till andra',
          },
          practice: {
            en: 'How to work more safely',
            sv: 'Hur man arbetar säkrare',
          },
        },
      ),
      what: prose({
        title: { en: 'What do you know?', sv: 'Vad vet du?' },
        description: {
          en: 'Where, since when, who knows of it. No passwords or keys.',
          sv: 'Var, sedan när, vilka känner till det. Inga lösenord eller nycklar.',
        },
      }),
      identifier: line({
        title: {
          en: 'Its number, if it has one (for example a CVE)',
          sv: 'Dess nummer, om det har ett (till exempel en CVE)',
        },
      }),
      reference: link({
        title: { en: 'Where to read more', sv: 'Var man kan läsa mer' },
      }),
    },
    allOf: [
      askedWhen('kind', 'found-in-ours', {
        required: ['known'],
        properties: {
          known: choice(
            {
              title: {
                en: 'Do others know of it?',
                sv: 'Känner andra till den?',
              },
            },
            {
              no: { en: 'Only we do', sv: 'Bara vi' },
              some: { en: 'Some outside', sv: 'Några utanför' },
              public: { en: 'Everybody', sv: 'Alla' },
            },
          ),
        },
      }),
    ],
  },
  uiSchema: { what: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'confidential',
  serviceLevel: { ack: 'PT4H', done: 'P3D' },
  subjects: ['entity', 'package'],
  decidedBy: 'competency',
  fourEyes: false,
  routing: 'auto',
  outcomes: ['answered'],
  rules: [
    {
      competency: 'product-security',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It is about security.',
        sv: 'Det handlar om säkerhet.',
      },
    },
    {
      when: { 'answers.kind': { $in: ['found-in-ours', 'report'] } },
      competency: 'vulnerability-disclosure',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Somebody has to be told, at the right time and in the right way.',
        sv: 'Någon måste få veta, i rätt tid och på rätt sätt.',
      },
    },
  ],
};
