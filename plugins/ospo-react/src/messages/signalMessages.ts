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

/** Words of the signals of a project: what each is, what it rests on, and how well it is known. */
export const signalMessages = {
  signals: {
    title: 'Signals',
    intro:
      'Three separate views instead of one score. Open a line to see what it rests on.',
    activity: 'Activity',
    activityHint: 'When people last worked on it, and how much.',
    welcoming: 'Welcoming',
    welcomingHint: 'Whether somebody from outside is helped to take part.',
    reach: 'Reach',
    reachHint: 'Who builds on it, and who from elsewhere takes part.',
    score: 'Also comparable elsewhere',
    scoreHint:
      'The repository activity score of InnerSource Commons, in the corrected form of 2026. Other portals show it; it answers another question than the signals above.',
    participation: 'Commits by people, week by week',
    participationText:
      'In {{weeks}} weeks: {{total}} commits by people, at most {{most}} in a week, none in {{quiet}} of the weeks.',
    first: '{{weeks}} weeks ago',
    last: 'now',
  },
  signal: {
    lastHumanPush: 'Last worked on by a person',
    humanCommitsPerWeek13: 'Commits a week, 13 weeks',
    humanCommitsPerWeek52: 'Commits a week, 52 weeks',
    humanAuthors: 'People who committed',
    releases: 'Releases',
    participation: 'Week by week',
    documentation: 'Documentation for newcomers',
    governanceLevel: 'How far it is open',
    wantedHelp: 'Issues that ask for help',
    firstResponseHours: 'First answer to outsiders, median',
    promiseKept: 'Promise of an answer kept',
    dependants: 'Entities that build on it',
    usedBy: 'Components that contain it',
    outsideShare: 'Commits from other groups',
    contributionDistance: 'Distance of contributors',
    activityScore: 'Activity score',
  },
  signalHint: {
    lastHumanPush: 'Bots are left out.',
    humanCommitsPerWeek13: 'The mean of the last 13 weeks, without bots.',
    humanCommitsPerWeek52: 'The mean of the last 52 weeks, without bots.',
    humanAuthors:
      'How many, never who. Fewer than three are not told, because that would point at them.',
    releases: 'Within the last 52 weeks.',
    participation: 'Commits by people in each week.',
    documentation:
      'Found as files, as headings of the README, or as links in it.',
    governanceLevel: 'As the project says itself.',
    wantedHelp: 'Open issues with one of the labels of the project.',
    firstResponseHours:
      'From an outsider writing an issue or change until somebody of the project answers.',
    promiseKept: 'Share of outsiders answered within the promised time.',
    dependants: 'By the relations in the catalog, of those that you may see.',
    usedBy: 'By their SBOMs, of those that you may see.',
    outsideShare:
      'Share of commits by people of other groups than the owner. Those who could not be placed are left out.',
    contributionDistance:
      'Mean number of steps in the tree of groups from contributors up to where the owner meets them.',
    activityScore:
      'Counts forks, stars, issues, pushes and documents by a published formula.',
  },
  signalState: {
    known: 'known',
    partial: 'in part',
    unknown: 'unknown',
    error: 'could not be read',
  },
  signalFact: {
    source: 'Source',
    fetchedAt: 'Read',
    window: 'Period',
    found: 'Found',
    missing: 'Not found',
    none: 'Nothing further is known of how it came about.',
  },
  signalSource: {
    catalog: 'the catalog',
    usage: 'the SBOMs',
    'local-files': 'files on the disk of the portal',
    files: 'files of the repository',
    git: 'the history in git',
    github: 'GitHub',
    gitlab: 'GitLab',
    push: 'CI',
    import: 'an imported list',
  },
  input: {
    lastHumanCommitAt: 'Last commit by a person',
    pushedAt: 'Last push',
    humanCommits: 'Commits by people',
    weeks: 'Weeks',
    allCommits: 'Commits by everybody',
    botCommits: 'Commits by bots',
    yearsCommits: 'Commits in the year',
    humanAuthors: 'People',
    releases: 'Releases',
    latest: 'Latest release',
    latestAt: 'Released',
    dependants: 'Entities that depend on it',
    components: 'Components',
    packages: 'Packages of the project',
    inside: 'Commits from the owning group',
    outside: 'Commits from other groups',
    unmapped: 'Not placed: unknown to the catalog',
    placed: 'Placed in the tree of groups',
    withoutCommonGroup: 'Without a common group',
    documents: 'Documents found',
    issues: 'Open issues',
    labels: 'Labels that are looked for',
    n: 'Answers measured',
    asked: 'Asked by outsiders',
    answered: 'Answered',
    inTime: 'Answered in time',
    due: 'Answered, or waiting for longer than promised',
    promised: 'Promised',
    promisedBusinessHours: 'Promised, in working hours',
    formula: 'Formula',
    forks: 'Forks',
    subscribers: 'Subscribers',
    stars: 'Stars',
    openIssues: 'Open issues',
    createdAt: 'Created',
    updatedAt: 'Last changed',
    commits13: 'Commits in 13 weeks',
    commitsOf: 'Commits of',
    descriptionLength: 'Characters of the description',
    motivationLength: 'Characters of the motivation',
    guidelines: 'Has guidelines (1: yes)',
  },
  document: {
    readme: 'README',
    contributing: 'How to contribute',
    communication: 'Where to talk',
    'code-of-conduct': 'Code of conduct',
    licence: 'Licence',
    codeowners: 'CODEOWNERS',
    support: 'Support',
    changelog: 'Changelog',
    'issue-templates': 'Templates for issues',
    'pull-request-template': 'Template for changes',
    security: 'Security policy',
  },
  documentAs: {
    file: 'file {{where}}',
    section: 'heading “{{where}}”',
    link: 'link {{where}}',
  },
  value: {
    perWeek: '{{value}} a week',
    documents: '{{value}} of {{total}}',
    steps_one: '{{count, number}} step',
    steps_other: '{{count, number}} steps',
  },
} as const;
