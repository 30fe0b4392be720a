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

/** Words of the tab "Competencies", its cards and its page. */
export const competenciesMessages = {
  competencies: {
    nav: 'Competency views',
    directory: 'Find help',
    profile: 'My profile',
    coverage: 'Coverage',
    load: 'Load',
    gaps: 'Gaps',
    evidence: 'Evidence pack',
    title: 'Competencies',
    intro:
      'Subjects that the office can be asked about, and who answers for each of them.',
    searchPlaceholder: 'Any part of a name or description',
    none: 'No competencies have been declared',
    noneHint:
      'The office declares them in the catalog, as entities of kind Competency.',
    name: 'Competency',
    type: 'Subject area',
    tag: 'Tag',
    coverageOf: 'Coverage',
    providers: 'Providers',
    providerKind: 'Provided by',
    sortTitle: 'Name',
    sortCoverage: 'Least covered first',
    ask: 'Ask',
    askAbout: 'Ask about {{name}}',
    providerCount_one: '{{count, number}} provider',
    providerCount_other: '{{count, number}} providers',
    missingCount_one: '{{count, number}} not in the catalog',
    missingCount_other: '{{count, number}} not in the catalog',
    nobody: 'Nobody provides this yet',
    onlyCore: 'This view is for the core team of the office',
  },
  coverageState: {
    nobody: 'nobody',
    one: 'one provider',
    'too-few': 'too few',
    'external-only': 'external only',
    'contract-ending': 'contract ending',
    enough: 'enough',
  },
  help: {
    title: 'I need help with …',
    placeholder: 'For example: export of cryptography',
    hint: 'Write in your own words, in English or Swedish.',
    count_one: '{{count, number}} competency matches',
    count_other: '{{count, number}} competencies match',
    none: 'No competency matches "{{q}}"',
    noneHint:
      'Ask anyway. The office reads your question and finds somebody who can answer.',
    askAnyway: 'Ask the office',
    because: 'Recognised by',
    field: {
      title: 'name',
      description: 'description',
      tags: 'tags',
      'request-type': 'kinds of request',
    },
    nobody: 'Nobody provides it yet; the office takes the question.',
  },
  competency: {
    who: 'Who provides it',
    whoNone: 'Nobody provides this competency',
    whoNoneHint:
      'Ask anyway: the office takes the question and sees that somebody is missing.',
    provider: 'Provider',
    may: 'Authority',
    answersFor: 'Answers for',
    everything: 'everything',
    kind: 'Kind',
    capacity: 'Agreed time',
    sourceLabel: 'Declared in',
    source: {
      competency: 'the competency',
      annotation: "the provider's own entry",
      profile: 'a profile',
    },
    onDemand: 'only when called',
    contractEnds: 'contract until {{date}}',
    state: {
      missing: 'not in the catalog',
      'contract-ended': 'contract ended',
      unconfirmed: 'not confirmed yet',
    },
    confirm: 'Confirm',
    confirmOf: 'Confirm {{name}}',
    confirmTitle: 'Confirm {{name}}?',
    confirmText:
      'Their profile says "{{authority}}". Once that is confirmed, they are proposed for requests that need it.',
    confirmTextConfidential:
      'Their profile says "{{authority}}", and that they may be given confidential requests. Once that is confirmed, they are proposed for requests that need it, and read the confidential ones that they are asked about.',
    confirmed: 'Confirmed.',
    confirmOwn: 'Somebody else who steers this competency confirms it.',
    units: 'units: {{list}}',
    countries: 'countries: {{list}}',
    languages: 'languages: {{list}}',
    technologies: 'technologies: {{list}}',
    confidential: 'also confidential requests',
    facts: 'About the competency',
    owner: 'Steered by',
    onDuty: 'On duty today',
    partOf: 'Part of',
    parts: 'Parts',
    speed: 'How fast it answers',
    speedAck_one: 'taken in {{count, number}} working hour',
    speedAck_other: 'taken in {{count, number}} working hours',
    speedDone_one: 'done in {{count, number}} working hour',
    speedDone_other: 'done in {{count, number}} working hours',
    speedN_one: 'median of {{count, number}} work item since {{since}}',
    speedN_other: 'median of {{count, number}} work items since {{since}}',
    speedUnknown: 'unknown: nothing was measured',
    precedents: 'Answered before',
    precedentsCount_one: '{{count, number}} precedent',
    precedentsCount_other: '{{count, number}} precedents',
    precedentsNone: 'no precedents yet',
    target: 'Wanted',
    targetValue_one: 'at least {{count, number}} provider',
    targetValue_other: 'at least {{count, number}} providers',
    norms: 'Serves',
    findings: 'To mend in the catalog',
    back: 'All competencies',
  },
  duty: {
    title: 'Turns of duty',
    intro:
      'Whoever is on duty is proposed first on these days. Turns that are over are not shown.',
    none: 'No turns of duty are entered.',
    noProviders:
      'There is nobody to choose yet: the competency has no provider who can be asked.',
    add: 'Add a turn of duty',
    choose: 'Choose a provider',
    today: 'on duty today',
    saved: 'Saved.',
  },
  map: {
    title: 'Coverage',
    intro:
      'How well each competency is covered. Choose a cell to see what to do next.',
    columns: 'Columns',
    by: {
      'business-unit': 'Units',
      country: 'Countries',
      system: 'Systems',
    },
    overall: 'All in all',
    counts: '{{internal}} internal, {{external}} external',
    ends: 'first contract ends {{date}}',
    cell: '{{competency}}, {{column}}: {{state}}',
    legend: 'What the words mean',
    nextStep: 'Next step',
    next: {
      nobody:
        'Find somebody. Ask a team to provide it, or agree on it with an organisation outside.',
      one: 'One provider is a single point of failure. Find a second, and let the first teach them.',
      'too-few':
        'There are fewer providers than the competency wants. Ask one more team.',
      'external-only':
        'Only organisations outside provide it. Let somebody inside learn from them.',
      'contract-ending':
        'A contract ends soon. Renew it, or find another provider before {{date}}.',
      enough: 'Nothing. It is covered as wanted.',
    },
    leftOut_one:
      '{{count, number}} more column is not shown, because the table would grow too wide.',
    leftOut_other:
      '{{count, number}} more columns are not shown, because the table would grow too wide.',
    see: 'Show the competency',
    asOf: 'As of {{date}}.',
  },
  loadView: {
    title: 'Load',
    intro:
      'What each provider has been given, against what was agreed. Both ends matter: nobody should sit idle, and nobody should drown.',
    none: 'No providers are declared',
    agreed: 'Agreed a month',
    open: 'Open work items',
    openHours: 'Open hours, estimated',
    doneHours: 'Done in 30 days',
    estimated_one: 'of which {{count, number}} work item is estimated',
    estimated_other: 'of which {{count, number}} work items are estimated',
    stateLabel: 'Load',
    nextStep: 'Next step',
    state: {
      idle: 'has time',
      fit: 'fits',
      overloaded: 'overloaded',
      unknown: 'unknown',
    },
    next: {
      idle: 'Can be asked more.',
      fit: 'Nothing.',
      overloaded: 'Hand work over, or agree on more time.',
      unknown: 'Agree on hours, so that load can be told.',
    },
  },
  gapsView: {
    title: 'Gaps',
    intro:
      'Times when a request needed a competency and nobody could be proposed.',
    none: 'No gaps',
    noneHint: 'Somebody could be proposed for everything that came in.',
    competency: 'Competency',
    request: 'Request',
    at: 'Found',
    candidates: 'Looked at',
    candidatesValue_one: '{{count, number}} provider',
    candidatesValue_other: '{{count, number}} providers',
    closed: 'Closed',
    open: 'open',
    onlyOpen: 'Only open gaps',
  },
  pack: {
    title: 'Evidence pack',
    intro:
      'What an assessor asks for under ISO/IEC 5230 and ISO/IEC 18974: roles, the competencies they need, who has them, and how that is known.',
    clauses: 'Clauses',
    clause: 'Clause',
    stateLabel: 'State',
    missing: 'What is missing',
    state: {
      met: 'met',
      'partly-met': 'partly met',
      'not-met': 'not met',
    },
    nothing: 'nothing',
    mend: 'What to do: {{mend}}',
    roles: 'Roles and who holds them',
    noRoles: 'No competencies are declared',
    holder: 'Holder',
    evidenceOf: 'Evidence',
    noEvidence: 'none recorded',
    noHolders: 'nobody',
    legal: 'Legal expertise',
    noLegal: 'No provider of a legal competency is known.',
    json: 'Download as JSON',
    csv: 'Download as CSV',
    print: 'Print',
    asOf: 'As of {{date}}.',
    summary: '{{met}} of {{all}} clauses are met.',
    expires: 'valid until {{date}}',
  },
} as const;
