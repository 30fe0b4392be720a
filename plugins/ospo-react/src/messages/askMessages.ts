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

/** Words of asking: choosing a kind of request, the form, and what stands beside it. */
export const askMessages = {
  ask: {
    title: 'Ask the office',
    intro:
      'Choose what it is about. You can stop at any time: what you write is kept as a draft.',
    search: 'What do you want to do?',
    searchPlaceholder: 'For example: publish our code',
    noType: 'No kind of request matches "{{q}}"',
    noTypeHint: 'Choose the most general one, and write in your own words.',
    noTypes: 'The office has declared no kinds of request',
    fits: 'Fits what you came with',
    others: 'Everything you can ask',
    attached: 'About',
    drafts: 'Your drafts',
    typicalTime: 'First answer within {{ack}}, done within {{done}}',
    duration: {
      days_one: '{{count, number}} working day',
      days_other: '{{count, number}} working days',
      hours_one: '{{count, number}} working hour',
      hours_other: '{{count, number}} working hours',
    },
    back: 'Choose something else',
    heading: 'Title',
    headingHint: 'Short, so that others recognise it in a list.',
    subject: 'What it is about',
    entityRef: 'Component or other entity',
    entityRefHint:
      'Write a part of its name, or its reference, and choose it from the list.',
    packageKey: 'Package',
    packageKeyHint: 'As a package URL, for example pkg:npm/lodash.',
    licenceKey: 'Licence',
    licenceKeyHint: 'As SPDX writes it, for example MIT.',
    questions: 'Questions',
    known: 'Already known, not asked again',
    knownFrom: {
      catalog: 'from the catalog',
      sbom: 'from the SBOM',
      annotation: 'from the catalog annotation',
    },
    asOf: 'as of {{date}}',
    change: 'Answer otherwise',
    changeOf: 'Answer otherwise: {{name}}',
    review: 'Look through',
    reviewTitle: 'Look through and send',
    reviewIntro: 'Nothing is sent until you choose Send.',
    edit: 'Change something',
    send: 'Send',
    sendTo: 'Who is brought in',
    sendFailed: 'It could not be sent',
    sendKept: 'It is kept as a draft. Nothing is lost.',
    saving: 'Saving the draft',
    savedAt: 'Draft saved {{time}}',
    saveFailed:
      'The draft could not be saved. What you wrote is kept in this browser tab.',
    saveAgain: 'Save again',
    delete: 'Delete the draft',
    deleteTitle: 'Delete the draft?',
    deleteText: 'What you wrote is gone. Nobody else has seen it.',
    notAnswered: 'not answered',
    yes: 'Yes',
    no: 'No',
    chooseOne: 'Choose',
    addItem: 'Add one more',
    removeItem: 'Remove number {{number}}',
    formLoading: 'Loading the form',
  },
  preview: {
    competencies: 'Who this brings in',
    none: 'Nobody in particular so far. The office reads it first.',
    blocking: 'needed for the decision',
    notDeclared: 'nobody provides it; the office takes it',
    precedents: 'Answered before',
    noPrecedents: 'Nothing similar has been answered before.',
    precedentHint: 'Perhaps you need not ask.',
    failed: 'This could not be worked out just now. You can go on writing.',
    changes_one: '{{count, number}} competency is brought in',
    changes_other: '{{count, number}} competencies are brought in',
  },
  formError: {
    title_one: '{{count, number}} answer needs a look',
    title_other: '{{count, number}} answers need a look',
    required: 'Answer this question.',
    minLength: 'Write at least {{limit}} characters.',
    maxLength: 'Write at most {{limit}} characters.',
    minimum: 'Write a number of at least {{limit}}.',
    maximum: 'Write a number of at most {{limit}}.',
    minItems: 'Choose at least {{limit}}.',
    maxItems: 'Choose at most {{limit}}.',
    format: {
      uri: 'Write a web address, for example https://example.org.',
      email: 'Write an e-mail address.',
      date: 'Write a date.',
    },
    pattern: 'This is not written as it should be.',
    choice: 'Choose one of the answers.',
    type: 'This is not the kind of answer that is asked for.',
    other: 'This answer cannot be used: {{message}}',
  },
} as const;
