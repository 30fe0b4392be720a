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

/** Words of what is done with a request: commands, what they ask for, and what became of them. */
export const commandMessages = {
  command: {
    submit: 'Send',
    withdraw: 'Withdraw',
    reply: 'Reply',
    require: 'Call in a competency',
    decide: 'Decide',
    publish: 'Publish as a precedent',
    unpublish: 'Take back the precedent',
    close: 'Close',
    reopen: 'Open again',
    'set-confidentiality': 'Change who may see it',
    comment: 'Write a note',
    assign: 'Ask somebody',
    take: 'Take it',
    decline: 'Decline',
    'hand-over': 'Hand over',
    'ask-back': 'Ask the requester',
    finish: 'Finish',
    skip: 'Skip',
    reroute: 'Find somebody again',
    confirm: 'Confirm the proposal',
    done: 'Done: {{name}}',
  },
  commandText: {
    withdraw: 'The office stops working on it. It stays in your list.',
    decline:
      'Somebody else is found. Your reason is shown to the core team and in the history.',
    'hand-over': 'Name the one who takes over. They are asked at once.',
    'ask-back':
      'The clock stops until the requester has replied. They see exactly what you write.',
    finish: 'What you write here is what the decision rests on.',
    skip: 'It is not worked on, and the decision does not wait for it.',
    publish:
      'Others find it when they write something similar. Name no person, no unit and nothing confidential; the summary is all they see.',
    unpublish: 'It is no longer found by others.',
    reopen: 'It goes back to triage.',
    decide: 'The requester is told at once.',
    require: 'It is worked on beside the others.',
    close: 'Nothing more is expected.',
    'set-confidentiality':
      'Confidential requests are seen by the requester, those who work on them and the core team only.',
    comment: 'Everybody who may see the request sees the note.',
  },
  input: {
    reason: 'Reason',
    text: 'Text',
    question: 'Question',
    reply: 'Your reply',
    note: 'Note',
    provider: 'Who',
    providerHint: 'Choose among those who provide the competency.',
    finding: 'What you found',
    recommendation: 'You recommend',
    outcome: 'Decision',
    summary: 'Reasons, in a way that the requester understands',
    conditions: 'Conditions, one a line',
    hours: 'Hours it took',
    hoursHint:
      'Tells how much time the office costs. Leave empty if you do not know.',
    validUntil: 'Holds until',
    validUntilHint: 'Empty: as long as this kind of request says.',
    precedentTitle: 'Title',
    precedentSummary: 'Summary without names',
    competency: 'Competency',
    authority: 'Authority',
    blocking: 'The decision waits for it',
    confidentiality: 'Who may see it',
    missing: 'Write something here.',
    conditionsMissing: 'Write at least one condition.',
    hoursWrong: 'Write a number of hours between 0 and 1,000.',
  },
  confidentiality: {
    internal: 'Everybody who may read requests',
    internalHint: 'Colleagues can follow it, and learn from the answer.',
    confidential: 'Only those who must',
    confidentialHint:
      'You, those who work on it and the core team. It shows in no list, count or search of anybody else.',
  },
  event: {
    created: 'started a draft',
    submitted: 'sent it',
    triaged: 'sorted it',
    started: 'began the work',
    proposed: 'proposed',
    'gap-found': 'found nobody for',
    required: 'called in',
    assigned: 'asked',
    taken: 'took',
    declined: 'declined',
    expired: 'did not answer in time',
    released: 'gave back',
    'handed-over': 'handed over',
    'asked-back': 'asked the requester',
    replied: 'replied',
    finished: 'finished',
    skipped: 'skipped',
    decided: 'decided',
    published: 'published a precedent',
    unpublished: 'took back the precedent',
    closed: 'closed it',
    reopened: 'opened it again',
    withdrawn: 'withdrew it',
    commented: 'wrote a note',
    'confidentiality-set': 'changed who may see it',
  },
  routing: {
    title: 'Who could do this',
    candidate: 'Candidate',
    result: 'Result',
    order: 'Place',
    why: 'Compared by',
    rejectedBecause: 'Not possible because',
    proposed: 'proposed',
    ask: 'Ask {{name}}',
    none: 'Nobody provides this competency.',
    asOf: 'As of {{date}}.',
    decisive: 'decided it',
    eligible: 'Possible',
    rejected: 'Not possible',
    rejection: {
      missing: 'not in the catalog',
      'authority-too-low': 'may not do this',
      'out-of-scope': 'does not answer for this',
      inactive: 'not active',
      absent: 'away',
      'no-capacity': 'no time left',
      'contract-ended': 'contract ended',
      'is-requester': 'asked for it',
      'not-opted-in': 'has not opted in',
      'declined-before': 'declined before',
    },
    ranking: {
      'on-duty': 'on duty',
      internal: 'inside the organisation',
      priority: 'order',
      'lowest-authority': 'authority',
      load: 'load',
      'least-recent': 'last asked',
      'stable-hash': 'lot',
    },
  },
} as const;
