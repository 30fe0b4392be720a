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
import { choice, prose } from './field';

/** Whatever fits nowhere else. */
export const generalHelp: RequestTypeDefinition = {
  id: 'general-help',
  title: { en: 'Tools or other help', sv: 'Verktyg eller annan hjälp' },
  description: {
    en: 'Anything about open source or inner source that fits nowhere else. Ask; somebody will know.',
    sv: 'Allt om öppen källkod eller intern öppenhet som inte passar någon annanstans. Fråga; någon vet.',
  },
  schema: {
    type: 'object',
    required: ['question'],
    properties: {
      question: prose({
        title: {
          en: 'What do you need help with?',
          sv: 'Vad behöver du hjälp med?',
        },
      }),
      area: choice(
        { title: { en: 'What is it about?', sv: 'Vad handlar det om?' } },
        {
          sbom: {
            en: 'Lists of what is in our software (SBOM)',
            sv: 'Förteckningar över vad som ingår i vår programvara (SBOM)',
          },
          automation: {
            en: 'Checks in builds and repositories',
            sv: 'Kontroller i byggen och kodförråd',
          },
          community: {
            en: 'Working with a community',
            sv: 'Samarbete med en gemenskap',
          },
          'inner-source': {
            en: 'Working across teams (inner source)',
            sv: 'Samarbete mellan team (inner source)',
          },
          other: { en: 'Something else', sv: 'Något annat' },
        },
      ),
    },
  },
  uiSchema: { question: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P1D', done: 'P5D' },
  subjects: ['entity', 'package', 'licence'],
  decidedBy: 'competency',
  fourEyes: false,
  routing: 'auto',
  outcomes: ['answered'],
  rules: [
    {
      when: { 'answers.area': 'sbom' },
      competency: 'sbom-tooling',
      authority: 'answer',
      blocking: true,
      reason: { en: 'It is about SBOMs.', sv: 'Det handlar om SBOM.' },
    },
    {
      when: { 'answers.area': 'automation' },
      competency: 'ci-automation',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It is about checks in builds.',
        sv: 'Det handlar om kontroller i byggen.',
      },
    },
    {
      when: { 'answers.area': 'community' },
      competency: 'community-management',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It is about a community.',
        sv: 'Det handlar om en gemenskap.',
      },
    },
    {
      when: { 'answers.area': 'inner-source' },
      competency: 'innersource-methodology',
      authority: 'answer',
      blocking: true,
      reason: {
        en: 'It is about working across teams.',
        sv: 'Det handlar om samarbete mellan team.',
      },
    },
  ],
};
