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

/** Words of the profile, and of the card "Who can help". */
export const profileMessages = {
  profile: {
    title: 'My profile',
    intro:
      'What you can help others with. It is kept in this portal only, and only because you said so.',
    notIn: 'You are not in the directory',
    notInHint:
      'Opt in to be asked about what you know. You choose the subjects, and you can leave at any time.',
    optIn: 'Opt in',
    optedIn: 'You opted in on {{date}}.',
    optOut: 'Opt out',
    optOutTitle: 'Leave the directory?',
    optOutText:
      'Your competencies, skills and languages are deleted and nobody is proposed to ask you. Requests that you have taken stay with you until you finish them or hand them over.',
    entries: 'What I can help with',
    noEntries: 'Nothing yet.',
    competency: 'Competency',
    chooseCompetency: 'Choose a competency',
    authority: 'I',
    authorityHint:
      "You can say that you may sort or answer. To decide or sign needs a confirmation by the competency's owner or the office.",
    confirmedBy: 'confirmed by',
    unconfirmed: 'not confirmed yet',
    hours: 'Hours a month',
    hoursHint: 'Leave empty if nothing was agreed.',
    hoursWrong: 'Write a number of hours between 0 and {{most}}.',
    addEntry: 'Add a competency',
    skills: 'Skills',
    skillsHint:
      'Words separated by commas. They match you with inner-source projects.',
    languages: 'Languages',
    languagesHint: 'Codes separated by commas, for example sv, en.',
    saved: 'Saved',
    absences: 'Days when I am away',
    absencesIntro:
      'Nobody is proposed to ask you on these days. No reason is asked for.',
    noAbsences: 'No days are entered.',
    from: 'From',
    to: 'To',
    toBeforeFrom: 'The last day is before the first.',
    addAbsence: 'Add days',
    period: '{{from}} to {{to}}',
    agreements: 'Agreed time',
    agreementsIntro:
      'Hours that your line has agreed to. They say how much you are asked for.',
    agreementsOfIntro:
      'Hours that the line of a provider has agreed to. They say how much it is asked for.',
    noAgreements: 'Nothing is agreed.',
    agreedBy: 'agreed by',
    agreedFrom: 'from {{from}}',
    addAgreement: 'Add agreed time',
    provider: 'Who',
    providerHint: 'A person or a team: write a part of the name.',
    agreementNote: 'Which work goes first when both call',
    agreementSaved: 'Agreed and saved.',
    evidence: 'Evidence of competence',
    evidenceIntro:
      'Training, certificates, experience and assessments. You and the core team can see them, and each look at them is recorded.',
    noEvidence: 'Nothing is recorded.',
    kindLabel: 'Kind',
    kind: {
      training: 'training',
      certificate: 'certificate',
      experience: 'experience',
      assessment: 'assessment',
    },
    evidenceTitle: 'What',
    date: 'Date',
    expires: 'Valid until',
    link: 'Link',
    linkWrong: 'Write a web address that starts with https:// or http://.',
    addEvidence: 'Add evidence',
    data: 'My data',
    dataIntro:
      'You can take out everything that the office holds about you, and have it erased.',
    exportData: 'Download my data',
    erase: 'Erase my data',
    eraseTitle: 'Erase everything about you?',
    eraseText:
      'Your profile, absences, agreements, evidence and drafts are deleted. Your open requests are withdrawn, and what you have taken goes to somebody else. Requests and decisions stay, without your name. This cannot be undone.',
    eraseConfirm: 'I understand that this cannot be undone',
    erased_one: 'Erased. {{count, number}} row was changed.',
    erased_other: 'Erased. {{count, number}} rows were changed.',
  },
  whoCanHelp: {
    title: 'Who can help',
    owner: 'Owner',
    committers: 'Reviews contributions',
    suggestions: 'Competencies that this calls for',
    noSuggestions: 'Nothing here calls for a particular competency.',
    ask: 'Ask',
    askGeneral: 'Ask the office about this',
    reason: {
      distribution: 'It is distributed: {{fact}}',
      licence: 'Licence: {{fact}}',
      'licence-unknown': 'Licence unknown: {{fact}}',
      finding: 'To mend: {{fact}}',
      'no-sbom': 'Nothing is known of what it uses: {{fact}}',
      'inner-source': 'Open inside: {{fact}}',
    },
    source: {
      annotation: 'from the catalog annotation',
      sbom: 'from the SBOM',
      catalog: 'from the catalog',
    },
  },
} as const;
