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

import { entityMessages } from './messages/entityMessages';
import { overviewMessages } from './messages/overviewMessages';
import { sharedMessages } from './messages/sharedMessages';
import { usageMessages } from './messages/usageMessages';
import swedish from './translations/sv';

const english = Object.entries({
  ...sharedMessages,
  ...overviewMessages,
  ...usageMessages,
  ...entityMessages,
}).flatMap(([section, messages]) =>
  Object.entries(messages).map(([key, text]): [string, string] => [
    `${section}.${key}`,
    text,
  ]),
);

const places = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort();

describe('the Swedish words', () => {
  const words = new Map<string, string>(Object.entries(swedish));

  it('are there for every English one, and for no other', () => {
    expect([...words.keys()].sort()).toEqual(
      english.map(([key]) => key).sort(),
    );
  });

  it.each(english)('of %s take the same values', (key, text) => {
    expect(places(words.get(key) ?? '')).toEqual(places(text));
  });
});
