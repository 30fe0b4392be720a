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

/** Something in a file that is not as it should be, with where it is and how to mend it. @public */
export interface InnerSourceFinding {
  code:
    | 'too-large'
    | 'not-text'
    | 'not-json'
    | 'not-an-object'
    | 'too-deep'
    | 'alias'
    | 'wrong-type'
    | 'placeholder'
    | 'too-long'
    | 'too-many'
    | 'bad-link'
    | 'personal-data'
    | 'unknown-value'
    | 'unknown-field'
    | 'bad-line';
  severity: 'error' | 'warning' | 'info';
  /** Field or line. */
  where: string;
  message: string;
  mend: string;
}

/** How far a project is open, from least to most. @public */
export const governanceLevels = [
  'issues-welcome',
  'contributions-welcome',
  'shared-write',
  'shared-ownership',
  'open-source',
] as const;
/** @public */
export type GovernanceLevel = (typeof governanceLevels)[number];

/** What an `innersource.json` says, whatever its dialect. Absent means that it says nothing. @public */
export interface InnerSourceMetadata {
  title?: string;
  motivation?: string;
  contributions: string[];
  skills: string[];
  topics: string[];
  /** Path in the repository, or http(s) URL. */
  logo?: string;
  docs?: string;
  /** As written; not every one is a name that linguist knows. */
  language?: string;
  licence?: string;
  governanceLevel?: GovernanceLevel;
  /** Handles on the forge, never names or addresses. */
  trustedCommitters: { handle: string; role?: string }[];
  channels: { type: 'chat' | 'issues'; url: string }[];
}

/** @public */
export interface InnerSourceReading {
  /** Absent when the file could not be understood at all. */
  metadata?: InnerSourceMetadata;
  findings: InnerSourceFinding[];
}
