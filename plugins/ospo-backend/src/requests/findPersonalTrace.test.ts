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
import { findPersonalTrace } from './findPersonalTrace';

const people = [
  { ref: 'user:default/anna.berg', displayName: 'Anna Berg' },
  { ref: 'user:default/bo', displayName: 'Bo Ek' },
  { ref: 'user:default/asa', displayName: 'Åsa Öhman' },
];

it.each<[string, string | undefined]>([
  ['The counter may be published with a NOTICE file.', undefined],
  ['As Anna Berg wrote, it may.', 'anna berg'],
  ['as ANNA BERG wrote', 'anna berg'],
  ['Ask anna.berg.', 'anna.berg'],
  ['Ask anna berg.', 'anna berg'],
  ['Found by user:default/anna.berg', 'user:default/anna.berg'],
  ['Asa Ohman found it', 'asa'],
  ['Enligt Åsa Öhman går det', 'asa'],
  // Names within words are words.
  ['The basal layer', undefined],
  // Two letters are a word in some language.
  ['A place to bo in', undefined],
  ['Bo Ek agreed', 'Bo Ek'],
  ['Write to law@org.example for more', 'law@org.example'],
  ['Write to <someone.else@firm.example>, please', 'someone.else@firm.example'],
  ['user@host', undefined],
  ['@scope/package and a@b', undefined],
])('%s: %s', (text, trace) => {
  expect(findPersonalTrace(text, people)).toBe(trace);
});

it('finds names that the catalog lacks a display name for', () => {
  expect(
    findPersonalTrace('Ask carl-fredrik or carl fredrik', [
      { ref: 'user:default/carl-fredrik' },
    ]),
  ).toBe('carl-fredrik');
});

it('is not slow on long texts that nearly match', () => {
  const text = `${'anna.ber '.repeat(20_000)}${'a'.repeat(50_000)}@`;
  expect(findPersonalTrace(text.slice(0, 20_000), people)).toBeUndefined();
  expect(findPersonalTrace('a'.repeat(200_000), people)).toBeUndefined();
});
