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
import { askedWhen, choice, choices, line, link, prose, yesNo } from './field';

/** Work of our own becomes open source. */
export const releaseOpenSource: RequestTypeDefinition = {
  id: 'release-open-source',
  title: {
    en: 'Release as open source',
    sv: 'Publicera som öppen källkod',
  },
  description: {
    en: 'You want to publish something that was made here under an open source licence.',
    sv: 'Ni vill publicera något som gjorts här under en öppen licens.',
  },
  schema: {
    type: 'object',
    required: ['purpose', 'licence', 'origin', 'telemetry', 'cryptography'],
    properties: {
      purpose: prose({
        title: {
          en: 'What is it, and why should it be open?',
          sv: 'Vad är det, och varför ska det vara öppet?',
        },
        description: {
          en: 'A few sentences: whom it helps, and what we gain by working on it with others.',
          sv: 'Några meningar: vem det hjälper och vad vi vinner på att utveckla det tillsammans med andra.',
        },
      }),
      licence: line(
        {
          title: { en: 'Licence', sv: 'Licens' },
          description: {
            en: 'SPDX expression, for example Apache-2.0. Write "unsure" if you want advice.',
            sv: 'SPDX-uttryck, till exempel Apache-2.0. Skriv "osäker" om du vill ha råd.',
          },
        },
        { 'x-prefill': 'licence' },
      ),
      origin: choice(
        { title: { en: 'Who made it?', sv: 'Vem har gjort det?' } },
        {
          'own-team': { en: 'Only our team', sv: 'Bara vårt team' },
          'other-teams': {
            en: 'Other teams here as well',
            sv: 'Även andra team hos oss',
          },
          outside: {
            en: 'People or firms outside as well',
            sv: 'Även personer eller företag utanför',
          },
        },
      ),
      telemetry: yesNo({
        title: {
          en: 'Does it send anything about its users or their machines anywhere?',
          sv: 'Skickar det någon uppgift om användarna eller deras maskiner någonstans?',
        },
      }),
      cryptography: yesNo({
        title: {
          en: 'Does it contain cryptography, or change how cryptography is used?',
          sv: 'Innehåller det kryptering, eller ändrar det hur kryptering används?',
        },
      }),
      repository: link(
        {
          title: { en: 'Where the source is', sv: 'Var källkoden finns' },
        },
        { 'x-prefill': 'sourceLocation' },
      ),
      overlap: yesNo({
        title: {
          en: 'Does it touch something that we sell or have protected?',
          sv: 'Berör det något som vi säljer eller har skyddat?',
        },
        description: {
          en: 'A product, a patent or an application for one, a trademark.',
          sv: 'En produkt, ett patent eller en patentansökan, ett varumärke.',
        },
      }),
      exposure: choices(
        {
          title: {
            en: 'What does it deal with?',
            sv: 'Vad hanterar det?',
          },
        },
        {
          credentials: {
            en: 'Passwords, keys or tokens',
            sv: 'Lösenord, nycklar eller token',
          },
          network: {
            en: 'Input from the internet',
            sv: 'Indata från internet',
          },
          history: {
            en: 'A history that nobody has looked through',
            sv: 'En historik som ingen har gått igenom',
          },
        },
      ),
      maintainers: line(
        {
          title: {
            en: 'Who looks after it once it is open?',
            sv: 'Vem tar hand om det när det är öppet?',
          },
        },
        { 'x-prefill': 'owner' },
      ),
    },
    allOf: [
      askedWhen('telemetry', true, {
        required: ['telemetryWhat'],
        properties: {
          telemetryWhat: prose({
            title: {
              en: 'What does it send, to whom, and can it be turned off?',
              sv: 'Vad skickas, till vem, och går det att stänga av?',
            },
          }),
        },
      }),
      askedWhen('cryptography', true, {
        required: ['cryptographyKind'],
        properties: {
          cryptographyKind: choice(
            {
              title: {
                en: 'Which kind of cryptography?',
                sv: 'Vilket slags kryptering?',
              },
            },
            {
              'uses-library': {
                en: 'It calls a known library',
                sv: 'Det anropar ett känt bibliotek',
              },
              implements: {
                en: 'It implements algorithms itself',
                sv: 'Det implementerar algoritmer självt',
              },
              unsure: { en: 'Not sure', sv: 'Osäker' },
            },
          ),
          cryptographyCountries: line({
            title: {
              en: 'Where will it be offered from, and to whom?',
              sv: 'Varifrån ska det erbjudas, och till vilka?',
            },
          }),
        },
      }),
      askedWhen('origin', 'outside', {
        required: ['agreements'],
        properties: {
          agreements: prose({
            title: {
              en: 'What was agreed with those outside about their rights?',
              sv: 'Vad är avtalat med dem utanför om deras rättigheter?',
            },
          }),
        },
      }),
      askedWhen('overlap', true, {
        required: ['overlapWhat'],
        properties: {
          overlapWhat: prose({
            title: {
              en: 'Which product, patent or trademark, and how?',
              sv: 'Vilken produkt, vilket patent eller varumärke, och hur?',
            },
          }),
        },
      }),
    ],
  },
  uiSchema: {
    'ui:order': [
      'purpose',
      'licence',
      'origin',
      'agreements',
      'telemetry',
      'telemetryWhat',
      'cryptography',
      'cryptographyKind',
      'cryptographyCountries',
      '*',
    ],
    purpose: { 'ui:widget': 'textarea' },
    telemetryWhat: { 'ui:widget': 'textarea' },
    agreements: { 'ui:widget': 'textarea' },
    overlapWhat: { 'ui:widget': 'textarea' },
    exposure: { 'ui:widget': 'checkboxes' },
  },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P2D', done: 'P10D' },
  subjects: ['entity'],
  decidedBy: 'core-team',
  fourEyes: true,
  routing: 'confirm',
  validFor: 'P1Y',
  outcomes: ['approved', 'approved-with-conditions', 'rejected'],
  rules: [
    {
      competency: 'licence-compliance',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Whatever is published needs a licence that fits what is in it.',
        sv: 'Det som publiceras behöver en licens som passar det som ingår.',
      },
    },
    {
      when: { 'answers.telemetry': true },
      competency: 'privacy',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'It sends data about its users.',
        sv: 'Det skickar uppgifter om användarna.',
      },
    },
    {
      when: { 'answers.cryptography': true },
      competency: 'export-control',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It contains cryptography, which some countries control the export of.',
        sv: 'Det innehåller kryptering, som vissa länder kontrollerar exporten av.',
      },
    },
    {
      when: { 'answers.overlap': true },
      competency: 'ip-patents-trademarks',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'It touches a product, patent or trademark of ours.',
        sv: 'Det berör en produkt, ett patent eller ett varumärke som är vårt.',
      },
    },
    {
      when: { 'answers.origin': 'outside' },
      competency: 'procurement-contracts',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'Others than us made parts of it, and their contracts say what we may do.',
        sv: 'Andra än vi har gjort delar av det, och deras avtal säger vad vi får göra.',
      },
    },
    {
      when: {
        $any: [
          { 'answers.exposure': { $contains: 'credentials' } },
          { 'answers.exposure': { $contains: 'network' } },
          { 'answers.exposure': { $contains: 'history' } },
        ],
      },
      competency: 'product-security',
      authority: 'answer',
      blocking: false,
      reason: {
        en: 'Its code or its history may show what attackers look for.',
        sv: 'Koden eller historiken kan visa det som angripare letar efter.',
      },
    },
  ],
};
