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

import { PersonColumn } from '../../database/PersonTables';

/** The columns of the slice that may hold a person; a test reads every column of every table. */
export const competencyPersonColumns: readonly PersonColumn[] = [
  {
    table: 'competency_profile_entries',
    column: 'confirmed_by',
    erase: 'replace',
  },
  { table: 'competency_profile_entries', column: 'user_ref', erase: 'row' },
  { table: 'competency_profiles', column: 'user_ref', erase: 'row' },
  { table: 'competency_absences', column: 'provider_ref', erase: 'row' },
  { table: 'competency_agreements', column: 'provider_ref', erase: 'row' },
  { table: 'competency_agreements', column: 'agreed_by', erase: 'replace' },
  { table: 'competency_agreements', column: 'note', erase: 'replace-within' },
  { table: 'competency_evidence', column: 'subject_ref', erase: 'row' },
  { table: 'competency_evidence', column: 'assessor_ref', erase: 'replace' },
  { table: 'competency_evidence', column: 'title', erase: 'replace-within' },
  { table: 'competency_evidence', column: 'link', erase: 'replace-within' },
  { table: 'competency_rota', column: 'provider_ref', erase: 'row' },
];
