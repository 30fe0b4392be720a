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

/**
 * Why a signal is not known, or only in part, and the mend. The API tells each by its code with the values that stand
 * between braces, and in English; user interfaces translate by the code.
 *
 * @public
 */
export const signalNoteTexts = {
  'no-repository':
    "The catalog does not say where its code is. Add the annotation 'backstage.io/source-location'.",
  'nobody-reads':
    "Nothing reads from '{{host}}'. Install the module for this forge, or let CI send signals.",
  'not-read-yet': 'It has not been read yet; its turn comes.',
  'not-readable': 'It could not be read.',
  'still-computed':
    'It is not ready yet at {{source}}, which is asked again later.',
  'said-by-source': '{{text}}',
  'facts-not-told':
    'Facts about the repository are not told by {{source}}. Let CI send them, or connect the forge.',
  'commits-not-told':
    'Its commits are not told by {{source}}. Let CI send them, or connect the forge.',
  'releases-not-told':
    'Its releases are not told by {{source}}. Let CI send them, or connect the forge.',
  'files-not-told':
    'Its files are not told by {{source}}. Let CI send them, or connect the forge.',
  'help-not-told':
    'Its issues are not told by {{source}}. Connect the forge to see those that ask for help.',
  'responses-not-told':
    'Answers to outsiders are not told by {{source}}. Connect the forge to have them counted.',
  'last-commit-not-told':
    'The source does not tell when somebody last committed.',
  'push-by-anybody':
    'The last push by anybody: the source does not tell people and bots apart.',
  'weeks-not-told': 'The source does not count commits by week.',
  'bots-not-apart':
    'The source counts commits of people and bots together. Connect the forge or git, or send the number of commits by bots.',
  'bots-by-share':
    'Bots are taken out by their share of the year, because the source does not tell in which weeks they committed.',
  'authors-not-told': 'The source does not count people.',
  'few-authors':
    'Fewer than three people; told from three on, because it would point at them.',
  'releases-not-counted':
    'There is a release of the last year; the source does not tell how many.',
  'people-weeks-not-told':
    'The source does not tell which commits of a week are those of people.',
  'few-weeks': 'Only {{weeks}} weeks are told.',
  'no-whole-week':
    'So much was committed of late that no week could be read in whole.',
  'whole-repository':
    "Counted over the whole repository, not only the folder '{{folder}}'.",
  'governance-not-said':
    "Nobody says how far it is open. Set 'ospo/governance-level' or 'governance_level' in innersource.json.",
  'files-incomplete': 'Not every file was looked at; there may be more.',
  'readme-not-read':
    'Only files were looked for, not sections and links of the README; there may be more.',
  'no-promise':
    "No time is promised. Set 'ospo/review-slo', for example P2D for two business days.",
  'promise-no-duration':
    "'{{promise}}' is no duration. Write 'ospo/review-slo' like P2D, for two business days.",
  'few-outsiders':
    'Fewer than three people from outside the owning group asked, or were answered, in the last year; told from three on, because it would point at them.',
  'few-known-outsiders':
    "Fewer than three people whom the catalog places outside the owning group asked, or were answered; others it does not have. Let the users of the catalog carry their login, such as 'github.com/user-login'.",
  'outsiders-left-out':
    '{{unmapped}} more are by people whom the catalog does not have, and are left out.',
  'few-outsiders-left-out':
    'Those of one or two people whom the catalog does not have are left out.',
  'few-due':
    'The promised time is over for fewer than three people from outside; told from three on, because it would point at them.',
  'few-in-time':
    'One or two people were answered in time; told from three on, because it would point at them.',
  'relations-not-read': 'The relations of the catalog have not been read yet.',
  'package-not-known':
    'It is not known under which package it is published, so it cannot be found in SBOMs. Send an SBOM of the project that names it.',
  'sboms-not-read': 'SBOMs were not looked through for its package.',
  'committers-not-told':
    'The source does not tell who committed, or the project has no owner in the catalog.',
  'few-committed':
    'Fewer than three people committed; told from three on, because it would point at them.',
  'few-outsiders-committed':
    'One or two people from outside committed; told from three on, because it would point at them.',
  'few-insiders-committed':
    'One or two people of the owning group committed; told from three on, because it would point at them.',
  'committers-not-known':
    "Nobody who committed is known to the catalog. Let its users carry their login, such as 'github.com/user-login'.",
  'nobody-outside':
    'Nobody from outside the owning group committed in the last year.',
  'no-common-group':
    'Those from outside share no group with the owner. Give the groups of the catalog a common parent.',
  'commits-without-group':
    '{{commits}} commits are left out, because contributor and owner share no group.',
  'few-with-group':
    'One or two people from outside share a group with the owner; told from three on, because it would point at them.',
  'few-without-group':
    'Commits by one or two people are left out, because contributor and owner share no group.',
  'few-commits-left-out':
    'Commits by one or two people whom the catalog does not have are in neither part.',
  'commits-left-out':
    '{{commits}} commits are by people whom the catalog does not have, and are in neither part.',
  'retired-no-score': 'It is archived or deprecated, and gets no score.',
  'score-without-createdAt': 'Without when it was created.',
  'score-without-updatedAt': 'Without when it was last changed.',
  'score-without-forks': 'Without forks.',
  'score-without-subscribers': 'Without subscribers.',
  'score-without-stars': 'Without stars.',
  'score-without-openIssues': 'Without open issues.',
  'score-without-participation': 'Without commits by week.',
  'score-without-descriptionLength': 'Without a description.',
  'score-without-motivationLength': 'Without a motivation.',
  'score-without-hasGuidelines': 'Without knowing of guidelines.',
} as const;

/** @public */
export type SignalNoteCode = keyof typeof signalNoteTexts;

/** One reason of a signal. @public */
export interface SignalNote {
  code: SignalNoteCode;
  /** What stands between the braces of its text. `text` of `said-by-source` is in the words of the source. */
  values?: Record<string, string | number>;
}

/** The reasons in English. @public */
export function signalNoteText(notes: readonly SignalNote[]): string {
  return notes
    .map(({ code, values = {} }) =>
      signalNoteTexts[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
        String(values[name] ?? ''),
      ),
    )
    .join(' ');
}
