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
import { askedWhen, choice, line, prose, yesNo } from './field';

/** Something that others made comes into ours. */
export const useComponent: RequestTypeDefinition = {
  id: 'use-component',
  title: { en: 'Use a component', sv: 'Använda en komponent' },
  description: {
    en: 'You want to use open source that is new here, or that somebody should look at first.',
    sv: 'Ni vill använda öppen källkod som är ny hos oss eller som någon bör titta på först.',
  },
  schema: {
    type: 'object',
    required: ['component', 'use', 'distribution'],
    properties: {
      component: line(
        {
          title: {
            en: 'Which component, and which version?',
            sv: 'Vilken komponent, och vilken version?',
          },
        },
        { 'x-prefill': 'package' },
      ),
      use: prose({
        title: {
          en: 'What do you need it for?',
          sv: 'Vad behöver ni den till?',
        },
        description: {
          en: 'Say as well what else you looked at.',
          sv: 'Nämn också vilka andra ni tittat på.',
        },
      }),
      distribution: choice(
        {
          title: {
            en: 'How does what it goes into reach its users?',
            sv: 'Hur når det som den ingår i sina användare?',
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
      licence: line(
        {
          title: {
            en: 'Its licence, if you know it',
            sv: 'Dess licens, om ni känner till den',
          },
        },
        { 'x-prefill': 'licenceKey' },
      ),
      modified: yesNo({
        title: { en: 'Will you change it?', sv: 'Kommer ni att ändra i den?' },
      }),
      maintained: choice(
        {
          title: {
            en: 'Does anybody look after it?',
            sv: 'Tar någon hand om den?',
          },
        },
        {
          active: { en: 'Yes, actively', sv: 'Ja, aktivt' },
          quiet: { en: 'Hardly', sv: 'Knappast' },
          unknown: { en: 'I do not know', sv: 'Jag vet inte' },
        },
      ),
    },
    allOf: [
      askedWhen('modified', true, {
        required: ['upstream'],
        properties: {
          upstream: choice(
            {
              title: {
                en: 'What becomes of your changes?',
                sv: 'Vad händer med era ändringar?',
              },
            },
            {
              'give-back': {
                en: 'We want to give them back',
                sv: 'Vi vill lämna tillbaka dem',
              },
              keep: { en: 'We keep them', sv: 'Vi behåller dem' },
            },
          ),
        },
      }),
    ],
  },
  uiSchema: { use: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P1D', done: 'P5D' },
  subjects: ['entity', 'package', 'licence'],
  decidedBy: 'competency',
  fourEyes: true,
  routing: 'auto',
  validFor: 'P2Y',
  outcomes: ['approved', 'approved-with-conditions', 'rejected'],
  rules: [
    {
      competency: 'licence-compliance',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Its licence has to fit the way in which it is used.',
        sv: 'Licensen måste passa sättet den används på.',
      },
    },
    {
      when: { 'answers.maintained': { $in: ['quiet', 'unknown'] } },
      competency: 'product-security',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'Nobody may be there to mend its faults.',
        sv: 'Det kan saknas någon som lagar dess fel.',
      },
    },
    {
      when: { 'answers.upstream': 'give-back' },
      competency: 'upstream-engineering',
      authority: 'answer',
      blocking: false,
      reason: {
        en: 'Changes are to be given back.',
        sv: 'Ändringar ska lämnas tillbaka.',
      },
    },
  ],
};
