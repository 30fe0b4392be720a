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

import { Knex } from 'knex';

/** Rows as they are stored, or the part of them that is the person's, by table. */
export type PersonRows = Record<string, Record<string, unknown>[]>;

export interface Erased {
  /** How many were changed or deleted. */
  rows: number;
  /** What others are told, once the transaction is kept. */
  afterwards?: () => Promise<void>;
}

/** What a slice keeps of people. A slice that keeps any has one of these; `plugin.ts` puts them together. */
export interface PersonRecords {
  /** Takes a person out, within the caller's transaction, which may be run again. */
  erase(tx: Knex.Transaction, userRef: string): Promise<Erased>;
  /** What a person may have of what names them. */
  export(knex: Knex, userRef: string): Promise<PersonRows>;
}
