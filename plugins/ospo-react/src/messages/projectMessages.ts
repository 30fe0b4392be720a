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

/** Words of the page of an inner-source project, its tab and its card. */
export const projectMessages = {
  project: {
    back: 'All projects',
    notFound: 'No such project',
    notFoundHint:
      'It is not open for others, it does not exist, or you may not see it.',
    repository: 'Repository',
    catalog: 'In the catalog',
    refresh: 'Read again',
    takePart: 'Take part',
    noMotivation: 'The project does not say why to take part.',
    governanceUnknown:
      'The project does not say how far it is open. Ask first.',
    contributions: 'Help wanted with',
    skills: 'Useful skills',
    notSaid: 'not said',
    promise: 'Promised first answer',
    promiseDays_one: 'within {{count, number}} working day',
    promiseDays_other: 'within {{count, number}} working days',
    promiseHours_one: 'within {{count, number}} working hour',
    promiseHours_other: 'within {{count, number}} working hours',
    channels: 'Where to talk',
    noChannels: 'The project names no place to talk. Ask the office.',
    talkIn: 'See the {{where}} in its repository.',
    channel: {
      chat: 'Chat',
      issues: 'Issues',
      contributing: 'How to contribute',
      support: 'Help',
      rfc: 'Proposals',
      roadmap: 'Plans',
      docs: 'Documentation',
    },
    committers: 'Trusted committers',
    committersHint:
      'They review changes from outside. Those nearest to you in the organisation stand first.',
    noCommitters: 'No trusted committers are named',
    noCommittersHint:
      'Write to the owner, or ask the office: it finds somebody.',
    sameGroup: 'in your group',
    hops_one: '{{count, number}} step from you',
    hops_other: '{{count, number}} steps from you',
    wanted: 'Help wanted',
    wantedUnknown: 'Whether it asks for help is not known',
    noWanted: 'No open issue asks for help',
    noWantedHint:
      'Issues with a label such as "help wanted" show here. Other help may be welcome; ask.',
    opened: 'opened {{ago}}',
    effort: 'effort: {{value}}',
    comments_one: '{{count, number}} comment',
    comments_other: '{{count, number}} comments',
    moreWanted: 'The first {{shown}} of {{value}} are shown.',
    facts: 'Facts',
    licence: 'Licence',
    topics: 'Topics',
    reviewed: 'Entry last reviewed',
    folder: 'Folder in the repository',
    provenance: 'Where this comes from',
    listedBy: 'Listed because of {{rule}}: ',
    fields: 'Fields',
    field: {
      title: 'Name',
      description: 'Description',
      motivation: 'Motivation',
      skills: 'Skills',
      contributions: 'Help wanted with',
      language: 'Language',
      governanceLevel: 'How far it is open',
      licence: 'Licence',
      logo: 'Logo',
      docs: 'Documentation',
      trustedCommitters: 'Trusted committers',
      channels: 'Channels',
    },
    readings: 'Readings of the repository',
    noReadings: 'Its repository has not been read.',
    noRepository: 'The catalog names no repository for it.',
    nextReading: 'again {{date}}',
    sameRepository: 'In the same repository',
    findings: 'To mend',
    card: 'Inner source',
    see: 'See how to take part',
  },
  rule: {
    annotation: 'its annotation',
    tag: 'its tag',
    label: 'its label',
    topic: 'the topic of its repository',
    innersourceJson: 'the file innersource.json',
    imported: 'an imported list',
  },
  fieldSource: {
    annotation: 'annotation in the catalog',
    innersourceJson: 'innersource.json',
    publiccode: 'publiccode.yml',
    catalog: 'catalog',
    readme: 'README',
    codeowners: 'CODEOWNERS',
    forge: 'the forge',
    imported: 'imported list',
  },
  reading: {
    ok: 'read',
    partial: 'read in part',
    failed: 'failed',
    waiting: 'waiting',
    'not-connected': 'not connected',
  },
  check: {
    'not-met': 'missing',
    unknown: 'unknown',
    summary: '{{met}} of {{value}} are in place.',
    unknownCount_one: '{{count, number}} is unknown.',
    unknownCount_other: '{{count, number}} are unknown.',
    todo: 'Left to do or to find out',
    done: 'In place',
    edit: 'Open the editor',
    editOf: 'Open the editor: {{name}}',
    copyInto: 'Into {{place}}:',
    fact: {
      committers_one: '{{count, number}} named',
      committers_other: '{{count, number}} named',
      issues_one: '{{count, number}} open issue',
      issues_other: '{{count, number}} open issues',
      packages_one: '{{count, number}} package with unknown licence',
      packages_other: '{{count, number}} packages with unknown licence',
    },
  },
  readiness: {
    title: 'Readiness',
    intro: 'What helps somebody from another team to take part.',
    line: {
      owner: 'An owner in the catalog',
      description: 'A description',
      readme: 'A README',
      contributing: 'How to contribute',
      communication: 'Where to talk',
      codeowners: 'CODEOWNERS',
      licence: 'A licence',
      'trusted-committers': 'Trusted committers',
      'governance-level': 'How far it is open',
      'help-wanted': 'Issues that ask for help',
      'review-promise': 'A promised first answer',
      reviewed: 'The entry reviewed',
    },
    mend: {
      owner: 'Name a group of the catalog as the owner.',
      description:
        'Say in one paragraph what it does and for whom, in the catalog file.',
      readme:
        'Write what it is, how to start, and how to get involved. This is a beginning:',
      contributing:
        'Say how changes are sent, checked and merged, in a file or under a heading of the README:',
      communication:
        'Link the place where people talk. Either in the README or in the catalog file:',
      codeowners:
        'Name the teams that review each part, so that changes reach them:',
      licence: 'Say under which terms others may use it:',
      'trusted-committers':
        'Name people or groups who may be written to and who merge changes from outside:',
      'governance-level':
        'Choose one: issues-welcome, contributions-welcome, shared-write, shared-ownership or open-source.',
      'help-wanted':
        'Mark issues that somebody new could take with the label "help wanted" or "good first issue". Other labels can be named:',
      'review-promise':
        'Say within how many working days somebody answers. Promise only what you can keep:',
      reviewed:
        'Review what stands here, and write down the day on which you did:',
    },
  },
  release: {
    title: 'Path to public release',
    intro: 'What is missing before it can be published as open source.',
    ask: 'Ask to release it',
    ready: 'Everything that can be checked here is in place.',
    publiccode: 'For catalogues of public software',
    publiccodeHint:
      'The file publiccode.yml tells them of the project. It names the trusted committers as contacts: ask them before you publish it.',
    publiccodeDownload: 'Download publiccode.yml',
    publiccodeMissing:
      'No valid publiccode.yml can be written before this is known:',
    gap: {
      repository:
        "Where the code is: 'backstage.io/source-location' in the catalog.",
      licence:
        "An open source licence as an SPDX expression: 'ospo/licence' in the catalog.",
      description: 'What it is: the description in the catalog.',
      'long-description':
        'A description of 150 characters or more: before the first section of the README, or in the catalog.',
      features:
        "What its users can do with it: a list under 'Features' in the README.",
      'software-type':
        "What kind of software it is: 'spec.type' in the catalog, such as library, service or website.",
      'development-status':
        "How far it is developed: 'spec.lifecycle' in the catalog, such as experimental or production.",
      platforms:
        "What its users use it on: 'ospo/platforms' in the catalog, such as web or linux.",
      languages:
        "The languages that it speaks: 'ospo/languages' in the catalog, such as en,sv.",
      maintainer:
        "A person who maintains it: an owner that the catalog has, and a user in 'ospo/trusted-committers'.",
    },
    line: {
      'licence-file': 'A licence file',
      'licence-declared': 'The licence in the catalog',
      sbom: 'A current SBOM',
      'licences-known': 'Known licences of what it uses',
      contributing: 'How to contribute',
      'code-of-conduct': 'A code of conduct',
      'security-policy': 'How to report a vulnerability',
      readme: 'A README',
      owner: 'An owner in the catalog',
    },
    mend: {
      'licence-file':
        'Put the whole text of the licence into a file LICENSE. Ask the office which one if you are not sure.',
      'licence-declared': 'Write the same licence into the catalog file:',
      sbom: 'Send an SBOM, or name where it lies:',
      'licences-known':
        'Look at the packages whose licence is unknown, under Open source on the page of the entity.',
      contributing:
        'People from outside need to know how changes are sent, checked and merged:',
      'code-of-conduct':
        'Say how people treat each other, and whom to tell when somebody does not. Many use the Contributor Covenant.',
      'security-policy':
        'Say where a vulnerability is reported, so that it is not reported in public:',
      readme: 'Write what it is, how to start, and how to get involved:',
      owner: 'Name a group of the catalog as the owner.',
    },
  },
  overlap: {
    title: 'Does this exist already?',
    intro:
      'Describe what you want to build. Projects, entities of the catalog and packages in use that may do it already are listed below, each with the reason.',
    q: 'What should it do?',
    placeholder: 'For example: sign documents with a national e-identity',
    entity: 'Component to compare with',
    entityHint: 'Its packages are compared with those of others.',
    optional: 'optional',
    none: 'Nothing like it was found',
    noneHint:
      'Try other words. What you are not allowed to see is not searched.',
    start: 'Write a few words, or name a component.',
    count_one: '{{count, number}} possible match',
    count_other: '{{count, number}} possible matches',
    kind: {
      project: 'inner source project',
      entity: 'in the catalog',
      package: 'open source in use',
    },
    reason: {
      words: 'Shares the words {{detail}}',
      packages:
        'Has {{shared}} of {{compared}} packages that few use, such as {{detail}}',
      'used-package_one': 'Used in {{count, number}} component',
      'used-package_other': 'Used in {{count, number}} components',
    },
  },
  widget: {
    forMe: 'Inner source for me',
  },
} as const;
