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

import { findLicenceId } from './licenceList';

/**
 * Version of the alias table; it changes with every change of a line.
 *
 * @public
 */
export const licenceAliasVersion = '1';

/**
 * Spellings found in real documents, by the expression they stand for. Only what has one meaning is here: "BSD", "GPL",
 * "Public Domain", "UNLICENSED" and the like stay text, because a guess would be a decision about somebody's duties.
 * Compared without regard to case, white space, commas, quotes, "the" in front and "licence" for "license".
 */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'Apache-2.0': [
    'apache 2',
    'apache 2.0',
    'apache-2',
    'apache license 2.0',
    'apache license version 2.0',
  ],
  MIT: ['mit license', 'expat', 'expat license'],
};

const byspelling = new Map<string, string>();
for (const [expression, spellings] of Object.entries(ALIASES)) {
  for (const spelling of spellings) {
    byspelling.set(comparable(spelling), expression);
  }
}

/**
 * Number of spellings in the alias table.
 *
 * @public
 */
export const licenceAliasCount: number = byspelling.size;

/** The expression that a spelling stands for, when a reviewed line says so. */
export function findLicenceAlias(text: string): string | undefined {
  if (text.length > 120 || findLicenceId(text)) {
    return undefined;
  }
  return byspelling.get(comparable(text));
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/licence/g, 'license')
    .replace(/["'“”‘’,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/[.]$/, '');
}
