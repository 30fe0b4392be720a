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

/** Words of the tab "Inner source": the list, what is for me, and where signals come from. */
export const innerSourceMessages = {
  innerSource: {
    nav: 'Inner source views',
    projects: 'Projects',
    forMe: 'For me',
    exists: 'Does this exist already?',
    sources: 'Sources',
    title: 'Inner source projects',
    intro:
      'Code inside the organisation that others may take part in, found from the catalog. What is not known is said to be unknown.',
    searchPlaceholder: 'Name, description, skill or topic',
    display: 'Show as',
    cards: 'Cards',
    table: 'Table',
    name: 'Project',
    owner: 'Owner',
    language: 'Language',
    skill: 'Skill',
    contribution: 'Help wanted with',
    governanceLevel: 'How far it is open',
    businessUnit: 'Unit',
    system: 'System',
    activity: 'Activity',
    welcoming: 'Welcoming',
    reach: 'Reach',
    standing: 'State',
    lastPush: 'Last worked on',
    wantedHelp: 'Help-wanted issues',
    dependants: 'Dependants',
    sortRelevance: 'Best match',
    sortTitle: 'Name',
    sortActivity: 'Activity',
    sortWelcoming: 'Welcoming',
    sortReach: 'Reach',
    sortLastPush: 'Last worked on',
    sortWantedHelp: 'Most help wanted',
    wantedCount_one: '{{count, number}} issue asks for help',
    wantedCount_other: '{{count, number}} issues ask for help',
    dependantsCount_one: '{{count, number}} entity builds on it',
    dependantsCount_other: '{{count, number}} entities build on it',
    pushed: 'Last worked on {{ago}}',
    moreSkills: 'and {{value}} more',
    unknownActivity: 'Activity unknown',
    unknownWelcoming: 'How welcoming they are is unknown',
    unknownReach: 'Reach unknown',
    unknownLastPush: 'When they were last worked on is unknown',
    unknownWantedHelp: 'Whether they ask for help is unknown',
    byName: 'so they are sorted by name',
    count_one: '{{count, number}} project',
    count_other: '{{count, number}} projects',
  },
  standing: {
    open: 'Open to others',
    'needs-care': 'Needs care',
    retired: 'Retired',
  },
  standingHint: {
    'needs-care':
      'The owner is missing, or nobody has reviewed the entry for a long time. Ask before you build on it.',
    retired:
      'Archived or deprecated. Shown so that nobody starts on them without knowing.',
  },
  mark: {
    'owner-missing': 'owner not in the catalog',
    'owner-none': 'no owner',
    'review-stale': 'not reviewed lately',
    archived: 'archived',
    deprecated: 'deprecated',
  },
  governance: {
    'issues-welcome': 'Issues welcome',
    'contributions-welcome': 'Contributions welcome',
    'shared-write': 'Shared write access',
    'shared-ownership': 'Shared ownership',
    'open-source': 'Open source',
  },
  governanceHint: {
    'issues-welcome':
      'You may use it, read the code and report what is wrong or missing. The owners make the changes.',
    'contributions-welcome':
      'You may send changes. The owners review them and decide.',
    'shared-write':
      'Trusted people from other teams may merge changes themselves.',
    'shared-ownership': 'Several teams own it together and decide together.',
    'open-source': 'It is developed in public; people outside may take part.',
  },
  level: {
    top: 'top quarter',
    upper: 'second quarter',
    middle: 'third quarter',
    lower: 'last quarter',
    unknown: 'unknown',
  },
  label: {
    percentile_one:
      'At least as much as {{share}} of {{count, number}} project.',
    percentile_other:
      'At least as much as {{share}} of {{count, number}} projects.',
    partial: 'From part of the facts.',
    unknown: 'Too little is known to compare it.',
    unknownOf: 'Unknown: {{list}}',
  },
  labelOf: {
    activity: 'activity',
    welcoming: 'welcoming',
    reach: 'reach',
  },
  saved: {
    button: 'Saved filters',
    title: 'Saved filters',
    none: 'Nothing is saved yet.',
    name: 'Name',
    save: 'Save what is chosen now',
    nothing: 'Search or choose a filter first; then it can be saved here.',
    full: 'There is no room for more. Remove one first.',
    list: 'Saved filters',
    close: 'Close',
  },
  connect: {
    title: 'No source of signals is connected: activity is unknown',
    text: 'The catalog and the files of the projects are read. When people last worked on them, and who takes part, can be told once one of these is in place.',
    how: 'How to connect one',
    forge:
      'Let the portal read GitHub or GitLab, with the integrations that it has:',
    git: 'Or let it read the history of the repositories with git alone:',
    push: 'Or let each build send what it knows:',
    waiting_one: 'Signals of {{count, number}} project are still to be read.',
    waiting_other:
      'Signals of {{count, number}} projects are still to be read.',
  },
  first: {
    title: 'No projects are open for others yet',
    text: 'One line in the catalog file of a component, system, API, resource or template is enough. It shows here within minutes.',
    tag: 'The tag inner-source does the same. The other lines are worth adding: they say why and how to take part.',
    notListed: 'This is not listed as open for others',
    notListedText:
      'If your team wants help from others, or wants others to find it, add these lines to its catalog file.',
    ask: 'Ask the office how to open it',
  },
  forMe: {
    title: 'Projects for me',
    intro:
      'Projects that ask for skills you have listed in your profile. Only you see this list.',
    notOptedIn: 'You have not listed any skills',
    notOptedInHint:
      'List skills in your profile, if you like. The projects that ask for them show here.',
    profile: 'To my profile',
    none: 'No project asks for your skills at the moment',
    noneHint: 'Look through them all, or add more skills to your profile.',
    all: 'All projects',
    because: 'It asks for {{skills}}, which you listed.',
    wants: 'Help wanted with {{list}}.',
  },
  sources: {
    title: 'Sources of signals',
    intro:
      'Where facts about repositories come from, and how much may still be asked of each host in the running hour.',
    total: 'Projects',
    read: 'Read',
    waiting: 'Waiting',
    failed: 'Failed',
    unread: 'Without a source',
    discovered: 'The catalog was last read through {{date}}.',
    notDiscovered: 'The catalog has not been read through yet.',
    none: 'No host has been asked yet',
    noneHint:
      'Connect a source, or wait until the first projects have been found.',
    host: 'Host',
    budget: 'Asked this hour',
    budgetOf: '{{used}} of {{limit}}',
    resets: 'resets {{date}}',
    blocked: 'The host asked for a pause until {{date}}.',
    lastSuccess: 'Last answer',
    lastError: 'Last failure',
    feed: 'Download as repos.json',
    feedHint:
      'The file repos.json has the form of the SAP project portal for inner source, which can show it unchanged.',
  },
} as const;
