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
import { askedWhen, choice, line, prose } from './field';

/** Learning about open source, or speaking about it. */
export const trainingOrTalk: RequestTypeDefinition = {
  id: 'training-or-talk',
  title: { en: 'Training or a talk', sv: 'Utbildning eller föredrag' },
  description: {
    en: 'Your team wants to learn something, or somebody of us wants to speak outside.',
    sv: 'Ert team vill lära sig något, eller någon av oss vill tala utanför.',
  },
  schema: {
    type: 'object',
    required: ['kind', 'topic'],
    properties: {
      kind: choice(
        { title: { en: 'What is it?', sv: 'Vad gäller det?' } },
        {
          training: {
            en: 'Training for a team here',
            sv: 'Utbildning för ett team hos oss',
          },
          talk: {
            en: 'A talk or an article outside',
            sv: 'Ett föredrag eller en artikel utanför',
          },
        },
      ),
      topic: prose({
        title: {
          en: 'What should it be about, and for whom?',
          sv: 'Vad ska det handla om, och för vilka?',
        },
      }),
      when: line({
        title: {
          en: 'By when, or on which day?',
          sv: 'När senast, eller vilken dag?',
        },
      }),
      language: choice(
        { title: { en: 'In which language?', sv: 'På vilket språk?' } },
        {
          en: { en: 'English', sv: 'Engelska' },
          sv: { en: 'Swedish', sv: 'Svenska' },
        },
      ),
    },
    allOf: [
      askedWhen('kind', 'training', {
        required: ['participants'],
        properties: {
          participants: {
            ...line({
              title: { en: 'How many people?', sv: 'Hur många personer?' },
            }),
            type: 'integer',
            minimum: 1,
            maximum: 10000,
          },
        },
      }),
      askedWhen('kind', 'talk', {
        required: ['event'],
        properties: {
          event: line({
            title: { en: 'Where is it held?', sv: 'Var hålls det?' },
          }),
        },
      }),
    ],
  },
  uiSchema: { topic: { 'ui:widget': 'textarea' } },
  defaultConfidentiality: 'internal',
  serviceLevel: { ack: 'P3D', done: 'P15D' },
  subjects: [],
  decidedBy: 'competency',
  fourEyes: false,
  routing: 'auto',
  outcomes: ['approved', 'approved-with-conditions', 'rejected', 'answered'],
  rules: [
    {
      when: { 'answers.kind': 'training' },
      competency: 'training',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'Somebody has to hold the training.',
        sv: 'Någon måste hålla utbildningen.',
      },
    },
    {
      when: { 'answers.kind': 'talk' },
      competency: 'community-management',
      authority: 'decide',
      blocking: true,
      reason: {
        en: 'It is said in the name of all of us.',
        sv: 'Det sägs i allas vårt namn.',
      },
    },
  ],
};
